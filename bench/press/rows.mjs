/** How soon the page is told that a pause was asked for, however busy the engine is. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installKernel } from '../installed.mjs';
import { inVenv } from '../../scripts/prepare.mjs';
import { at } from '../../scripts/steps.mjs';

const LIMIT_MS = 50;

export function rows({ folder }) {
  const env = { ...process.env, JUPYTER_PATH: installKernel(folder) };
  const empty = mkdtempSync(join(tmpdir(), 'livesky-bench-'));
  process.on('exit', () => rmSync(empty, { recursive: true, force: true }));
  return [
    { name: 'a press while 1000 events/s flow', plan: 'events' },
    { name: 'a press while messages flow that wait for nothing', plan: 'nulls' },
  ].map(({ name, plan }) => ({
    name,
    unit: 'ms, the slowest of 20',
    passes: { atMost: LIMIT_MS },
    rounds: 3,
    sides: {
      ours: () => {
        const args = [at('bench', 'press', 'client.py'), 'livesky', empty, plan];
        const { worst, median, answer } = JSON.parse(execFileSync(inVenv('python'), args, { env, stdio: 'pipe' }));
        return { value: worst, answer, also: { median } };
      },
    },
  }));
}
