import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

import { importStatements } from './instruments/imports.js';
import type { ImportStatement } from './instruments/imports.js';

const SRC = new URL('../src/', import.meta.url);

/** Any folder of the core. */
const CORE = [
  'documents',
  'fitting',
  'devices',
  'engine',
  'plans',
  'figures',
  'callbacks',
  'simulators',
  'progress',
  'wire',
];

/** "folder may import" of the design; every folder may import host and text. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  host: [],
  text: [],
  documents: [],
  fitting: [],
  devices: ['documents'],
  engine: ['documents', 'devices'],
  plans: ['documents', 'devices', 'engine'],
  figures: ['documents', 'fitting'],
  callbacks: ['documents', 'figures', 'fitting'],
  simulators: ['documents', 'devices', 'engine', 'plans', 'figures'],
  progress: ['documents', 'devices', 'engine', 'figures', 'callbacks'],
  wire: ['documents', 'figures'],
  kernel: [...CORE, 'files'],
  files: CORE,
  remote: CORE,
  cli: ['kernel', 'files', 'remote'],
  lab: ['documents', 'figures', 'wire'],
};

/** Folders of which a folder may import types. */
const TYPES_OF: Readonly<Record<string, readonly string[]>> = { callbacks: ['devices'] };

/** Packages of pure JavaScript that a folder of the core may import: they run in a browser too. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = { fitting: ['ml-levenberg-marquardt'] };

/** The one file that passes the whole package on: what Node imports under its name. */
const ROOT_PASSED_ON_BY = 'kernel/entry.ts';

const FREE = ['host', 'text'];
const CORE_FOLDERS = [...CORE, ...FREE];

/** The sources, with paths relative to src; tests and declarations of globals are none. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ts$/.test(path) && !/\.(test|test-d|d)\.ts$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

const textOf = (path: string): string => readFileSync(new URL(path, SRC), 'utf8');

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] as string) : '');

/** What a file imports that its folder may not. */
function forbidden(path: string, imports: readonly ImportStatement[]): string[] {
  return imports.filter((each) => !isAllowed(path, each)).map(({ from }) => `${path} imports ${from}`);
}

function isAllowed(path: string, { from, typeOnly }: ImportStatement): boolean {
  const folder = folderOf(path);
  if (!from.startsWith('.')) {
    return (folder !== '' && !CORE_FOLDERS.includes(folder)) || (PURE_PACKAGES[folder] ?? []).includes(from);
  }
  const file = normalize(join(dirname(path), from));
  if (file.startsWith('../style/')) return folder === 'lab';
  if (file === 'index.js') return path === ROOT_PASSED_ON_BY;
  const target = folderOf(file);
  if (folder === '') return CORE_FOLDERS.includes(target);
  if (target === folder || (FREE.includes(target) && !FREE.includes(folder))) return true;
  return (TABLE[folder] ?? []).includes(target) || (typeOnly && (TYPES_OF[folder] ?? []).includes(target));
}

describe('the import table', () => {
  it('knows every folder under src', () => {
    const folders = new Set(sources.map(folderOf).filter(Boolean));
    expect([...folders].filter((folder) => !(folder in TABLE))).toEqual([]);
    expect(folders.size).toBeGreaterThan(10);
  });

  it('is kept by every file', () => {
    expect(sources.flatMap((path) => forbidden(path, importStatements(textOf(path))))).toEqual([]);
  });

  it.each(sources.filter((path) => CORE_FOLDERS.includes(folderOf(path)) && path.endsWith('/index.ts')))(
    '%s only re-exports, or says what there is',
    (path) => {
      const code = textOf(path).replace(/\/\*[\s\S]*?\*\//g, '');
      const rest = code.replace(/^\s*export\s+(type\s+)?\{[^}]*\}\s+from\s+'[^']+';/gm, '').trim();
      // The simulated devices themselves are made in their index.
      if (path !== 'devices/sim/index.ts') expect(rest).toBe('');
    },
  );

  it('has a root that only re-exports', () => {
    const statements = textOf('index.ts')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean);
    expect(statements.filter((each) => !/^export (type )?\{[^}]*\} from '\.[^']+'$/.test(each))).toEqual([]);
  });

  describe('control: a forbidden import is seen', () => {
    it.each([
      ['figures/line.ts', "import { RunEngine } from '../engine/index.js';"],
      ['engine/msg.ts', "import { readFileSync } from 'node:fs';"],
      ['documents/event.ts', "import type { Msg } from '../engine/index.js';"],
      ['callbacks/base.ts', "import { Status } from '../devices/index.js';"],
      ['lab/widgets/line.ts', "import { Kernel } from '../../kernel/kernel.js';"],
      ['wire/frame.ts', "export * from 'd3';"],
      ['host/host.ts', "import { fixed } from '../text/index.js';"],
      ['index.ts', "export { start } from './kernel/index.js';"],
      ['kernel/kernel.ts', "export * from '../index.js';"],
      ['plans/count.ts', "const fs = await import('node:fs');"],
      ['engine/msg.ts', "import {\n  a,\n  b,\n} from '../plans/index.js';"],
    ])('in %s: %s', (path, text) => {
      expect(forbidden(path, importStatements(text))).toHaveLength(1);
    });

    it('and an allowed one is not', () => {
      expect(
        forbidden('callbacks/base.ts', importStatements("import type { Readable } from '../devices/index.js';")),
      ).toEqual([]);
    });
  });
});
