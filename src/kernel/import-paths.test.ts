import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeImport } from './import-paths.js';
import { ownPackage } from './own-package.js';

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
for (const name of [
  'sub/deep',
  '.hidden',
  'node_modules/plain',
  'node_modules/@scope/part',
  'node_modules/@types/node',
]) {
  mkdirSync(join(folder, name), { recursive: true });
}
const files = ['mine.ts', 'view.tsx', 'made.d.ts', 'data.json', 'old.js', 'notes.txt', 'sub/other.ts'];
for (const name of files) writeFileSync(join(folder, name), '');
const exported = {
  exports: { '.': './a.js', './more': './b.js', './all/*': './all/*.js', './package.json': './package.json' },
};
writeFileSync(join(folder, 'node_modules/@scope/part/package.json'), JSON.stringify(exported));
writeFileSync(join(folder, 'node_modules/plain/package.json'), '{ damaged');

/** What the text before the cursor could become; undefined where it is in no import. */
const complete = (code: string): string[] | undefined =>
  completeImport(code, code.length, { folder, own: ownPackage() })?.matches;

test('files beside the notebook are offered as they are imported', () => {
  expect(complete("import { a } from './")).toEqual(['./data.json', './mine', './old.js', './sub/', './view']);
  expect(complete('import { a } from "./sub/')).toEqual(['./sub/deep/', './sub/other']);
  expect(complete("import './m")).toEqual(['./mine']);
  expect(complete("require('.")).toEqual(['./', '../']);
  expect(complete("import './nowhere/")).toEqual([]);
});

test('packages are offered, ours from any folder, and what they export', () => {
  const all = complete("import { a } from '") ?? [];
  expect(all.slice(0, 2)).toEqual(['livesky', 'livesky/plans']);
  expect(all).toEqual(expect.arrayContaining(['livesky/sim', '@scope/part', 'plain', 'node:fs/promises']));
  expect(all).not.toContain('@types/node');
  expect(complete("import { det } from 'livesky/call")).toEqual(['livesky/callbacks']);
  expect(complete("await import('@scope/part/")).toEqual(['@scope/part/more']);
  expect(complete("import fs from 'fs/")).toEqual(['fs/promises']);
  expect(complete("import 'plain/")).toEqual([]);
});

test('other texts are left alone', () => {
  for (const code of ["const a = 'livesky/", "import { a } from 'livesky'; ", "f('./", '// from livesky']) {
    expect(complete(code)).toBeUndefined();
  }
  expect(completeImport("import 'liv", 11, { folder, own: ownPackage() })?.start).toBe(8);
});
