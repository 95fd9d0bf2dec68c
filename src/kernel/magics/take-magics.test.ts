import { describe, expect, test } from 'vitest';
import { loadTslab } from '../tslab.js';
import { takeMagics } from './take-magics.js';

const { compiler } = loadTslab(() => {});
const taken = (source: string): string[] =>
  takeMagics(compiler, source).magics.map(({ name, argument }) => `${name} ${argument}`.trim());

describe('takeMagics', () => {
  test('overwrites with a comment of the same length', () => {
    const cell = 'const a = 1;\n  %matplotlib notebook\na';
    const { source, magics } = takeMagics(compiler, cell);
    expect(source).toBe('const a = 1;\n  //atplotlib notebook\na');
    expect(magics).toEqual([{ name: 'matplotlib', argument: 'notebook', cell: false, argumentAt: 27 }]);
  });

  test.each([
    ['%matplotlib inline', ['matplotlib inline']],
    ['%matplotlib', ['matplotlib']],
    ['/* text\n*/\n%matplotlib qt', ['matplotlib qt']],
    ['function f() {\n  %matplotlib widget\n}', ['matplotlib widget']],
    ['const r = /`/;\n%matplotlib inline\n', ['matplotlib inline']],
    ['%matplotlib inline\n%matplotlib notebook', ['matplotlib inline', 'matplotlib notebook']],
    ['// comment with `\n%matplotlib inline', ['matplotlib inline']],
    ['`\n%matplotlib inline\n`', []],
    ['`${1}\n%matplotlib inline\n${2}`', []],
    ['/*\n%matplotlib inline\n*/', []],
    ['1 /* a */ /*\n%matplotlib inline\n*/ + 2', []],
    ['17\n  %q', []],
    ['%matplotlibs inline', []],
    ['`${(() => {\n%matplotlib inline\nreturn 1 })()}`', ['matplotlib inline']],
  ])('%j', (source, expected) => {
    expect(taken(source)).toEqual(expected);
    expect(takeMagics(compiler, source).source).toHaveLength(source.length);
  });
});

describe('%time and %%time', () => {
  test('leave the statement in its place, as a statement of its own', () => {
    const cell = 'const a = 1\n%time f(a)';
    const { source, magics } = takeMagics(compiler, cell);
    expect(source).toBe('const a = 1\n;     f(a)');
    expect(magics).toEqual([{ name: 'time', argument: 'f(a)', cell: false, argumentAt: 18 }]);
  });

  test.each([
    ['\n%%time\nf()', '\n//time\nf()'],
    ['f()\n%%time', 'f()\n%%time'],
    ['%%matplotlib inline', '%%matplotlib inline'],
    ['%time', '//ime'],
    ['5\n%timer', '5\n%timer'],
  ])('%j becomes %j', (cell, source) => {
    expect(takeMagics(compiler, cell).source).toBe(source);
  });
});

describe('questions', () => {
  test.each([
    ['?det', ['det']],
    ['det?', ['det']],
    ['det.read??', ['det.read']],
    ['%time?', ['%time']],
    ['?%matplotlib', ['%matplotlib']],
    ['const a = 1\na?', ['a']],
    ['?a\nb?\n', ['a', 'b']],
    ['flag\n  ?a\n  :b', []],
    ['const x = flag?\na : b', []],
    ['flag?\n1 : 2', []],
    ['`\n?a\n`', []],
    ['/*\na?\n*/', []],
    ['a?.b', []],
  ])('%j asks for %j', (cell, expected) => {
    const { asked, source } = takeMagics(compiler, cell);
    expect(asked).toEqual(expected);
    expect(source).toHaveLength(cell.length);
    if (expected.length === 0) expect(source).toBe(cell);
  });
});
