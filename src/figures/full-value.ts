import { shortened } from '../text/index.js';

/** Longer texts are of no use to anybody who looks at them. */
const LONGEST = 4000;

/** A value with all its digits, characters or elements; beyond 4000 characters it ends in `…`. */
export function fullValue(value: unknown): string {
  const pieces: string[] = [];
  write(value, pieces, { left: LONGEST });
  return shortened(pieces.join(''), LONGEST);
}

/** Stops at the limit, so that an image costs no more than what is shown of it. */
function write(value: unknown, pieces: string[], room: { left: number }): void {
  if (room.left < 0) return;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    list(value as unknown as ArrayLike<unknown>, pieces, room);
  } else {
    const piece = plain(value);
    room.left -= piece.length;
    pieces.push(piece);
  }
}

function list(values: ArrayLike<unknown>, pieces: string[], room: { left: number }): void {
  pieces.push('[');
  for (let i = 0; i < values.length && room.left >= 0; i++) {
    if (i > 0) pieces.push(', ');
    room.left -= 2;
    write(values[i], pieces, room);
  }
  pieces.push(']');
}

/** Numbers as the table writes those that are none: `nan`, `inf`. */
function plain(value: unknown): string {
  if (typeof value === 'number' && Number.isNaN(value)) return 'nan';
  if (value === Infinity || value === -Infinity) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object' || value === null) return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}
