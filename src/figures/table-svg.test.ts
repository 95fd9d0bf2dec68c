import { expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { RunColumns } from './run-columns.js';
import type { TableSpec } from './spec.js';
import { tableSvg } from './table-svg.js';

const SPEC: TableSpec = {
  kind: 'table',
  id: 't',
  description: 'A table',
  run: 'run',
  stream: 'primary',
  fields: ['x', 's'],
  minWidth: 12,
  defaultPrec: 3,
  extraPad: 1,
};

function textsOf(rows: number, size = { rows: 50, columns: 10 }): string[] {
  const run = new RunColumns(startDoc());
  run.addDescriptor(descriptorDoc('d', ['x', 's'], { keys: { s: { dtype: 'string' } } }));
  for (let i = 1; i <= rows; i++) run.putEvent(eventDoc('d', i, { x: i * 1e-9, s: '<b> and a long text' }));
  return Array.from(tableSvg(SPEC, run, size).matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text as string);
}

it('is written as on a screen, and cut to the width of its columns', () => {
  expect(textsOf(1)).toEqual(['seq_num', 'time', 'x', 's', '1', expect.any(String), '1.000e-09', '&lt;b&gt; and a …']);
});

it('has a line for the rows in the middle', () => {
  expect(textsOf(10, { rows: 2, columns: 1 })).toEqual(['seq_num', '1', '2', '9', '10', '… 6 rows more …']);
});
