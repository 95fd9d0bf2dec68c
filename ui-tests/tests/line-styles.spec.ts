import { expect, test } from '../test.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';

const SETUP = `%matplotlib notebook
import { RunEngine, scan, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()`;

const SCAN = `await RE(scan([det], motor, -5, 5, 5), new LivePlot('det', 'motor', { c: 'k', ls: '--', marker: 'o', mfc: 'none' }))`;

test('black is black in every theme, and can be seen on dark', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/styles.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  const plot = notebook.figure(1, 0).locator('.jp-Livesky-stage');
  const painted = (part: string): Promise<string> =>
    plot
      .locator(`.jp-Livesky-${part}`)
      .first()
      .evaluate((path) => getComputedStyle(path).stroke);
  expect([await painted('stroke'), await painted('halo')]).toEqual(['rgb(0, 0, 0)', 'rgba(0, 0, 0, 0)']);
  await page.theme.setDarkTheme();
  await expect.poll(() => painted('halo')).toBe('rgb(158, 158, 158)');
  expect(await painted('stroke')).toBe('rgb(0, 0, 0)');
  expect(await plot.locator('.jp-Livesky-stroke').getAttribute('stroke-dasharray')).toBe('7.4 3.2');
});

test('a style that matplotlib does not have is named in the cell', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const wrong = `new LivePlot('det', 'motor', { color: 'crimsom' })`;
  await notebook.open(`${tmpPath}/wrong-style.ipynb`, notebookOf([SETUP, wrong]));
  await notebook.run(0);
  await notebook.run(1);
  await expect(notebook.output(1)).toContainText("Did you mean 'crimson'?");
});
