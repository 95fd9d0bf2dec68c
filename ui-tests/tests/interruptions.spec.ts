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

// JupyterLab listens no more once it has asked for a restart, so that the figure cannot tell.
test('a restart closes the run as aborted, and says why', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const keeps = "import { readFileSync, writeFileSync } from 'node:fs'\n";
  const kept = "RE.subscribe((_, doc) => writeFileSync('stop.json', JSON.stringify(doc)), 'stop')";
  const look = "const { exit_status, reason } = JSON.parse(readFileSync('stop.json', 'utf8'));\n[exit_status, reason]";
  await notebook.open(`${tmpPath}/restart.ipynb`, notebookOf([`${keeps}${SETUP}\n${kept}`, SCAN, keeps + look]));
  await notebook.run(0);
  await notebook.start(1);
  const plot = notebook.figure(1, 0);
  await expect.poll(() => plottedPoints(plot), { timeout: 30_000 }).toBeGreaterThanOrEqual(2);
  await page.menu.clickMenuItem('Kernel>Restart Kernel…');
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('kernel gone');
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText("[ 'abort', 'The kernel was restarted.' ]");
});
