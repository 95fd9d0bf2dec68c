import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder } from './cache-folder.js';
import { CodeCache } from './code-cache.js';

/** As the kernel runs it: V8 remembers what a process has compiled, so that each load needs one of its own. */
const COMPILED = new URL('../../lib/kernel/code-cache.js', import.meta.url).href;

const SCRIPT =
  "exports.answer = () => 6 * 7; exports.self = [__filename, __dirname, module.id, require('node:path').sep];";

let folder: string;
let script: string;
let cache: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-code-'));
  script = join(folder, 'script.cjs');
  cache = join(folder, 'cache');
  writeFileSync(script, SCRIPT);
});

/** Loads the script in a process of its own; `kept` says whether the code was there and V8 took it. */
function load(): { answer: number; kept: boolean } {
  const before = contents();
  const run = [
    `import { CodeCache } from ${JSON.stringify(COMPILED)};`,
    `const code = new CodeCache(${JSON.stringify(cache)});`,
    `console.log(code.load(${JSON.stringify(script)}).answer()); code.keep();`,
  ];
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', run.join('\n')], { encoding: 'utf8' });
  // What was loaded from the file is not written again.
  return { answer: Number(printed), kept: before !== '' && before === contents() };
}

const files = (): string[] => (existsSync(cache) ? readdirSync(cache).map((name) => join(cache, name)) : []);
const contents = (): string =>
  files()
    .map((file) => `${file} ${statSync(file).ino} ${readFileSync(file).toString('hex')}`)
    .join('\n');
const only = (): string => {
  expect(files()).toHaveLength(1);
  return files()[0] ?? '';
};

describe('code of scripts', () => {
  test('is kept by one process and found by the next', () => {
    expect(load()).toEqual({ answer: 42, kept: false });
    expect(only()).toMatch(/\.code$/);
    expect(load()).toEqual({ answer: 42, kept: true });
  });

  test('loads a script with all that require gives it, once', () => {
    const require = createRequire(script);
    const loaded = new CodeCache(cache).load(script) as { self: string[] };
    expect(loaded.self).toEqual([script, folder, script, join('/').at(-1)]);
    expect(require(script)).toBe(loaded);
    expect(new CodeCache(cache).load(script)).toBe(loaded);
  });

  test('a script that throws is not taken for loaded', () => {
    writeFileSync(script, "throw new Error('broken');");
    expect(() => new CodeCache(cache).load(script)).toThrow('broken');
    expect(createRequire(script).cache[script]).toBeUndefined();
  });

  test('another source of the same length has code of its own', () => {
    load();
    writeFileSync(script, SCRIPT.replace('6 * 7', '6 * 8'));
    expect(load()).toEqual({ answer: 48, kept: false });
    expect(files()).toHaveLength(2);
  });

  test.each<[what: string, damage: (content: Buffer) => Buffer]>([
    ['a torn file', (content) => content.subarray(0, content.length / 2)],
    ['an empty file', () => Buffer.alloc(0)],
    [
      'a changed bit',
      (content) => Buffer.from(content.map((byte, at) => (at === content.length - 9 ? byte ^ 1 : byte))),
    ],
    ['code that V8 does not take', (content) => otherVersion(content)],
  ])('%s is made anew', (_, damage) => {
    load();
    const file = only();
    writeFileSync(file, damage(readFileSync(file)));
    expect(load()).toEqual({ answer: 42, kept: false });
    expect(load()).toEqual({ answer: 42, kept: true });
  });

  test('a file that others can write is not run', () => {
    load();
    chmodSync(only(), 0o666);
    expect(load()).toEqual({ answer: 42, kept: false });
    expect(load()).toEqual({ answer: 42, kept: true });
  });

  test('a folder that cannot be written does no harm', () => {
    writeFileSync(cache, 'a file where the folder should be');
    const code = new CodeCache(cache);
    expect((code.load(script) as { answer(): number }).answer()).toBe(42);
    expect(() => {
      code.keep();
    }).not.toThrow();
    expect(readFileSync(cache, 'utf8')).toBe('a file where the folder should be');
  });

  test('kernels that start together leave one whole file', () => {
    mkdirSync(cache);
    const kernels = [1, 2, 3].map(() => {
      Reflect.deleteProperty(createRequire(script).cache, script);
      const code = new CodeCache(cache);
      code.load(script);
      return code;
    });
    for (const kernel of kernels) kernel.keep();
    expect(files()).toHaveLength(1);
    expect(load()).toEqual({ answer: 42, kept: true });
  });
});

/** Whole by our own digest, but with V8's mark of its version changed. */
function otherVersion(content: Buffer): Buffer {
  const code = Buffer.from(content.subarray(32));
  code.writeUInt32LE(0x01020304, 4);
  return Buffer.concat([createHash('sha256').update(code).digest(), code]);
}

test("the folder is the user's", () => {
  const before = process.env.XDG_CACHE_HOME;
  process.env.XDG_CACHE_HOME = join('/', 'elsewhere');
  expect(cacheFolder('livesky')).toBe(join('/', 'elsewhere', 'livesky'));
  if (before === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = before;
  expect(cacheFolder('livesky')).toContain('livesky');
});
