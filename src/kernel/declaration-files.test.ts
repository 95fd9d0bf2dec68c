import { mkdtempSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ambientModulesOf } from './ambient-modules.js';
import { installVirtualPaths } from './compiler-paths.js';
import { nodeTypesDirectory, ownPackage, packageToShow } from './own-package.js';
import { loadTslab } from './tslab.js';
import type { Compiler, Converter, Tslab } from './tslab.js';

const require = createRequire(createRequire(import.meta.url).resolve('tslab'));
const own = ownPackage();
const folder = mkdtempSync(join(tmpdir(), 'livesky-types-'));

function prepare({ sys }: Compiler): void {
  Object.assign(sys, { getCurrentDirectory: () => folder });
  installVirtualPaths(sys, { folder, visible: packageToShow(folder, own), nodeTypes: nodeTypesDirectory(own) });
}

/** The converter over the whole of Node's types, as tslab makes it. */
function wholeConverter(): Converter {
  prepare(require('@tslab/typescript-for-tslab') as Compiler);
  const module = join(dirname(require.resolve('tslab')), 'converter.js');
  const { createConverter } = require(module) as Pick<Tslab, 'createConverter'>;
  // The next one to ask gets a converter over another compiler.
  Reflect.deleteProperty(require.cache, module);
  return createConverter({ isJS: false, isBrowser: false });
}

let whole: Converter;
let lean: Converter;
let tslab: Tslab;
beforeAll(() => {
  whole = wholeConverter();
  tslab = loadTslab(() => {});
  lean = tslab.createConverter({ isJS: false, isBrowser: false });
});

/** Asks both converters; what they say must be something, and the same. */
function same<T>(ask: (converter: Converter) => T): T {
  const answer = ask(lean);
  expect(answer).toEqual(ask(whole));
  return answer;
}

const CELLS = [
  "import { RunEngine, count } from 'livesky'\nimport { det } from 'livesky/sim'\nconst RE = new RunEngine()\nawait RE(count([det], 3))",
  "import fs from 'node:fs'\nimport * as os from 'os'\nconst stat = fs.statSync('x')\nconst cpus = os.cpus()\nstat.size + cpus.length",
  "import { readFile } from 'fs/promises'\nconst text = await readFile('x', 'utf8')\nconst bytes = await readFile('x')",
  "import { createServer } from 'node:http'\nconst server = createServer((request, response) => { response.end(request.url) })",
  "import { EventEmitter, once } from 'node:events'\nclass Mine extends EventEmitter { x = 1 }\nconst mine = new Mine()",
  "const later = setTimeout(() => {}, 1)\nconst bytes = Buffer.from('a')\nconst url = new URL('http://a')\nconst answer = fetch(url)\nprocess.env.HOME",
  "const inspector = import('node:inspector')\nlet session: import('inspector').Session",
  "const tools = require('node:zlib')\ntools.gzipSync",
  "import { pipeline } from 'node:stream/promises'\nimport { createGzip } from 'node:zlib'\nimport { createReadStream, createWriteStream } from 'node:fs'\nconst done = pipeline(createReadStream('a'), createGzip(), createWriteStream('b'))",
];

const WRONG = [
  "declare module 'fs' { export interface Extra { y: number } }\nconst extra: import('fs').Extra = { y: 1 }",
  "import fs from 'node:fs'\nfs.readFileSync(3, 4)\nfs.nothing()",
  "import { nothing } from 'node:os'",
  "import x from 'node:nothing'\nimport y from 'nothing'",
  "setTimeout('x', 'y')\nBuffer.from(Symbol())\nconst n: number = process.cwd()",
  "import { createServer } from 'node:http2'\ncreateServer({ settings: 3 })",
  "const s: string = import('node:path')",
  "import { test } from 'node:test'\ntest(3, 'x', () => 5, 9)",
  'const u: number = new URL(3).href\nfetch()',
];

describe('a program whose declarations are parsed when they are asked for', () => {
  test.each(CELLS)('compiles as one that has read everything: %j', (cell) => {
    const { diagnostics, output, declOutput } = same((converter) => {
      const converted = converter.convert('', cell);
      return { ...converted, ...withoutMap(converted.output) };
    });
    expect(diagnostics).toEqual([]);
    expect(output).not.toBe('');
    expect(declOutput).not.toBe('');
  });

  test.each(WRONG)('finds the same wrong: %j', (cell) => {
    expect(same((converter) => converter.convert('', cell).diagnostics)).not.toEqual([]);
  });

  test.each(builtinModules.filter((name) => !name.startsWith('_') && name !== 'sys' && name !== 'wasi'))(
    'completes the names in %s',
    (name) => {
      const source = `import * as names from 'node:${name}'\nnames.`;
      const { candidates, kinds } = same((converter) => completionsAt(converter, source));
      expect(candidates.length).toBeGreaterThan(0);
      expect(kinds.size).toBeGreaterThan(0);
    },
  );

  test.each(['', 'conso', "import 'node:", "import * as x from 'f", 'process.', 'Buffer.', 'new Url'])(
    'completes %j',
    (source) => {
      expect(same((converter) => completionsAt(converter, source)).candidates.length).toBeGreaterThan(0);
    },
  );

  test.each([
    'setTimeout',
    'Buffer.from',
    'process.cwd',
    'new URL',
    'console.log',
    '[1].map',
    'Promise.all',
    "import { readFileSync } from 'node:fs'; readFileSync",
    "import { createHash } from 'node:crypto'; createHash",
    "import { RunEngine } from 'livesky'; new RunEngine().subscribe",
    "import { scan } from 'livesky'; scan",
  ])('tells of %j what its documentation says', (source) => {
    const info = same((converter) => plain(converter.inspect('', source, source.length - 2)));
    expect(info?.documentation?.map(({ text }) => text).join('')).not.toBe('');
    expect(info?.displayParts?.length).toBeGreaterThan(0);
  });

  test.each(['fetch', 'structuredClone'])('tells of %j, which has none, its type', (source) => {
    const info = same((converter) => plain(converter.inspect('', source, source.length - 2)));
    expect(info?.displayParts?.length).toBeGreaterThan(0);
  });

  test('is what later converters get', () => {
    const next = tslab.createConverter({ isJS: false, isBrowser: false });
    const cell = CELLS[1] ?? '';
    expect(withoutMap(next.convert('', cell).output)).toEqual(withoutMap(lean.convert('', cell).output));
    expect(completionsAt(next, "import * as names from 'node:fs'\nnames.")).toEqual(
      completionsAt(whole, "import * as names from 'node:fs'\nnames."),
    );
    next.close();
  });
});

/** Our copy of the compiler leaves an empty line where it has taken the map. */
function withoutMap(output = ''): { output: string } {
  return { output: output.replace(/\n?\/\/# sourceMappingURL=.*/, '').trim() };
}

function completionsAt(converter: Converter, source: string): { candidates: string[]; kinds: Map<string, unknown> } {
  const { candidates, original } = converter.complete('', source, source.length);
  return { candidates, kinds: new Map(original?.entries.map((entry) => [entry.name, entry])) };
}

/** What is shown: the nodes behind it belong to one program. */
function plain(info: ReturnType<Converter['inspect']>): ReturnType<Converter['inspect']> {
  return info && (JSON.parse(JSON.stringify(info)) as typeof info);
}

describe('a file that can wait', () => {
  test('declares ambient modules and nothing else', () => {
    const text =
      "/**\n * Text.\n */\ndeclare module 'a' {\n    import b from 'node:fs';\n}\ndeclare module \"node:a\" {\n    export * from 'os';\n}\n";
    expect(ambientModulesOf(text)).toEqual(['a', 'node:a']);
  });

  test.each([
    ['a global', "declare module 'a' {\n    global {\n        var x: number;\n    }\n}\n"],
    ['a name outside', "declare module 'a' {\n}\ninterface X {}\n"],
    ['a namespace', 'declare module A {\n}\n'],
    ['an import outside', "import b from 'fs';\ndeclare module 'a' {\n}\n"],
    ['a reference', '/// <reference lib="dom" />\ndeclare module \'a\' {\n}\n'],
    ['an import of a package', "declare module 'a' {\n    import b from 'undici-types';\n}\n"],
    ['a type of a package', "declare module 'a' {\n    type B = import('./b').B;\n}\n"],
    ['nothing', ''],
  ])('control: not one with %s', (_, text) => {
    expect(ambientModulesOf(text)).toBeUndefined();
  });
});
