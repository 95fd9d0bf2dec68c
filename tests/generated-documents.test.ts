import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { runPython } from './instruments/python.js';

const ROOT = new URL('../', import.meta.url);
const FOLDER = 'src/documents/generated/';

interface Generator {
  generatedFiles(): Record<string, string>;
}

const generator = (await import(new URL('scripts/generate-documents.mjs', ROOT).href)) as Generator;
const generated = generator.generatedFiles();

const committed = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

describe('the generated types and validators', () => {
  it('are all that is in their folder', () => {
    const files = readdirSync(new URL(FOLDER, ROOT)).map((name) => FOLDER + name);
    expect(Object.keys(generated).sort()).toEqual(files.sort());
    expect(files).toHaveLength(13);
  });

  it.each(Object.keys(generated))('%s is what scripts/generate-documents.mjs makes', (path) => {
    expect(committed(path)).toBe(generated[path]);
  });

  it('make no functions out of text, and need nothing of ajv', () => {
    const code = generated[`${FOLDER}validators.ts`] as string;
    expect(code).not.toMatch(/\brequire\(|new Function|\beval\b|from ['"]ajv/);
  });

  it('come from the schemas of the event-model that the tests compare with', async () => {
    const { output } = await runPython(
      ['-c', 'import event_model, os; print(os.path.dirname(event_model.__file__))'],
      '',
    );
    const theirs = join(output.trim(), 'schemas');
    const names = readdirSync(theirs).filter((name) => name.endsWith('.json'));
    expect(names).toHaveLength(12);
    for (const name of names)
      expect(committed(`src/documents/schemas/event-model/${name}`)).toBe(readFileSync(join(theirs, name), 'utf8'));
  });

  it('give each field its description', () => {
    expect(generated[`${FOLDER}event.ts`]).toContain(
      '/** The actual measurement data. */\n  data: Record<string, unknown>;',
    );
  });
});
