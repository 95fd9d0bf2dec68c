import { describe, expect, test } from 'vitest';
import { FigureMode, MagicError } from './figure-mode.js';
import { takeMagics } from './magics.js';
import { loadTslab } from './tslab.js';

const { compiler } = loadTslab(() => {});
const taken = (source: string): string[] =>
  takeMagics(compiler, source).magics.map(({ name, argument }) => `${name} ${argument}`.trim());

describe('takeMagics', () => {
  test('overwrites with a comment of the same length', () => {
    const cell = 'const a = 1;\n  %matplotlib notebook\na';
    const { source, magics } = takeMagics(compiler, cell);
    expect(source).toBe('const a = 1;\n  //atplotlib notebook\na');
    expect(magics).toEqual([{ name: 'matplotlib', argument: 'notebook' }]);
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

describe('FigureMode', () => {
  test('inline turns live figures off, the others on again', () => {
    const mode = new FigureMode();
    expect(mode.live).toBe(true);
    mode.apply({ name: 'matplotlib', argument: 'inline' });
    expect(mode.live).toBe(false);
    for (const argument of ['notebook', 'widget', 'qt', '']) {
      mode.apply({ name: 'matplotlib', argument });
      expect(mode.live).toBe(true);
    }
    expect(() => mode.apply({ name: 'matplotlib', argument: 'tk' })).toThrow(MagicError);
  });
});
