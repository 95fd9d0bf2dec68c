import { expect, test } from 'vitest';
import { Declarations } from './declarations.js';
import { loadTslab } from './tslab.js';

const cutter = new Declarations(loadTslab(() => {}).compiler);
const text = `import os, { a as b, type T } from 'os';
import * as all from 'all';
import type { Only } from 'types';
declare const p: number, q: { x: string }, r = 1;
declare function f(a: number): number;
declare class K { x: number; }
declare enum E { A }
interface I { y: number }
type U = I | K;
`;

test('takes values out and leaves types', () => {
  const gone = new Set(['q', 'K', 'b', 'all']);
  expect(cutter.without(text, (name) => gone.has(name))).toBe(`import os, { type T } from 'os';
import type { Only } from 'types';
declare const p: number, r = 1;
declare function f(a: number): number;
declare enum E { A }
interface I { y: number }
type U = I | K;
`);
});

test('picks values', () => {
  expect(cutter.only(text, new Set(['q', 'f', 'os']))).toBe(`import os from 'os';
declare const q: { x: string };
declare function f(a: number): number;
`);
});
