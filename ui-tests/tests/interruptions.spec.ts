import { expect, test } from '../test.js';
import { notebookOf, NotebookPage, plottedPoints } from '../notebook-page.js';

const SETUP = `
import { LivePlot, RunEngine, scan } from 'livesky'
import { det, motor } from 'livesky/sim'
motor.delay = 0.2
const RE = new RunEngine()`;
const SCAN = "await RE(scan([det], motor, -5, 5, 40), [new LivePlot('det', 'motor')])";

test('Run All stops at a pause, whose notice is quiet', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/run-all.ipynb`, notebookOf([SETUP, SCAN, "console.log('went on')"]));
  await page.menu.clickMenuItem('Run>Run All Cells');
  const plot = notebook.figure(1, 0);
  // The imports of the first cell take their time.
  await expect.poll(() => plottedPoints(plot), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  await plot.getByRole('button', { name: 'Pause the run' }).click();
  await notebook.ended(1);
  const notice = notebook.output(1).locator('.jp-RenderedText', { hasText: 'Paused at the last checkpoint.' });
  await expect(notice).toBeVisible();
  expect(await notice.getAttribute('data-mime-type')).toBe('application/vnd.jupyter.stdout');
  expect(await notice.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
  await expect(notebook.output(2)).not.toContainText('went on');
});

test('a restart ends the run on the page as aborted, and says why', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/restart.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.start(1);
  const plot = notebook.figure(1, 0);
  await expect.poll(() => plottedPoints(plot)).toBeGreaterThanOrEqual(2);
  await page.menu.clickMenuItem('Kernel>Restart Kernel…');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('abort');
  await expect(plot).toContainText('The kernel was restarted.');
});
