import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { importsOf } from './instruments/imports.js';

const ROOT = new URL('../', import.meta.url);

interface Package {
  main: string;
  types: string;
  exports: Record<string, string | Record<string, string>>;
  typesVersions: Record<string, Record<string, string[]>>;
}

const { main, types, exports, typesVersions } = JSON.parse(
  readFileSync(new URL('package.json', ROOT), 'utf8'),
) as Package;

const entries = Object.entries(exports).flatMap(([name, target]) =>
  typeof target === 'string' ? [] : [{ name, target }],
);

/** Every built file that `from` reaches, and what it imports from outside. */
function reach(from: string): { files: Set<string>; outside: string[] } {
  const files = new Set<string>();
  const outside: string[] = [];
  const visit = (file: URL): void => {
    if (files.has(file.href)) return;
    files.add(file.href);
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (name.startsWith('.')) visit(new URL(name, file));
      else outside.push(`${file.pathname.split('/lib/')[1]} imports ${name}`);
    }
  };
  visit(new URL(from, ROOT));
  return { files, outside };
}

describe('package.json', () => {
  it.each(entries.flatMap(({ name, target }) => Object.values(target).map((file) => [name, file])))(
    'exports %s as %s, which is built',
    (_, file) => {
      expect(existsSync(new URL(file, ROOT))).toBe(true);
    },
  );

  it('names the types first, of the file beside them', () => {
    for (const { target } of entries) {
      expect(Object.keys(target)[0]).toBe('types');
      expect(target.types).toBe(target.default?.replace(/\.js$/, '.d.ts'));
    }
  });

  it('says the same to resolvers that do not know exports', () => {
    const subpaths = entries.filter(({ name }) => name !== '.');
    const expected = Object.fromEntries(subpaths.map(({ name, target }) => [name.slice(2), [target.types?.slice(2)]]));
    expect(typesVersions).toEqual({ '*': expected });
  });

  it('has the root as main', () => {
    const root = entries.find(({ name }) => name === '.')?.target;
    expect(`./${types}`).toBe(root?.types);
    expect(`./${main}`).toBe(root?.default);
  });

  it('reaches nothing but itself and one pure package from main, so that a browser can bundle it', () => {
    const { files, outside } = reach(main);
    expect(outside).toEqual(['fitting/fit/ml-levenberg-marquardt.js imports ml-levenberg-marquardt']);
    expect(files.size).toBeGreaterThan(40);
  });

  it('control: would see what Node code needs', () => {
    expect(reach('lib/cli/livesky.js').outside).not.toEqual([]);
  });
});
