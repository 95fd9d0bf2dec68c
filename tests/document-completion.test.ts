import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import type TypeScript from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The compiler that completes cells: tslab's own. */
const require = createRequire(createRequire(import.meta.url).resolve('tslab/package.json'));
const ts = require('@tslab/typescript-for-tslab') as typeof TypeScript;

/** A cell in which `|` marks where the cursor is. */
const CELL = `
import type { Documents, DocumentName, Named } from './lib/documents/index.js'
declare function seen(callback: (...document: Named) => void): void
seen((name, doc) => { if (name === '$NAME') doc.| })
`;

const FILE = `${ROOT}cell.ts`;

function service(code: string): TypeScript.LanguageService {
  const options: TypeScript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
  };
  return ts.createLanguageService({
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = path === FILE ? code : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ROOT,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
}

/** What completion says of a document's fields: type and description by name. */
function completions(name: string): Map<string, { type: string; text: string }> {
  const marked = CELL.replace('$NAME', name);
  const at = marked.indexOf('.|') + 1;
  const language = service(marked.replace('|', ''));
  const entries = language.getCompletionsAtPosition(FILE, at, {})?.entries ?? [];
  return new Map(
    entries.map((entry) => {
      const details = language.getCompletionEntryDetails(FILE, at, entry.name, {}, undefined, {}, undefined);
      const type = ts.displayPartsToString(details?.displayParts).replace(/^\(property\) /, '');
      return [entry.name, { type, text: ts.displayPartsToString(details?.documentation) }];
    }),
  );
}

describe("a document's fields in completion", () => {
  it.each([
    ['event', 'data', 'Event.data: Record<string, unknown>', 'The actual measurement data.'],
    ['event', 'seq_num', 'Event.seq_num: number', /^Sequence number to identify the location of this Event/],
    ['descriptor', 'data_keys', 'EventDescriptor.data_keys: Record<string, DataKey>', /^This describes the data/],
    ['descriptor', 'hints', 'EventDescriptor.hints?: Record<string, DeviceHints>', /^The 'interesting' data keys/],
    ['start', 'hints', 'RunStart.hints?: RunHints', 'What the plan would like to see drawn.'],
    ['start', 'plan_name', 'RunStart.plan_name?: string', /^The name of the plan/],
    ['stop', 'exit_status', 'RunStop.exit_status: ExitStatus', 'State of the run when it ended.'],
    ['event_page', 'seq_num', 'EventPage.seq_num: readonly number[]', /^Array of sequence numbers/],
    ['resource', 'spec', 'Resource.spec: string', /^String identifying the format/],
  ])('%s: doc.%s', (name, field, type, text) => {
    const found = completions(name).get(field);
    expect(found?.type.replace(/ \| undefined$/, '')).toBe(type);
    expect(found?.text).toMatch(text);
  });

  it('control: what is no field is not offered', () => {
    expect(completions('event').has('data_keys')).toBe(false);
  });
});
