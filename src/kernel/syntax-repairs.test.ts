import { expect, test } from 'vitest';
import { repairSyntax } from './syntax-repairs.js';
import { loadTslab } from './tslab.js';

const { compiler } = loadTslab(() => {});
const repaired = (source: string): string => repairSyntax(compiler, source).source;

test.each([
  ['await (x)', 'await Promise.resolve( (x))'],
  ['const r = await(x).y', 'const r = await Promise.resolve((x).y)'],
  ['await (async () => { await (q) })()', 'await Promise.resolve( (async () => { await (q) })())'],
  ['f(await (a), await (b))', 'f(await Promise.resolve( (a)), await Promise.resolve( (b)))'],
  ['import x from "x"\nawait (x) as T', 'import x from "x"\nawait Promise.resolve( (x)) as T'],
  ['await\n  x', 'await Promise.resolve(\n  x)'],
  ['await [a]', 'await Promise.resolve( [a])'],
  ['async function f() { await (x) }', 'async function f() { await (x) }'],
  ['await x', 'await x'],
  ['await λ', 'await λ'],
  ['export const w = await (1)', '       const w = await Promise.resolve( (1))'],
  ['export async function f() {}', '       async function f() {}'],
  ['export default 1', 'export default 1'],
  ['const a = 1\nexport { a,\n b };', 'const a = 1\n           \n     '],
  ['export { a as b }', 'export { a as b }'],
  ['export { a } from "x"', 'export { a } from "x"'],
  ['({ x })', '({ x: x })'],
  ['f({ a: 1, x, ...y })', 'f({ a: 1, x: x, ...y })'],
  ['({ x = 1, y } = z)', '({ x: x = 1, y: y } = z)'],
  ['const g = () => ({ µ, $s })', 'const g = () => ({ µ: µ, $s: $s })'],
  ['const { x, y } = z', 'const { x, y } = z'],
  ['import { x } from "x"', 'import { x } from "x"'],
  ['await f({ x }, await (y))', 'await f({ x: x }, await Promise.resolve( (y)))'],
])('%s', (source, expected) => {
  expect(repaired(source)).toBe(expected);
});

test('leads back to the columns of the user', () => {
  const { source, back } = repairSyntax(compiler, 'a\nf(await (a), await (b), c)');
  const column = source.split('\n')[1]?.indexOf(', c') ?? -1;
  expect(back({ line: 1, column })).toEqual({ line: 1, column: 22 });
  expect(back({ line: 1, column: 2 })).toEqual({ line: 1, column: 2 });
  expect(back({ line: 0, column: 40 })).toEqual({ line: 0, column: 40 });
});

test('sees a for await', () => {
  expect(repairSyntax(compiler, 'for await (const x of y) f(x)').awaits).toBe(true);
  expect(repairSyntax(compiler, 'const g = async () => { for await (const x of y) f(x) }').awaits).toBe(false);
});
