import type { EventDescriptor, RunStop } from '../documents/index.js';
import { fromTagged, toTagged } from '../documents/index.js';
import type { Column, GrowingFloats, RowRange, RunColumns, StreamColumns } from '../figures/index.js';
import type { Bytes } from './channel.js';
import { checkBody, FrameError } from './check-frame.js';
import { WIRE } from './versions.js';

/**
 * A cut of a run: what is new since the last one, or (in a model's state) everything.
 *
 * The JSON part names its numeric columns by their place in `buffers`.
 */
export interface FrameBody {
  /** Descriptors that the page does not have yet, in order. */
  descriptors: unknown[];
  rows: RowChunk[];
  /** The stop document once there is one. */
  stop: unknown;
}

/** Rows of one descriptor, as columns. */
interface RowChunk {
  /** The place of the descriptor among the run's. */
  descriptor: number;
  length: number;
  seqNum: BufferRef;
  time: BufferRef;
  columns: { field: string; values: BufferRef | unknown[] }[];
  /** Which of them, counted from 0, were taken again; absent for none. */
  retaken?: number[];
}

interface BufferRef {
  /** Index into the buffers, each of little-endian doubles. */
  f8: number;
}

/** A numbered frame as a custom message. */
export interface FrameMessage {
  kind: 'frame';
  wire: number;
  seq: number;
  /** Whether pages are to say how far they are. */
  ask?: boolean;
  /** Makes frames that follow one another differ in length. */
  pad?: string;
  body: FrameBody;
}

/** A body and the bytes it refers to. */
export interface EncodedFrame {
  body: FrameBody;
  buffers: Float64Array[];
}

/** Which part of a run to encode. */
export interface Cut {
  descriptors: readonly EventDescriptor[];
  /** Rows by stream, ascending. */
  rows: ReadonlyMap<StreamColumns, readonly RowRange[]>;
  stop: RunStop | undefined;
  /** The columns to encode; default: all. */
  fields?: ReadonlySet<string>;
}

/** The mark of a row that has no value in a column. */
const MISSING: { readonly $missing: true } = { $missing: true };

/**
 * Builds the message for frame number `seq`.
 *
 * Linux takes two packets of one length in a row for parts of something longer and does not acknowledge the
 * second for 40 ms, for which Jupyter Server holds back what follows: frames that follow one another have
 * different lengths.
 */
export function frameMessage(seq: number, body: FrameBody): FrameMessage {
  return { kind: 'frame', wire: WIRE, seq, pad: ' '.repeat(seq % 2), body };
}

/** Encodes a part of a run; the buffers are copies, safe from later rows. */
export function encodeFrame(cut: Cut): EncodedFrame {
  const buffers: Float64Array[] = [];
  const rows: RowChunk[] = [];
  for (const [stream, all] of cut.rows) {
    for (const some of byDescriptor(stream, all)) rows.push(encodeChunk(stream, some, buffers, cut.fields));
  }
  const stop = cut.stop ? toTagged(cut.stop) : null;
  return { body: { descriptors: cut.descriptors.map(toTagged), rows, stop }, buffers };
}

/** Applies a body to a run. Throws a {@link FrameError} on anything malformed. */
export function applyFrame(run: RunColumns, body: FrameBody, buffers: readonly Bytes[]): void {
  checkBody(body);
  for (const doc of body.descriptors) run.addDescriptor(fromTagged(doc) as EventDescriptor);
  for (const chunk of body.rows) applyChunk(run, chunk, buffers);
  if (body.stop !== null) run.putStop(fromTagged(body.stop) as RunStop);
  run.revision += 1;
}

/** Everything that a run has. */
export function wholeOf({ descriptors, streams, stop }: RunColumns): Cut {
  const rows = new Map(Array.from(streams.values(), (stream) => [stream, [{ from: 0, to: stream.length }]]));
  return { descriptors, rows, stop };
}

/** Splits rows where the descriptor changes. */
function* byDescriptor({ owners }: StreamColumns, ranges: readonly RowRange[]): Generator<RowRange[]> {
  let some: RowRange[] = [];
  for (const { from, to } of ranges) {
    for (let at = from; at < to;) {
      const end = Math.min(to, owners.endAfter(at));
      if (some[0] && owners.at(some[0].from) !== owners.at(at)) {
        yield some;
        some = [];
      }
      some.push({ from: at, to: end });
      at = end;
    }
  }
  if (some.length > 0) yield some;
}

function encodeChunk(
  stream: StreamColumns,
  ranges: readonly RowRange[],
  buffers: Float64Array[],
  fields: ReadonlySet<string> | undefined,
): RowChunk {
  const doubles = (values: GrowingFloats): BufferRef => {
    buffers.push(copyOf(values, ranges));
    return { f8: buffers.length - 1 };
  };
  const retaken = placesOf(stream.retaken, ranges);
  return {
    ...(retaken.length > 0 ? { retaken } : {}),
    descriptor: stream.owners.at((ranges[0] as RowRange).from),
    length: ranges.reduce((sum, { from, to }) => sum + to - from, 0),
    seqNum: doubles(stream.seqNum),
    time: doubles(stream.time),
    columns: Array.from(stream.columns)
      .filter(([field]) => fields?.has(field) ?? true)
      .map(([field, column]) => ({
        field,
        values: column.floats ? doubles(column.floats) : encodeCells(column, ranges),
      })),
  };
}

/** Where some rows stand among those of all ranges. */
function placesOf(some: ReadonlySet<number>, ranges: readonly RowRange[]): number[] {
  if (some.size === 0) return [];
  const places: number[] = [];
  let before = 0;
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row++) if (some.has(row)) places.push(before + row - from);
    before += to - from;
  }
  return places;
}

function copyOf(values: GrowingFloats, ranges: readonly RowRange[]): Float64Array {
  const [only, second] = ranges;
  if (only && !second) return values.view(only.from, only.to).slice();
  const copy = new Float64Array(ranges.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of ranges) for (let row = from; row < to; row++) copy[at++] = values.at(row);
  return copy;
}

function encodeCells(column: Column, ranges: readonly RowRange[]): unknown[] {
  const cells: unknown[] = [];
  for (const { from, to } of ranges) for (let row = from; row < to; row++) cells.push(encodeCell(column.at(row)));
  return cells;
}

function encodeCell(value: unknown): unknown {
  return value === undefined ? MISSING : toTagged(value);
}

function decodeCell(value: unknown): unknown {
  const missing = typeof value === 'object' && value !== null && '$missing' in value;
  return missing ? undefined : fromTagged(value);
}

function applyChunk(run: RunColumns, chunk: RowChunk, buffers: readonly Bytes[]): void {
  if (!run.descriptors[chunk.descriptor]) {
    throw new FrameError(`The frame has rows of descriptor ${chunk.descriptor}, which never came.`);
  }
  const stream = run.streamOf(chunk.descriptor);
  const seqNum = doublesOf(chunk.seqNum, chunk.length, buffers);
  const time = doublesOf(chunk.time, chunk.length, buffers);
  const cells = new Map<string, ArrayLike<unknown>>();
  for (const { field, values } of chunk.columns) {
    stream.addColumn(field);
    cells.set(field, decodeValues(values, chunk.length, buffers));
  }
  stream.putBlock(chunk.descriptor, { seqNum, time, cells });
  for (const at of chunk.retaken ?? []) stream.markRetaken(chunk.descriptor, seqNum[at] as number);
}

function decodeValues(values: BufferRef | unknown[], length: number, buffers: readonly Bytes[]): ArrayLike<unknown> {
  return Array.isArray(values) ? values.map(decodeCell) : doublesOf(values, length, buffers);
}

function doublesOf(ref: BufferRef, length: number, buffers: readonly Bytes[]): Float64Array {
  const bytes = buffers[ref.f8];
  if (!bytes) throw new FrameError(`The frame refers to buffer ${ref.f8}, which did not come.`);
  if (bytes.byteLength !== length * Float64Array.BYTES_PER_ELEMENT) {
    throw new FrameError(`Buffer ${ref.f8} has ${bytes.byteLength} bytes for ${length} rows.`);
  }
  return alignedDoubles(bytes);
}

/** The bytes as doubles; a message's buffers start at any offset, so most have to be copied. */
function alignedDoubles(bytes: Bytes): Float64Array {
  const { buffer, byteOffset, byteLength } = bytes;
  if (byteOffset % Float64Array.BYTES_PER_ELEMENT === 0) {
    return new Float64Array(buffer, byteOffset, byteLength / Float64Array.BYTES_PER_ELEMENT);
  }
  const copy = new Uint8Array(byteLength);
  copy.set(new Uint8Array(buffer, byteOffset, byteLength));
  return new Float64Array(copy.buffer);
}
