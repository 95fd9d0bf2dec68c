import type { Message } from './message.js';
import type { Extras, Publishing } from './outbox.js';

/** An output as notebooks hold it. */
export interface NotebookOutput extends Record<string, unknown> {
  output_type: string;
}

/** What one execution of a cell has put out. */
export interface CellRecord {
  /** The id of the cell in its notebook. */
  readonly cell: string;
  /** The id of the message that asked for it. */
  readonly execution: string;
  /** Who asked for it: the session of a page. */
  readonly session: string;
  readonly outputs: NotebookOutput[];
  executionCount: number | null;
  ended: boolean;
  /** A page has got all of it. */
  delivered: boolean;
}

interface Kept extends CellRecord {
  bytes: number;
  /** Where outputs stand that are replaced under their display id. */
  places: Map<string, number>;
}

/** Cells whose outputs are remembered, and the bytes of all of them. */
const MOST_CELLS = 50;
const MOST_BYTES = 40_000_000;
/** The most text of one cell. */
const MOST_TEXT = 1_000_000;

/**
 * Remembers what cells of notebooks have put out, for pages that were not there: nothing that a cell
 * prints or displays reaches a page that was loaded after it began.
 */
export class CellOutputs implements Publishing {
  readonly #publishing: Publishing;
  /** By execution, the oldest first. */
  readonly #records = new Map<string, Kept>();
  #onChange: (record: CellRecord) => void = () => {};

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
  }

  /** Told whenever a record has changed. */
  set onChange(listener: (record: CellRecord) => void) {
    this.#onChange = listener;
  }

  /** What is remembered, the oldest first. */
  get records(): CellRecord[] {
    return [...this.#records.values()];
  }

  publish(type: string, content: object, parent: Message['parent'], extras?: Extras): void {
    this.#publishing.publish(type, content, parent, extras);
    const record = this.#records.get(parent.msg_id ?? '');
    if (record && this.#take(record, type, content as Record<string, unknown>)) this.#onChange(record);
  }

  /** A cell begins; requests that name no cell are not remembered. */
  begin({ header, metadata }: Message): void {
    const { cellId: cell } = metadata;
    if (typeof cell !== 'string') return;
    for (const [execution, record] of this.#records) if (record.cell === cell) this.#records.delete(execution);
    this.#records.set(header.msg_id, {
      cell,
      execution: header.msg_id,
      session: header.session,
      outputs: [],
      executionCount: null,
      ended: false,
      delivered: false,
      bytes: 0,
      places: new Map(),
    });
    this.#forgetOld();
  }

  /** A cell has ended; later outputs of its work are still taken. */
  end({ header }: Message): void {
    const record = this.#records.get(header.msg_id);
    if (!record) return;
    record.ended = true;
    this.#onChange(record);
  }

  /** A page has got all that an execution has put out. */
  delivered(execution: string): void {
    const record = this.#records.get(execution);
    if (record) record.delivered = true;
  }

  #take(record: Kept, type: string, content: Record<string, unknown>): boolean {
    switch (type) {
      case 'execute_input':
        record.executionCount = content.execution_count as number;
        return true;
      case 'stream':
        return this.#takeText(record, String(content.name), String(content.text));
      case 'display_data':
      case 'execute_result':
      case 'error':
        this.#add(record, { output_type: type, ...content }, displayId(content));
        return true;
      case 'update_display_data':
        return this.#replace(record, content);
      default:
        return false;
    }
  }

  #takeText(record: Kept, name: string, text: string): boolean {
    const last = record.outputs.at(-1);
    const goesOn = last?.output_type === 'stream' && last.name === name;
    const before = goesOn ? String(last.text) : '';
    if (before.length + text.length > MOST_TEXT) return false;
    if (goesOn) last.text = before + text;
    else record.outputs.push({ output_type: 'stream', name, text });
    record.bytes += text.length;
    return true;
  }

  #add(record: Kept, { transient: _, ...output }: NotebookOutput, id: string | undefined): void {
    if (id !== undefined) record.places.set(id, record.outputs.length);
    record.outputs.push(output);
    record.bytes += JSON.stringify(output).length;
    this.#forgetOld();
  }

  #replace(record: Kept, content: Record<string, unknown>): boolean {
    const place = record.places.get(displayId(content) ?? '');
    const old = place === undefined ? undefined : record.outputs[place];
    if (!old) return false;
    record.bytes -= JSON.stringify(old).length;
    Object.assign(old, { data: content.data, metadata: content.metadata });
    record.bytes += JSON.stringify(old).length;
    this.#forgetOld();
    return true;
  }

  /** The oldest cells go first; the one that runs now stays whatever it has put out. */
  #forgetOld(): void {
    let bytes = 0;
    for (const record of this.#records.values()) bytes += record.bytes;
    for (const [execution, record] of this.#records) {
      if (this.#records.size <= MOST_CELLS && bytes <= MOST_BYTES) return;
      if (this.#records.size === 1) return;
      this.#records.delete(execution);
      bytes -= record.bytes;
    }
  }
}

function displayId({ transient }: Record<string, unknown>): string | undefined {
  const id = (transient as { display_id?: unknown } | undefined)?.display_id;
  return typeof id === 'string' ? id : undefined;
}
