import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const guide = readFileSync(join(ROOT, 'docs', 'documents.md'), 'utf8');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-guide-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'livesky'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blocks = (language: string): string[] =>
  Array.from(guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm')), ([, text]) => text as string);

/** What the guide's code prints, all of it run as one program. */
function printed(code: string): string {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(folder, 'guide.mjs'), outputText);
  return execFileSync(process.execPath, ['guide.mjs'], { cwd: folder, encoding: 'utf8' });
}

it('docs/documents.md prints what it says', () => {
  expect(blocks('ts').length).toBe(blocks('text').length);
  expect(blocks('ts').length).toBeGreaterThan(8);
  expect(printed(blocks('ts').join('\n'))).toBe(blocks('text').join(''));
});

it('control: other code prints something else', () => {
  const code = blocks('ts').join('\n').replace('det: 0.5', 'det: 0.75');
  expect(printed(code)).not.toBe(blocks('text').join(''));
});
