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
    else for (const source of this.#sources) this.#read(source);
    const [x, y] = [this.#x.view(), this.#y.view()];
    for (let i = from; i < x.length; i++) if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) this.#gaps += 1;
    return { x, y, leftOut: this.#leftOut, gaps: this.#gaps, lineage: this };
  }

  #read({ stream, x, y }: PointSource): void {
    for (let row = this.#sources.length === 1 ? this.#row : 0; row < stream.length; row++) {
      const xValue = x.at(row);
      const yValue = y.at(row);
      if (xValue === undefined || yValue === undefined) continue;
      if (isNumeric(xValue) && isNumeric(yValue)) {
        this.#x.push(Number(xValue));
        this.#y.push(Number(yValue));
      } else this.#leftOut += 1;
    }
    this.#row = stream.length;
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
