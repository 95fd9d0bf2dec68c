import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../examples/first-scan.mjs', import.meta.url));

it('examples/first-scan.mjs prints the tables, and LivePlot is silent', () => {
  const lines = execFileSync(process.execPath, [script], { encoding: 'utf8' }).split('\n');
  const rows = lines.filter((line) => /^\| +\d+ \|/.test(line));
  expect(rows).toHaveLength(3 + 30);
  expect(rows.at(-1)).toMatch(/^\| +30 \| +[\d:.]+ \| +5\.000 \| +5\.000 \| +0\.000 \|$/);
  expect(lines).toContain('|   seq_num |       time |      motor | motor_setpoint |        det |');
  const others = lines.filter((line) => line !== '' && !/^[|+]/.test(line));
  expect(others).toEqual([
    expect.stringMatching(/^generator count \['[0-9a-f]{8}'\] \(scan num: 1\)$/),
    expect.stringMatching(/^generator scan \['[0-9a-f]{8}'\] \(scan num: 2\)$/),
    expect.stringMatching(/^Run [0-9a-f-]{36}: 30 points, the highest is 0\.985\.$/),
  ]);
});
