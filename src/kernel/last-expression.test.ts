import { beforeAll, expect, it } from 'vitest';

import { lastExpression } from './last-expression.js';
import { loadTslab } from './tslab.js';
import type { Compiler } from './tslab.js';

let compiler: Compiler;
beforeAll(() => {
  compiler = loadTslab(() => {}).compiler;
}, 30_000);

it.each([
  ['scan([det], motor, -1, 1, 5)', 'scan([det], motor, -1, 1, 5)'],
  ['const p = 1\ncount([det]); // read', 'count([det])'],
  ['%matplotlib notebook\ncount(\n  [det],\n)\n', 'count(\n  [det],\n)'],
  ['const p = count([det])', undefined],
  ['', undefined],
])('of %j is %j', (code, expression) => {
  expect(lastExpression(compiler, code)).toBe(expression);
});
