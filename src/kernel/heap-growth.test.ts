import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('is a switch that this Node knows: an unknown one would do nothing', () => {
  expect(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })).toContain('--heap-growing-percent');
});
