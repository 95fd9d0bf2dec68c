import type { FrameBody } from './frame.js';

/** A frame that cannot be read. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** Refuses a body that is not of the form of a frame's, before anything of it is applied. */
export function checkBody(body: unknown): asserts body is FrameBody {
  const { descriptors, rows, stop } = recordOf(body, 'The body');
  for (const doc of listOf(descriptors, 'descriptors')) {
    const { uid, data_keys: keys } = recordOf(doc, 'A descriptor');
    if (typeof uid !== 'string') throw malformed('A descriptor has no uid');
    recordOf(keys, "A descriptor's data_keys");
  }
  for (const chunk of listOf(rows, 'rows')) checkChunk(recordOf(chunk, 'A chunk of rows'));
  if (stop !== null) recordOf(stop, 'The stop document');
}

function checkChunk({ descriptor, length, seqNum, time, columns, retaken }: Record<string, unknown>): void {
  if (!isCount(descriptor) || !isCount(length)) throw malformed('A chunk of rows does not say whose and how many');
  checkRef(seqNum, 'seqNum');
  checkRef(time, 'time');
  if (retaken !== undefined && !listOf(retaken, 'rows taken again').every((at) => isCount(at) && at < length)) {
    throw malformed('A row that was taken again is not among the rows');
  }
  for (const column of listOf(columns, 'columns')) {
    const { field, values } = recordOf(column, 'A column');
    if (typeof field !== 'string') throw malformed('A column has no field');
    if (!Array.isArray(values)) checkRef(values, field);
    else if (values.length !== length) throw malformed(`'${field}' has ${values.length} values for ${length} rows`);
  }
}

function checkRef(value: unknown, what: string): void {
  if (!isCount(recordOf(value, `The place of ${what}`).f8)) throw malformed(`The place of ${what} is not known`);
}

function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw malformed(`${what} is not an object`);
}

function listOf(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed(`The ${what} are not a list`);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function malformed(what: string): FrameError {
  return new FrameError(`The frame is malformed: ${what}.`);
}
