import type { EventDescriptor, RunStart, RunStop } from '../documents/index.js';
import { fromTagged, toTagged } from '../documents/index.js';
import type { FigureSpec, RowRange } from '../figures/index.js';
import { fieldsOf, rowsWorthKeeping, RunColumns } from '../figures/index.js';
import { fromBase64, toBase64 } from './base64.js';
import type { Bytes } from './channel.js';
import { checkBody } from './check-frame.js';
import { checkPoints, checkValues } from './check-size.js';
import { checkSpec } from './check-spec.js';
import { applyFrame, encodeFrame } from './frame.js';
import type { FrameBody } from './frame.js';
import { PACKAGE_VERSION, WIRE } from './versions.js';

/** A figure that needs neither a kernel nor a widget manager: a specification and the columns it shows. */
export interface SavedFigure {
  wire: number;
  version: string;
  spec: FigureSpec;
  runs: SavedRun[];
  /** Sentences on what was left out. */
  notices: string[];
}

/** A run as far as one figure shows it. */
interface SavedRun {
  /** Of the start document, what figures read. */
  start: unknown;
  body: FrameBody;
  /** The body's buffers as base64. */
  buffers: string[];
}

/** A saved figure as it is read. */
export interface OpenedFigure {
  spec: FigureSpec;
  /** By uid, in the order of the figure. */
  runs: ReadonlyMap<string, RunColumns>;
  notices: readonly string[];
}

/** A saved figure that cannot be read. */
export class SavedFigureError extends Error {
  override readonly name = 'SavedFigureError';
}

const START_KEYS: readonly (keyof RunStart)[] = ['uid', 'time', 'scan_id', 'plan_name', 'num_points'];
const DESCRIPTOR_KEYS: readonly (keyof EventDescriptor)[] = ['uid', 'time', 'run_start', 'name', 'data_keys'];
const STOP_KEYS: readonly (keyof RunStop)[] = ['uid', 'time', 'run_start', 'exit_status', 'reason'];
/** Characters of base64 that a row takes in one column. */
const CELL = (8 * 4) / 3;
/** The quotes of a text in a list, and a comma. */
const QUOTED = 3;
/** `seq_num` and the time come with every row. */
const ALWAYS = 2;
/** About the characters of JSON that rows take whatever is in them, and each of their columns beside its name. */
const CHUNK = 110;
const COLUMN = 35;
/** Of what should fit where something did not, so much is tried. */
const SAFE = 0.98;
/** A reason may hold a whole traceback. */
const LONGEST_TEXT = 2000;

/** A figure as it is saved, and what it shows when it is opened again. */
export interface CutFigure {
  saved: SavedFigure;
  /** Makes columns of what was kept of each run. */
  kept(): RunColumns[];
}

/**
 * The lasting form of a figure. Of each run it keeps what fits into `bytesPerRun`: lines keep their
 * outline, tables their beginning and their end.
 */
export function cutFigure(spec: FigureSpec, runs: readonly RunColumns[], bytesPerRun: number): CutFigure {
  const notices: string[] = [];
  const cuts = runs.map((run) => {
    const cut = cutRun(spec, run, bytesPerRun);
    if (cut.keptRows < cut.allRows) notices.push(leftOut(run.start.uid, cut.keptRows, cut.allRows));
    return cut;
  });
  return {
    saved: { wire: WIRE, version: PACKAGE_VERSION, spec, runs: cuts.map(({ saved }) => saved), notices },
    kept: () => cuts.map(({ saved: { start, body }, buffers }) => columnsOf(start, body, buffers)),
  };
}

/** Reads a saved figure, which may come from anywhere. Throws what says what is wrong with it. */
export function openFigure(saved: unknown): OpenedFigure {
  const { spec, runs, notices } = recordOf(saved, 'The figure');
  checkSpec(spec);
  if (!Array.isArray(runs)) throw new SavedFigureError('The saved figure has no list of runs.');
  const opened = new Map(runs.map((run) => openRun(recordOf(run, 'A run'))).map((run) => [run.start.uid, run]));
  checkPoints(spec, opened);
  const texts = Array.isArray(notices) ? notices.filter((each) => typeof each === 'string') : [];
  return { spec, runs: opened, notices: texts };
}

/** A run as it is saved. */
interface CutRun {
  saved: SavedRun;
  /** The buffers of its body. */
  buffers: readonly Bytes[];
  keptRows: number;
  allRows: number;
}

function cutRun(spec: FigureSpec, run: RunColumns, most: number): CutRun {
  const fields = new Set(fieldsOf(spec, run.start.uid));
  const allRows = countRows(rowsWorthKeeping(spec, run, Infinity));
  const room = most - charactersOf(writeRun(run, new Map(), fields).saved) - chunkSize(fields);
  let rows = Math.max(0, Math.floor(room / (CELL * (fields.size + ALWAYS))));
  // Of text and arrays nobody knows how much room they take before they are written.
  for (;;) {
    const cut = writeRun(run, rowsWorthKeeping(spec, run, rows), fields);
    const size = charactersOf(cut.saved);
    if (rows === 0 || size <= most) return { ...cut, allRows };
    rows = Math.floor(Math.min(rows, cut.keptRows) * (most / size) * SAFE);
  }
}

function chunkSize(fields: ReadonlySet<string>): number {
  return [...fields].reduce((sum, field) => sum + COLUMN + field.length, CHUNK);
}

/** How long a saved run is as JSON. Base64 is written as it is: making a text of it all to count it takes long. */
export function charactersOf({ buffers, ...rest }: SavedRun): number {
  return buffers.reduce((sum, { length }) => sum + length + QUOTED, JSON.stringify({ ...rest, buffers: [] }).length);
}

function writeRun(
  run: RunColumns,
  rows: ReturnType<typeof rowsWorthKeeping>,
  fields: ReadonlySet<string>,
): Omit<CutRun, 'allRows'> {
  const descriptors = run.descriptors.map((doc) => only(doc, DESCRIPTOR_KEYS));
  const { reason, ...stop } = run.stop ? only(run.stop, STOP_KEYS) : {};
  const whole = { ...stop, ...(reason === undefined ? {} : { reason: reason.slice(0, LONGEST_TEXT) }) };
  const cut = { descriptors: descriptors as EventDescriptor[], rows, fields };
  const { body, buffers } = encodeFrame({ ...cut, stop: run.stop ? (whole as RunStop) : undefined });
  const start = toTagged(only(run.start, START_KEYS));
  return { saved: { start, body, buffers: buffers.map(toBase64) }, buffers, keptRows: countRows(rows) };
}

function openRun({ start, body, buffers }: Record<string, unknown>): RunColumns {
  const { uid, time } = recordOf(start, 'The start of a run');
  if (typeof uid !== 'string' || typeof time !== 'number') {
    throw new SavedFigureError('A run of the saved figure has no uid or no time.');
  }
  if (!Array.isArray(buffers) || !buffers.every((each) => typeof each === 'string')) {
    throw new SavedFigureError('The columns of the saved figure are not texts of base64.');
  }
  checkBody(body);
  checkValues(body);
  return columnsOf(start, body, buffers.map(decode));
}

/** A run of which no more will come. */
function columnsOf(start: unknown, body: FrameBody, buffers: readonly Bytes[]): RunColumns {
  const run = new RunColumns(fromTagged(start) as RunStart, new Set());
  applyFrame(run, body, buffers);
  run.isClosed = true;
  return run;
}

function decode(text: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch {
    throw new SavedFigureError('A column of the saved figure is not base64: the notebook has been damaged.');
  }
}

function leftOut(uid: string, kept: number, total: number): string {
  return `The notebook holds ${kept} of ${total} rows of run ${uid}.`;
}

function countRows(rows: ReadonlyMap<unknown, readonly RowRange[]>): number {
  let count = 0;
  for (const ranges of rows.values()) for (const { from, to } of ranges) count += to - from;
  return count;
}

function only<T extends object>(doc: T, keys: readonly (keyof T)[]): Partial<T> {
  const kept = keys.filter((key) => doc[key] !== undefined).map((key) => [key, doc[key]]);
  return Object.fromEntries(kept) as Partial<T>;
}

function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SavedFigureError(`${what} in the notebook is not an object.`);
}
