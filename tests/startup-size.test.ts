import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

let copy: string;

function check(labextension: string): { status: number | null; text: string } {
  const script = join(root, 'scripts', 'check-startup-size.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, labextension], { encoding: 'utf8' });
  return { status, text: stdout + stderr };
}

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'livesky-labextension-'));
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

describe('the built labextension', () => {
  it('loads less than 20 kB at start', () => {
    expect(check(join(root, 'labextension'))).toEqual({ status: 0, text: expect.stringContaining('in all') as string });
  });

  it('would be refused if the chunk that loads the widgets were asked for at start', () => {
    cpSync(join(root, 'labextension'), copy, { recursive: true });
    const { jupyterlab } = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')) as {
      jupyterlab: { _build: { load: string } };
    };
    const entry = join(copy, jupyterlab._build.load);
    const eager = /"\.\/extension":\(\)=>(\w+)\.e\(/;
    const text = readFileSync(entry, 'utf8');
    expect(text).toMatch(eager);
    writeFileSync(join(copy, 'static', 'd3.0000.js'), 'x'.repeat(50_000));
    writeFileSync(entry, text.replace(eager, '"./extension":()=>$1.e("d3"),$1.e('));
    expect(check(copy)).toEqual({ status: 1, text: expect.stringContaining('Too much is loaded at start') as string });
  });
});
