import { describe, expect, it } from 'vitest';

import { Random } from '../../tests/instruments/random.js';
import { fromBase64, toBase64 } from '../wire/base64.js';
import { bufferToBase64 } from './buffer-base64.js';

describe('bufferToBase64', () => {
  it('writes what the package itself would, also of a part of a buffer', () => {
    const random = new Random(7);
    for (const length of [0, 1, 2, 3, 1000, 20_000]) {
      const bytes = Uint8Array.from({ length: length + 3 }, () => random.below(256)).subarray(2, 2 + length);
      expect(bufferToBase64(bytes)).toBe(toBase64(bytes));
      expect(fromBase64(bufferToBase64(bytes))).toEqual(bytes);
    }
  });
});
