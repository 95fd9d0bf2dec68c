import { expect, test } from 'vitest';
import { calledAround } from './call-around.js';
import { loadTslab } from './tslab.js';

const { compiler } = loadTslab(() => {});

/** The code up to the end of the name that is found; `|` marks the cursor. */
function foundIn(marked: string): string | undefined {
  const at = marked.indexOf('|');
  const code = marked.replace('|', '');
  const end = calledAround(compiler, code, at);
  return end === undefined ? undefined : code.slice(0, end);
}

test.each([
  ['scan(|', 'scan'],
  ['scan([det], |', 'scan'],
  ['await RE(scan([det], |motor), x)', 'await RE(scan'],
  ['await RE(scan([det], motor), |', 'await RE'],
  ['new LivePlot(|)', 'new LivePlot'],
  ['RE.subscribe(|)\nx', 'RE.subscribe'],
  ['f((x) => g(|))', 'f((x) => g'],
])('%s is a call of %s', (marked, name) => {
  expect(foundIn(marked)).toBe(name);
});

test.each(['|scan(x)', 'scan|(x)', 'const x = [|1]', '// scan(|', '"scan(|"'])('%s is no call', (marked) => {
  expect(foundIn(marked)).toBeUndefined();
});
