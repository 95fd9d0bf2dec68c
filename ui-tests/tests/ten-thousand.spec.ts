import { expect, test } from '../test.js';
import type { Locator } from '@playwright/test';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';

const EVENTS = 10_000;

const SETUP = `import { RunEngine, count, LiveTable, LivePlot } from 'livesky'
const RE = new RunEngine()
let n = 0
const counter = {
  name: 'counter',
  read: () => ({ counter: { value: ++n * 3, timestamp: Date.now() / 1000 } }),
  describe: () => ({ counter: { source: 'cell', dtype: 'integer', shape: [] } }),
}
// Sleeps now and then, so that the run takes some seconds and the page works meanwhile.
import { Msg, triggerAndRead } from 'livesky'
function* shot(detectors) {
  yield new Msg('checkpoint')
  yield* triggerAndRead(detectors)
  if (n % 20 === 0) yield new Msg('sleep', null, [0.005])
}`;

const RUN = `await RE(count([counter], ${EVENTS}, 0, { perShot: shot }), [new LiveTable(['counter']), new LivePlot('counter')])
n`;

test('every one of 10,000 events reaches the page in order', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/many.ipynb`, notebookOf([SETUP, RUN]));
  await notebook.run(0);
  await notebook.start(1);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  await notebook.running(1);
  await notebook.ended(1, 60_000);
  await expect(notebook.output(1)).toContainText(String(EVENTS));
  expect(await tableRows(table)).toBe(EVENTS);
  expect(await plottedPoints(plot)).toBe(EVENTS);
  const rows = await readWholeTable(table);
  expect(rows).toEqual(Array.from({ length: EVENTS }, (_, at) => [String(at + 1), String((at + 1) * 3)]));
});

/** Scrolls through a table and reads number and value of every row. */
async function readWholeTable(table: Locator): Promise<string[][]> {
  return table.locator('.jp-Livesky-table').evaluate(async (viewport) => {
    const seen = new Map<number, string[]>();
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let top = 0; top <= viewport.scrollHeight; top += viewport.clientHeight / 2) {
      viewport.scrollTop = top;
      await frame();
      for (const row of viewport.querySelectorAll('.jp-Livesky-tableRow')) {
        const cells = Array.from(row.querySelectorAll('[role=cell]'), (cell) => cell.textContent ?? '');
        seen.set(Number(row.getAttribute('aria-rowindex')), [cells[0] ?? '', cells.at(-1) ?? '']);
      }
    }
    return [...seen.entries()].sort(([a], [b]) => a - b).map(([, cells]) => cells);
  });
}
