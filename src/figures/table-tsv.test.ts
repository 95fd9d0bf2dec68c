import { expect, it } from 'vitest';

import { tableTsv, TooMuchTextError } from './table-tsv.js';

const heading = (label: string): { key: string; label: string; width: number } => ({ key: label, label, width: 10 });

function tsv(labels: string[], cells: string[][], from = 0, to: number = cells.length): string {
  const view = { headings: labels.map(heading), exact: (row: number, column: number) => cells[row]?.[column] ?? '' };
  const work = tableTsv(view, from, to);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

it('has a line of headings and a line for each row', () => {
  const cells = [
    ['1', '0.3333333333333333'],
    ['2', ''],
  ];
  expect(tsv(['seq_num', 'det'], cells)).toBe('seq_num\tdet\n1\t0.3333333333333333\n2\t\n');
  expect(tsv(['seq_num', 'det'], cells, 1, 2)).toBe('seq_num\tdet\n2\t\n');
});

it('puts what would be taken for more cells or lines into quotes', () => {
  expect(tsv(['a\tb'], [['two\nlines'], ['say "no"'], ['plain, text']])).toBe(
    '"a\tb"\n"two\nlines"\n"say ""no"""\nplain, text\n',
  );
});

it('refuses what no browser can hold', () => {
  const long = 'x'.repeat(1_000_000);
  const work = tableTsv({ headings: [heading('a')], exact: () => long }, 0, 1_000_000);
  expect(() => {
    while (!work.next().done);
  }).toThrow(TooMuchTextError);
});
