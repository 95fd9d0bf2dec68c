import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { prefixDestination } from './destination.js';
import { surroundings } from './surroundings.js';

const LAB = 'share/jupyter/lab/static/package.json';
const WIDGETS = 'share/jupyter/labextensions/@jupyter-widgets/jupyterlab-manager/package.json';

function warnings(files: Record<string, string>, directory = packageDirectory()): string[] {
  const prefix = mkdtempSync(join(tmpdir(), 'prefix-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(prefix, dirname(path)), { recursive: true });
    writeFileSync(join(prefix, path), text);
  }
  const found = surroundings(prefixDestination(prefix), { name: 'livesky', directory });
  return found.map((each) => each.replaceAll(prefix, 'PREFIX'));
}

function packageDirectory(...parts: string[]): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'package-')), ...parts);
  mkdirSync(join(directory, 'labextension'), { recursive: true });
  return directory;
}

const lab = (version: string): string => JSON.stringify({ jupyterlab: { version } });
const widgets = (version: string): string => JSON.stringify({ version });

test('JupyterLab 4 with jupyterlab_widgets 3 is fine', () => {
  expect(warnings({ [LAB]: lab('4.6.6'), [WIDGETS]: widgets('5.0.16') })).toEqual([]);
});

test.each([
  [{}, 'JupyterLab 4 was not found for PREFIX: python -m pip install "jupyterlab>=4,<5"'],
  [
    { [LAB]: lab('3.6.8') },
    `JupyterLab 4 is needed, but PREFIX/${LAB} is of version 3.6.8: python -m pip install "jupyterlab>=4,<5"`,
  ],
  [
    { [LAB]: '{' },
    `JupyterLab 4 is needed, but PREFIX/${LAB} is of version ?: python -m pip install "jupyterlab>=4,<5"`,
  ],
])('with %o in place of JupyterLab', (files, line) => {
  expect(warnings({ [WIDGETS]: widgets('5.0.16'), ...files })).toEqual([line]);
});

test.each([
  [{}, 'jupyterlab_widgets 3 was not found for PREFIX: python -m pip install "jupyterlab_widgets>=3,<4"'],
  [
    { [WIDGETS]: widgets('3.1.11') },
    `jupyterlab_widgets 3 is needed, but PREFIX/${WIDGETS} is of version 3.1.11: python -m pip install "jupyterlab_widgets>=3,<4"`,
  ],
])('with %o in place of the widget manager', (files, line) => {
  expect(warnings({ [LAB]: lab('4.6.6'), ...files })).toEqual([line]);
});

test("a package without its extension, or in npm's cache", () => {
  const good = { [LAB]: lab('4.6.6'), [WIDGETS]: widgets('5.0.16') };
  const empty = mkdtempSync(join(tmpdir(), 'package-'));
  expect(warnings(good, empty)).toEqual([
    expect.stringContaining('has not been built and was left out: npm run build'),
  ]);
  const cached = packageDirectory('_npx', 'abc', 'node_modules', 'livesky');
  expect(warnings(good, cached)).toEqual([expect.stringContaining('which may be emptied: npm install livesky')]);
});
