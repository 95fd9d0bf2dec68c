import type { EventDescriptor, Event, RunStart, RunStop } from '../documents/index.js';
import { toTagged } from '../documents/index.js';
import type { RunFeed, StreamColumns } from '../figures/index.js';
import { eventValue, RunColumns } from '../figures/index.js';
import { applyFrame, encodeFrame, frameMessage } from './frame.js';
import type { FrameBody, FrameMessage } from './frame.js';

/** The part of a run model's state that holds its data. */
export interface RunSnapshot {
  /** The number of the last frame that `columns` includes. */
  seq: number;
  columns: { body: FrameBody; buffers: Float64Array[] };
}

/**
 * The kernel's copy of a run on the screen: takes documents, hands out numbered frames of what is new
 * and, for whoever comes late, snapshots of everything.
 */
export class RunPublisher implements RunFeed {
  readonly columns: RunColumns;
  readonly #wanted = new Set<string>();
  readonly #onChange: (ended: boolean) => void;
  #seq = 0;
  #lastEvent: Event | undefined;
  #newDescriptors: EventDescriptor[] = [];
  #newRows: Map<StreamColumns, Set<number>> = new Map();
  #newStop: RunStop | undefined;

  /** `onChange` is called after every document that a page has to hear of. */
  constructor(start: RunStart, onChange: (ended: boolean) => void) {
    this.columns = new RunColumns(start, this.#wanted);
    this.#onChange = onChange;
  }

  get dirty(): boolean {
    return this.#newDescriptors.length > 0 || this.#newRows.size > 0 || this.#newStop !== undefined;
  }

  want(fields: readonly string[]): void {
    for (const field of fields) this.#wanted.add(field);
    this.columns.addWanted();
  }

  descriptor(doc: EventDescriptor): void {
    if (!this.columns.addDescriptor(doc)) return;
    this.#newDescriptors.push(doc);
    this.#onChange(false);
  }

  event(doc: Event): void {
    // Another callback hands over the event again; where it contradicts, it has a publisher of its own.
    if (isSame(doc, this.#lastEvent)) return;
    this.#lastEvent = doc;
    const placed = this.columns.putEvent(doc);
    if (!placed) return;
    this.#rowsOf(placed.stream).add(placed.row);
    this.#onChange(false);
  }

  /** Whether an event that was taken has other values in these fields: somebody has changed it on the way. */
  contradicts(doc: Event, fields: readonly string[]): boolean {
    const last = this.#lastEvent;
    if (!isSame(doc, last)) return false;
    return fields.some((field) => !Object.is(eventValue(last, field), eventValue(doc, field)));
  }

  /** Takes over what another has, without announcing it: a model that opens now has it in its state. */
  copyFrom(other: RunPublisher): void {
    this.want([...other.#wanted]);
    const { body, buffers } = other.snapshot().columns;
    applyFrame(this.columns, body, buffers);
  }

  stop(doc: RunStop): void {
    if (this.columns.stop) return;
    this.columns.putStop(doc);
    this.#newStop = doc;
    this.#onChange(true);
  }

  /** The next frame, or undefined if nothing is new. */
  takeFrame(): { message: FrameMessage; buffers: Float64Array[] } | undefined {
    if (!this.dirty) return undefined;
    const rows = new Map<StreamColumns, number[]>();
    for (const [stream, some] of this.#newRows)
      rows.set(
        stream,
        [...some].sort((a, b) => a - b),
      );
    const { body, buffers } = encodeFrame({
      descriptors: this.#newDescriptors,
      rows,
      stop: this.#newStop,
    });
    this.#newDescriptors = [];
    this.#newRows = new Map();
    this.#newStop = undefined;
    this.#seq += 1;
    return { message: frameMessage(this.#seq, body), buffers };
  }

  /**
   * Everything up to now. What no frame has carried yet is included; the frame that will carry it
   * repeats it, which changes nothing, since rows are keyed.
   */
  snapshot(): RunSnapshot {
    const rows = new Map<StreamColumns, number[]>();
    for (const stream of this.columns.streams.values()) {
      rows.set(
        stream,
        Array.from({ length: stream.length }, (_, row) => row),
      );
    }
    const { descriptors, stop } = this.columns;
    return { seq: this.#seq, columns: encodeFrame({ descriptors, rows, stop }) };
  }

  /** The start document as it travels. */
  get start(): unknown {
    return toTagged(this.columns.start);
  }

  #rowsOf(stream: StreamColumns): Set<number> {
    let rows = this.#newRows.get(stream);
    if (!rows) {
      rows = new Set();
      this.#newRows.set(stream, rows);
    }
    return rows;
  }
}

/** Whether two objects are one event, as two callbacks got it; a recording may have uids that are not unique. */
function isSame(doc: Event, last: Event | undefined): last is Event {
  if (doc === last) return true;
  return doc.uid === last?.uid && doc.seq_num === last.seq_num && doc.descriptor === last.descriptor;
}
