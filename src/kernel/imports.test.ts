import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { KernelClient, resultOf, tracebackOf } from '../../tests/instruments/kernel-client.js';

/** A folder with files in it, far from the package. */
function folderOf(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const ESM_PACKAGE = {
  'node_modules/mine/package.json': {
    name: 'mine',
    version: '1.0.0',
    type: 'module',
    main: 'index.js',
    types: 'index.d.ts',
  },
  'node_modules/mine/index.js':
    "import { RunEngine } from 'livesky'; import { det } from 'livesky/sim'; export const engine = RunEngine; export const name = det.name;",
  'node_modules/mine/index.d.ts':
    "import { RunEngine } from 'livesky'; export const engine: typeof RunEngine; export const name: string;",
};

let kernel: KernelClient;
beforeAll(async () => {
  const folder = folderOf({
    ...ESM_PACKAGE,
    'plain.mjs': "import { RunEngine } from 'livesky'; export const engine = RunEngine;",
    'plain.d.mts': "import { RunEngine } from 'livesky'; export const engine: typeof RunEngine;",
    'deep/sib.ts':
      "import { det } from 'livesky/sim'; import { other } from '../other'; export const text: string = det.name + other;",
    'other.ts': "import { name } from 'mine'; export const other = ' of ' + name;",
    'node_modules/broken/package.json': { name: 'broken', type: 'module', main: 'index.js' },
    'node_modules/broken/index.js': "throw new RangeError('while loading')",
    'node_modules/broken/index.d.ts': 'export const x: number',
  });
  kernel = await KernelClient.start(folder);
}, 30_000);
afterAll(() => kernel.close());

test('a file that has changed is read again, and so is what imports it; others keep what they hold', async () => {
  const folder = folderOf({
    'deep.ts': 'import { top } from "./top"\nexport const inner = 1\nexport const round = (): number => top',
    'top.ts': 'import { inner } from "./deep"\nexport const top: number = inner + 1',
    'state.ts': 'export const state = { count: 0 }',
  });
  const other = await KernelClient.start(folder);
  const cell = "import { top } from './top'; import { state } from './state'; state.count += 1; [top, state.count]";
  expect(resultOf(await other.execute(cell))).toBe('[ 2, 1 ]');
  writeFileSync(
    join(folder, 'deep.ts'),
    'import { top } from "./top"\nexport const inner = 41\nexport const round = (): number => top',
  );
  // The compiler watches files: it is told of a change a moment later.
  await vi.waitFor(async () => expect(resultOf(await other.execute(cell))).toMatch(/^\[ 42, \d+ \]$/), 5000);
  expect(Number(/\d+ \]/.exec(String(resultOf(await other.execute(cell))))?.[0].slice(0, -2))).toBeGreaterThan(2);
  other.close();
});

test('every subpath is found, with its types', async () => {
  const answer = await kernel.execute(
    "import { count } from 'livesky/plans'; import { sleep } from 'livesky/plan-stubs'; import { runWrapper } from 'livesky/preprocessors'; import { LiveTable } from 'livesky/callbacks'; import { DOCUMENT_NAMES } from 'livesky/documents'; import { motor } from 'livesky/sim'; [count, sleep, runWrapper, LiveTable, DOCUMENT_NAMES, motor].map((x) => typeof x).join()",
  );
  expect(resultOf(answer)).toBe("'function,function,function,function,object,object'");
  expect((await kernel.execute("import { count as c } from 'livesky/plans'; c('det')")).reply.content.evalue).toMatch(
    /not assignable/,
  );
  expect((await kernel.execute("import x from 'livesky/nonsense'")).reply.content.evalue).toContain(
    "Cannot find module 'livesky/nonsense'",
  );
});

test.each([
  [
    'a package of ES modules',
    "import { engine } from 'mine'; import { RunEngine } from 'livesky'; engine === RunEngine",
    'true',
  ],
  ['a package that is imported later', "const m = await import('mine'); m.name", "'det'"],
  ['a module file', "import { engine as e } from './plain.mjs'; typeof e", "'function'"],
  [
    "the user's TypeScript files, which import each other and a package",
    "import { text } from './deep/sib'; text",
    "'det of det'",
  ],
])('%s can import livesky', async (_what, code, result) => {
  const answer = await kernel.execute(code);
  expect(tracebackOf(answer)).toEqual([]);
  expect(resultOf(answer)).toBe(result);
});

test('a module that fails while it is loaded is an error of the cell that imports it', async () => {
  const answer = await kernel.execute("import { x } from 'broken'; x");
  expect(tracebackOf(answer)[0]).toBe('RangeError: while loading');
  expect(tracebackOf(answer)[1]).toContain('/broken/index.js:1:7');
});

test('where the folder has a copy of livesky, everybody there gets the copy', async () => {
  const folder = folderOf({
    ...ESM_PACKAGE,
    'node_modules/livesky/package.json': {
      name: 'livesky',
      version: '9.9.9',
      type: 'module',
      exports: { '.': './index.js', './sim': './index.js' },
      main: 'index.js',
      types: 'index.d.ts',
    },
    'node_modules/livesky/index.js':
      "export const RunEngine = 'engine of the copy'; export const det = { name: 'det of the copy' };",
    'node_modules/livesky/index.d.ts': 'export const RunEngine: string; export const det: { name: string };',
  });
  const own = await KernelClient.start(folder);
  const answer = await own.execute(
    "import { engine, name } from 'mine'; import { RunEngine } from 'livesky'; [engine, name, RunEngine]",
  );
  expect(resultOf(answer)).toBe("[ 'engine of the copy', 'det of the copy', 'engine of the copy' ]");
  own.close();
}, 30_000);
