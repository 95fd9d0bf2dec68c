import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';

const CODE = `import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
class Doubled extends LivePlot {
  override event(doc) {
    super.event({ ...doc, data: { ...doc.data, det: Number(doc.data.det) * 2 } })
  }
}
motor.delay = 0.05
await new RunEngine()(scan([det], motor, -2, 2, 21), [new LiveTable([det]), new Doubled('det', 'motor')])`;

test('a plot whose subclass changes its events draws the changed ones; the table shows the original', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/changed.ipynb`, notebookOf([CODE]));
  await notebook.run(0);
  const [table, plot] = [notebook.figure(0, 0), notebook.figure(0, 1)];
  expect(await tableRows(table)).toBe(21);
  expect(await plottedPoints(plot)).toBe(21);
  await expect(plot.locator('svg[role=img]')).toContainText('2.0');
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success');
  await table.locator('.jp-Livesky-table').evaluate((viewport) => (viewport.scrollTop = 7 * 24));
  await expect(table.getByRole('row').filter({ hasText: /^11/ })).toContainText('1.000');
});
