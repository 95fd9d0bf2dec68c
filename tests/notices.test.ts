import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface JupyterLabList {
  packages: { name: string; versionInfo: string; licenseId: string; extractedText: string }[];
}

const listOf = (project: string): JupyterLabList =>
  JSON.parse(readFileSync(join(project, 'labextension', 'static', 'third-party-licenses.json'), 'utf8')) as never;

describe('the notices of the build', () => {
  const text = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8');

  it('the labextension names every package in it, also those that its packages import', () => {
    const { packages } = listOf(ROOT);
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['css-loader', 'd3-array', 'd3-scale', 'd3-selection', 'style-loader']),
    );
    expect(names).not.toContain('d3-geo');
    packages.forEach(({ extractedText }) => expect(extractedText).toMatch(/copyright/i));
  });

  it("the file holds the notices of methods and schemas that are others'", () => {
    expect(text).toContain('Minpack Copyright Notice (1999) University of Chicago');
    expect(text).toContain('developed by the');
    expect(text).toMatch(/event-model[^]*Redistribution and use in source and binary forms/);
  });

  it('the file names those and every package that is needed at run time', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; dev?: boolean; optional?: boolean; devOptional?: boolean }>;
    };
    const needed = Object.entries(lock.packages)
      .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1)} ${version} (`);
    expect(needed.length).toBeGreaterThan(20);
    const bundled = listOf(ROOT).packages.map(({ name, versionInfo }) => `${name} ${versionInfo} (`);
    expect([...needed, ...bundled].filter((line) => !text.includes(`\n${line}`))).toEqual([]);
  });
});

/** A project with one dependency and one bundled package, and what the script makes of it. */
function noticesOf(dependency: object, files: Record<string, string>, own: Record<string, string> = {}) {
  const project = mkdtempSync(join(tmpdir(), 'project-'));
  const write = (path: string, content: string): void => {
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), content);
  };
  write('package.json', JSON.stringify({ name: 'ours', version: '1.0.0', dependencies: { needed: '1.2.3' } }));
  write('node_modules/needed/package.json', JSON.stringify({ name: 'needed', version: '1.2.3', ...dependency }));
  write('labextension/static/third-party-licenses.json', '');
  write('.build/bundled-packages.json', JSON.stringify([join(project, 'node_modules', 'needed')]));
  for (const [path, content] of Object.entries(files)) write(`node_modules/needed/${path}`, content);
  for (const [path, content] of Object.entries(own)) write(path, content);
  const script = join(ROOT, 'scripts', 'notices.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, project], { encoding: 'utf8' });
  const notices = status === 0 ? readFileSync(join(project, 'THIRD-PARTY-NOTICES.txt'), 'utf8') : '';
  return { project, status, stderr, notices };
}

describe('a package', () => {
  it('with a licence that is known and its text is listed, with its other notices', () => {
    const { project, status, notices } = noticesOf(
      { license: 'MIT AND ISC' },
      { LICENSE: 'the terms', 'NOTICE.md': 'and a notice' },
    );
    expect(status).toBe(0);
    expect(notices).toMatch(/needed 1\.2\.3 \(MIT AND ISC\)\n-+\nthe terms\n\nand a notice\n/);
    expect(listOf(project).packages).toEqual([
      { name: 'needed', versionInfo: '1.2.3', licenseId: 'MIT AND ISC', extractedText: 'the terms\n\nand a notice' },
    ]);
  });

  it('whose text we keep is listed, in that version only', () => {
    const kept = { 'licenses/needed@1.2.3.txt': 'kept terms' };
    expect(noticesOf({ license: 'MIT' }, {}, kept).notices).toContain('kept terms');
    const { status } = noticesOf({ license: 'MIT' }, {}, { 'licenses/needed@1.2.2.txt': 'kept terms' });
    expect(status).toBe(1);
  });

  it.each([
    ['no text', { license: 'MIT' }, {}, 'needed 1.2.3 comes without the text of its licence'],
    ['an empty text', { license: 'MIT' }, { LICENSE: ' \n' }, 'needed 1.2.3 comes without the text of its licence'],
    ['no licence', {}, { LICENSE: 'x' }, 'the licence of needed 1.2.3 is not named'],
    ['an empty licence', { license: '' }, { LICENSE: 'x' }, 'the licence of needed 1.2.3 is'],
    ['an unknown licence', { license: 'GPL-3.0' }, { LICENSE: 'x' }, 'the licence of needed 1.2.3 is GPL-3.0'],
    [
      'one of two unknown',
      { license: '(MIT AND Odd-1.0)' },
      { LICENSE: 'x' },
      'the licence of needed 1.2.3 is (MIT AND Odd-1.0)',
    ],
    [
      'a licence of its own',
      { license: 'SEE LICENSE IN LICENSE' },
      { LICENSE: 'x' },
      'the licence of needed 1.2.3 is SEE LICENSE',
    ],
  ])('with %s ends the build with its name', (_, dependency, files, line) => {
    const { status, stderr } = noticesOf(dependency, files);
    expect(status).toBe(1);
    expect(stderr).toContain(`livesky: ${line}`);
  });
});
