import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The code of a page of the documentation, in order: as cells of one notebook. */
function blocksOf(page: string): string[] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return Array.from(text.matchAll(/^```ts\n([\s\S]*?)^```/gm), ([, code]) => code as string);
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-docs-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'livesky'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(code: string): { status: number | null; output: string } {
  const file = join(folder, 'page.mjs');
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  writeFileSync(file, outputText);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

describe('docs/fitting.md', () => {
  const blocks = blocksOf('fitting.md');

  it('has code', () => {
    expect(blocks.length).toBeGreaterThan(6);
  });

  it('runs from top to bottom', () => {
    const { status, output } = run(blocks.join('\n'));
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('[[Variables]]') as string });
    expect(output).toContain('_BEST_');
  });

  it('control: a name that is not exported is noticed', () => {
    expect(run("import { NoSuchModel } from 'livesky/fitting'\nconsole.log(NoSuchModel)").status).not.toBe(0);
  });
});
