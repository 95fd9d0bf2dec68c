import { expect, test } from 'vitest';
import { SourceMap } from './source-map.js';

test('finds the source of a place, and none for what the compiler has added', () => {
  // Line 0 is the compiler's; line 1 begins at the source's 1:0, its column 4 at 1:10; line 2 goes on at 3:2.
  const map = new SourceMap(';AACA,IAAU;AAER');
  expect(map.sourceOf({ line: 0, column: 3 })).toBeUndefined();
  expect(map.sourceOf({ line: 1, column: 0 })).toEqual({ line: 1, column: 0 });
  expect(map.sourceOf({ line: 1, column: 3 })).toEqual({ line: 1, column: 0 });
  expect(map.sourceOf({ line: 1, column: 9 })).toEqual({ line: 1, column: 10 });
  expect(map.sourceOf({ line: 2, column: 0 })).toEqual({ line: 3, column: 2 });
  expect(map.sourceOf({ line: 9, column: 0 })).toBeUndefined();
});
