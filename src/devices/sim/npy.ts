import type { NDArray } from '../../documents/index.js';

/**
 * An array as a file of numpy's format `.npy`, version 1.0: a magic, the length of a header, the header as a
 * Python dict padded to a multiple of 64 bytes, and the elements.
 *
 * Format: numpy.lib.format.
 */
export function npyOf({ dtype, shape, data }: NDArray): Uint8Array {
  const comma = shape.length === 1 ? ',' : '';
  const dict = `{'descr': '${dtype}', 'fortran_order': False, 'shape': (${shape.join(', ')}${comma}), }`;
  const length = Math.ceil((PREAMBLE + dict.length + 1) / ALIGNMENT) * ALIGNMENT;
  const header = `${dict.padEnd(length - PREAMBLE - 1)}\n`;
  const file = new Uint8Array(length + data.byteLength);
  file.set([0x93, ...codes('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8, ...codes(header)]);
  file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), length);
  return file;
}

/** The bytes of magic, version and length before the header. */
const PREAMBLE = 10;
const ALIGNMENT = 64;

function codes(text: string): number[] {
  return [...text].map((each) => each.charCodeAt(0));
}
