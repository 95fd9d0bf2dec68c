import type { Event, EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import type { CellFormat, ColumnKey, RunFeed } from '../figures/index.js';
import {
  addFormats,
  CellFormatError,
  currentScreen,
  eventValue,
  firstFormats,
  formatCell,
  headingOf,
  isFilled,
  isShown,
  padding,
  TIME_KEY,
  timeValue,
} from '../figures/index.js';
import { ONLY_READS, print, uuid, warn } from '../host/index.js';
import { center, padLeft, pythonStr, truncate } from '../text/index.js';
import type { FieldOrDevice } from './fields.js';
import { fieldsOf } from './fields.js';
import { OpenRuns } from './open-runs.js';
import { checkOptions } from './options.js';
import { SafeCallback } from './safe-callback.js';

/** The options of {@link LiveTable}. */
export interface LiveTableOptions {
  /** The stream to show; default `primary`. */
  streamName?: string;
  /** The header is printed again before every so many rows; default 50. */
  printHeaderInterval?: number;
  /** The least width of a column, in characters; default 12. */
  minWidth?: number;
  /** Digits after the point where the device says nothing; default 3. */
  defaultPrec?: number;
  /** Spaces on both sides of a value; default 1. */
  extraPad?: number;
  /** Empty lines before and after the table; default true. */
  separatorLines?: boolean;
  /** Gets the whole table as one text when the run ends. */
  logbook?: (text: string) => unknown;
  /** Gets each line. Default: the console, unless the table is drawn on a screen. */
  out?: (text: string) => unknown;
  /** Gets each warning; default: the console. */
  onWarning?: (text: string) => unknown;
}

const KNOWN: readonly string[] = [
  'streamName',
  'printHeaderInterval',
  'minWidth',
  'defaultPrec',
  'extraPad',
  'separatorLines',
  'logbook',
  'out',
  'onWarning',
];

const FAILED_ROW = ' failed to format row ';

/**
 * A table that gets a row for every event.
 *
 * In a notebook it is drawn in the cell and grows while the cell runs; elsewhere its lines are printed.
 *
 * @example
 * ```ts
 * await RE(scan([det], motor, 1, 5, 5), new LiveTable([motor, det]))
 * await RE(scan([det], motor, 1, 5, 5), new LiveTable(['motor', 'det'], { defaultPrec: 5 }))
 * ```
 */
export class LiveTable extends SafeCallback {
  static {
    Object.defineProperty(this.prototype, ONLY_READS, { value: true });
  }

  /** The fields in the order of the columns. */
  readonly fields: readonly string[];
  readonly #options: Required<Omit<LiveTableOptions, 'out' | 'logbook' | 'onWarning'>> &
    Pick<LiveTableOptions, 'out' | 'logbook' | 'onWarning'>;
  readonly #formats: Map<ColumnKey, CellFormat>;
  readonly #descriptors: Set<string> = new Set();
  #start: RunStart | undefined;
  /** Of each run that is open: every run is drawn as a table of its own. */
  readonly #feeds: OpenRuns<RunFeed> = new OpenRuns();
  #isDrawn = false;
  #rows: string[] = [];
  #headed = false;
  #count = 0;

  /**
   * @param fields - names of fields, or devices, of which all fields are shown; `[]` shows number and time
   * @param options - widths, digits and where the text goes
   */
  constructor(fields: readonly FieldOrDevice[], options: LiveTableOptions = {}) {
    super();
    checkOptions('LiveTable', options, KNOWN);
    this.fields = fieldsOf('LiveTable', fields);
    const { streamName = 'primary', printHeaderInterval = 50, minWidth = 12, defaultPrec = 3 } = options;
    const { extraPad = 1, separatorLines = true } = options;
    this.#options = { ...options, streamName, printHeaderInterval, minWidth, defaultPrec, extraPad, separatorLines };
    this.#formats = firstFormats(this.#options.extraPad);
  }

  override start(doc: RunStart): void {
    this.#rows = [];
    this.#start = doc;
    this.#headed = false;
    const feed = this.#show(doc);
    this.#isDrawn = feed !== undefined;
    if (feed) this.#feeds.begin(doc, feed);
  }

  override descriptor(doc: EventDescriptor): void {
    const feed = this.#feeds.ofDescriptor(doc);
    // Not before: images that no table shows would be kept, and sent to the page.
    feed?.want(this.fields.filter((field) => isShown(doc, field)));
    feed?.descriptor(doc);
    if (doc.name !== this.#options.streamName) return;
    this.#descriptors.add(doc.uid);
    for (const problem of addFormats(this.#formats, doc, this.#tableOptions())) {
      (this.#options.onWarning ?? warn)(problem);
    }
    this.#count = 0;
    this.#headed = true;
    if (this.#options.separatorLines) this.#print('\n');
    this.#printHeader();
  }

  override event(doc: Event): void {
    this.#feeds.ofEvent(doc)?.event(doc);
    if (!this.#writes || !this.#descriptors.has(doc.descriptor)) return;
    this.#count += 1;
    this.#print(this.#row(doc));
  }

  override stop(doc: RunStop): void {
    this.#feeds.end(doc)?.stop(doc);
    if (!this.#start || doc.run_start !== this.#start.uid) return;
    if (this.#headed) this.#print(this.#separator());
    const mark = watermark(this.#start);
    this.#out?.(mark);
    this.#options.logbook?.([mark, ...this.#rows].join('\n'));
    if (this.#options.separatorLines) this.#print('\n');
  }

  /** Where lines go: to `out`, to the console, or nowhere if the table is drawn. */
  get #out(): ((text: string) => unknown) | undefined {
    return this.#options.out ?? (this.#isDrawn ? undefined : print);
  }

  /** Whether anybody wants the text. */
  get #writes(): boolean {
    return this.#out !== undefined || this.#options.logbook !== undefined;
  }

  #show(doc: RunStart): RunFeed | undefined {
    const screen = currentScreen();
    if (!screen) return undefined;
    const id = uuid();
    const feed = screen.openRun(doc, id);
    const { streamName } = this.#options;
    const figure = screen.figure({
      kind: 'table',
      id,
      description: `LiveTable of ${this.fields.join(', ') || 'seq_num and time'}`,
      run: doc.uid,
      stream: streamName,
      ...this.#tableOptions(),
    });
    figure.show();
    return feed;
  }

  #tableOptions(): { fields: readonly string[]; minWidth: number; defaultPrec: number; extraPad: number } {
    const { minWidth, defaultPrec, extraPad } = this.#options;
    return { fields: this.fields, minWidth, defaultPrec, extraPad };
  }

  /** The row of an event, after the header where it is due. */
  #row(doc: Event): string {
    try {
      if (this.#isHeaderDue()) this.#printHeader();
      const cells = Array.from(this.#formats, ([key, format]) => this.#cell(doc, key, format));
      return `|${cells.join('|')}|`;
    } catch (error) {
      if (!(error instanceof CellFormatError)) throw error;
      return center(FAILED_ROW, this.#options.minWidth, '*');
    }
  }

  #isHeaderDue(): boolean {
    const interval = this.#options.printHeaderInterval;
    // Python divides by it, and gives up each row.
    if (interval === 0) throw new CellFormatError('A header cannot come every 0 rows.');
    return this.#count % interval === 0;
  }

  #cell(doc: Event, key: ColumnKey, format: CellFormat): string {
    const value = this.#value(doc, key);
    if (value === undefined) return ' '.repeat(Math.max(0, format.width));
    return formatCell(value, format, this.#options.extraPad);
  }

  #value(doc: Event, key: ColumnKey): unknown {
    if (key === TIME_KEY) return timeValue(doc.time);
    // Python does not ask whether a boolean is filled, but it does of everything else.
    if (key === 'seq_num') return isFilled(doc, key) ? doc.seq_num : undefined;
    if (typeof doc.data[key] === 'boolean') return doc.data[key];
    return eventValue(doc, key);
  }

  #printHeader(): void {
    if (!this.#writes) return;
    const pad = padding(this.#options.extraPad);
    const names = Array.from(
      this.#formats,
      ([key, { width }]) => padLeft(headingOf(key), width - this.#options.extraPad) + pad,
    );
    this.#print(this.#separator());
    this.#print(`|${names.join('|')}|`);
    this.#print(this.#separator());
  }

  #separator(): string {
    return `+${Array.from(this.#formats.values(), ({ width }) => '-'.repeat(Math.max(0, width))).join('+')}+`;
  }

  #print(text: string): void {
    if (this.#options.logbook) this.#rows.push(text);
    this.#out?.(text);
  }
}

/** The line under a table that says which run it was. */
function watermark(start: RunStart): string {
  for (const key of ['plan_type', 'plan_name', 'scan_id']) {
    if (!Object.hasOwn(start, key)) throw new Error(`the start document has no '${key}'.`);
  }
  const [type, name, scan] = [start.plan_type, start.plan_name, start.scan_id].map(pythonStr);
  return `${type} ${name} ['${truncate(start.uid, 8)}'] (scan num: ${scan})`;
}
