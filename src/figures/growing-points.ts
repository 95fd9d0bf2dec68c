import { GrowingFloats } from './growing-floats.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';
import type { StreamColumns } from './stream-columns.js';

/** The points of one line in the order they were taken; a y of NaN is a gap. */
export interface LinePoints {
  x: Float64Array;
  y: Float64Array;
  /** How many rows had the fields but no numbers in them. */
  leftOut: number;
  /** How many points are not finite. */
  gaps: number;
  /** How many rows have no value of one of the fields, though others of their stream do; absent for none. */
  missing?: number;
  /** Which fields were no finite numbers in rows that were left out and in gaps; absent for none. */
  faulty?: readonly ('x' | 'y')[];
  /** The same object for points that have only become more since, so that work on the first can be kept. */
  lineage?: object;
}

/** A stream with both fields of a series. */
export interface PointSource {
  stream: StreamColumns;
  x: FieldReader;
  y: FieldReader;
}

/** A field's values in a stream. */
export interface FieldReader {
  /** Where they are kept. */
  of: object;
  /** The value of a row; undefined where there is none. */
  at(row: number): unknown;
  /** All of them, if they are doubles as they are. */
  doubles(): GrowingFloats | undefined;
}

/** Booleans are drawn as 0 and 1, as in matplotlib. */
export function isNumeric(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** One row of one source. */
export interface SourceRow {
  source: PointSource;
  row: number;
}

/** The rows of several streams in the order in which their events were made. */
export function* inOrder(sources: readonly PointSource[]): Generator<SourceRow, void, undefined> {
  const next = sources.map((source) => ({ source, row: 0 }));
  for (;;) {
    let first: SourceRow | undefined;
    for (const each of next) {
      if (each.row < each.source.stream.length && (!first || timeOf(each) < timeOf(first))) first = each;
    }
    if (!first) return;
    yield { ...first };
    first.row += 1;
  }
}

function timeOf({ source, row }: SourceRow): number {
  return source.stream.time.at(row);
}

/** Points of sources that become more; each row is read once. Doubles are not copied. */
export class GrowingPoints {
  readonly #sources: readonly PointSource[];
  /** Columns of doubles that are the points, if they are. */
  readonly #columns: readonly [GrowingFloats, GrowingFloats] | undefined;
  readonly #x: GrowingFloats;
  readonly #y: GrowingFloats;
  readonly #edits: number;
  #row = 0;
  #leftOut = 0;
  #gaps = 0;
  #missing = 0;
  readonly #faulty = { x: false, y: false };

  constructor(sources: readonly PointSource[]) {
    this.#sources = sources;
    this.#edits = editsOf(sources);
    this.#columns = columnsOf(sources);
    [this.#x, this.#y] = this.#columns ?? [new GrowingFloats(), new GrowingFloats()];
  }

  /** Whether the same points of these sources would still be here. */
  canGrow(sources: readonly PointSource[]): boolean {
    if (sources.length !== 1 || this.#sources.length !== 1 || editsOf(sources) !== this.#edits) return false;
    const [now, before] = [sources[0] as PointSource, this.#sources[0] as PointSource];
    const isSame = now.stream === before.stream && now.x.of === before.x.of && now.y.of === before.y.of;
    return isSame && (columnsOf(sources) === undefined) === (this.#columns === undefined);
  }

  /** The points of all rows that there are by now. */
  points(): LinePoints {
    const from = this.#columns ? this.#row : this.#x.length;
    if (this.#columns) this.#row = this.#x.length;
    else this.#readNew();
    const [x, y] = [this.#x.view(), this.#y.view()];
    for (let i = from; i < x.length; i++) this.#noteGap(Number.isFinite(x[i]), Number.isFinite(y[i]));
    const faulty = (['x', 'y'] as const).filter((axis) => this.#faulty[axis]);
    return {
      x,
      y,
      leftOut: this.#leftOut,
      gaps: this.#gaps,
      ...(this.#missing > 0 ? { missing: this.#missing } : {}),
      ...(faulty.length > 0 ? { faulty } : {}),
      lineage: this,
    };
  }

  #noteGap(x: boolean, y: boolean): void {
    if (x && y) return;
    this.#gaps += 1;
    this.#noteFaults(x, y);
  }

  #noteFaults(x: boolean, y: boolean): void {
    if (!x) this.#faulty.x = true;
    if (!y) this.#faulty.y = true;
  }

  #readNew(): void {
    const [only, other] = this.#sources;
    if (!only) return;
    // Later rows of one stream may belong between those of another, so these points never grow.
    if (other) for (const { source, row } of inOrder(this.#sources)) this.#read(source, row);
    else for (; this.#row < only.stream.length; this.#row++) this.#read(only, this.#row);
  }

  #read({ x, y }: PointSource, row: number): void {
    const xValue = x.at(row);
    const yValue = y.at(row);
    if (xValue === undefined || yValue === undefined) {
      this.#missing += 1;
      return;
    }
    if (isNumeric(xValue) && isNumeric(yValue)) {
      this.#x.push(Number(xValue));
      this.#y.push(Number(yValue));
      return;
    }
    this.#leftOut += 1;
    this.#noteFaults(isNumeric(xValue), isNumeric(yValue));
  }
}

function editsOf(sources: readonly PointSource[]): number {
  return sources.reduce((sum, { stream }) => sum + stream.edits, 0);
}

function columnsOf(sources: readonly PointSource[]): [GrowingFloats, GrowingFloats] | undefined {
  if (sources.length !== 1) return undefined;
  const [x, y] = [sources[0]?.x.doubles(), sources[0]?.y.doubles()];
  return x && y ? [x, y] : undefined;
}

const known = new WeakMap<RunColumns, Map<string, GrowingPoints>>();

/** Takes up the points of a series where they were left, if they have only become more. */
export function growingPoints(run: RunColumns, series: LineSeries, sources: readonly PointSource[]): GrowingPoints {
  let ofRun = known.get(run);
  if (!ofRun) {
    ofRun = new Map();
    known.set(run, ofRun);
  }
  const key = JSON.stringify([series.x, series.y, series.epoch]);
  const before = ofRun.get(key);
  if (before?.canGrow(sources)) return before;
  const points = new GrowingPoints(sources);
  ofRun.set(key, points);
  return points;
}
