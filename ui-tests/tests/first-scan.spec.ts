import { expect, test } from '../test.js';
import { takePicture } from '../pictures.js';
import { example, NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';

const SETUP = `%matplotlib notebook
import { RunEngine, count, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
motor.delay = 0.2`;

const SCAN = `await RE(scan([det], motor, -5, 5, 20), [new LiveTable([motor, det]), new LivePlot('det', 'motor', { marker: 'x', color: 'red' })])`;

test('the example: documents printed, then table and plot that grow while the cell runs', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/first-scan.ipynb`, example('first-scan.ipynb'));
  await notebook.run(0);
  await notebook.run(1);
  await expect(notebook.output(1)).toContainText("plan_name: 'count'");
  await expect(notebook.output(1)).toContainText("exit_status: 'success'");

  await notebook.start(2);
  const [table, plot] = [notebook.figure(2, 0), notebook.figure(2, 1)];
  await expect(table.locator('.jp-Livesky-tableHead')).toContainText('motor_setpoint');
  await expect.poll(() => tableRows(table)).toBeGreaterThanOrEqual(3);
  await notebook.running(2);
  const rows = await tableRows(table);
  const points = await plottedPoints(plot);
  expect(rows).toBeLessThan(30);
  await expect.poll(() => tableRows(table)).toBeGreaterThan(rows + 2);
  await expect.poll(() => plottedPoints(plot)).toBeGreaterThan(points + 2);
  await notebook.running(2);

  await expect.poll(() => tableRows(table)).toBeGreaterThanOrEqual(18);
  await takePicture(page, notebook.cell(2), 'first-scan');
  await notebook.ended(2);
  expect(await tableRows(table)).toBe(30);
  expect(await plottedPoints(plot)).toBe(30);
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success');
  await expect(table.getByRole('row').last()).toContainText('5.000');
});

test('the example reads this machine twenty times at 5 Hz', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/first-scan.ipynb`, example('first-scan.ipynb'));
  await notebook.run(0);
  const began = Date.now();
  await notebook.run(3);
  expect(Date.now() - began).toBeGreaterThan(3_800);
  expect(await tableRows(notebook.figure(3, 0))).toBe(20);
  expect(await plottedPoints(notebook.figure(3, 1))).toBe(20);
  const memory = await notebook.figure(3, 0).getByRole('row').last().getByRole('cell').last().innerText();
  expect(Number(memory)).toBeGreaterThan(10);
});

test('pause by button, look around, resume in a cell', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/pause.ipynb`, notebookOf([SETUP, SCAN, 'RE.state', 'await RE.resume()']));
  await notebook.run(0);
  await notebook.start(1);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  await expect.poll(() => tableRows(table)).toBeGreaterThanOrEqual(3);
  await plot.getByRole('button', { name: 'Pause the run' }).click();

  await notebook.ended(1);
  await expect(notebook.output(1)).toContainText('Paused at the last checkpoint.');
  expect((await notebook.output(1).locator('.jp-RenderedText').last().innerText()).trimEnd()).not.toContain('\n');
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('paused');
  const paused = await tableRows(table);
  expect(paused).toBeLessThan(20);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText("'paused'");
  expect(await tableRows(table)).toBe(paused);

  await notebook.run(3);
  expect(await tableRows(table)).toBe(20);
  expect(await plottedPoints(plot)).toBe(20);
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success');
  expect(await notebook.output(1).locator('.jp-Livesky').count()).toBe(2);
});

test('pause and resume by button; then stop by button', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/buttons.ipynb`, notebookOf([SETUP, SCAN, '[RE.state, RE.md.scan_id]']));
  await notebook.run(0);
  await notebook.start(1);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  await expect.poll(() => tableRows(table)).toBeGreaterThanOrEqual(2);
  await table.getByRole('button', { name: 'Pause the run' }).click();
  await notebook.ended(1);
  const paused = await tableRows(table);
  await table.getByRole('button', { name: 'Resume the run' }).click();
  await expect.poll(() => plottedPoints(plot)).toBeGreaterThan(paused + 2);
  await plot.getByRole('button', { name: 'Pause the run' }).click();
  await plot.getByRole('button', { name: 'Stop the run' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success');
  expect(await tableRows(table)).toBeLessThan(20);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText("[ 'idle', 1 ]");
});

test('the interrupt key pauses at the next checkpoint', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/interrupt.ipynb`, notebookOf([SETUP, SCAN, 'await RE.abort("seen enough")']));
  await notebook.run(0);
  await notebook.start(1);
  const plot = notebook.figure(1, 1);
  await expect.poll(() => plottedPoints(plot)).toBeGreaterThanOrEqual(2);
  const stop = page
    .locator(
      '.jp-NotebookPanel-toolbar [data-command="notebook:interrupt-kernel"], .jp-NotebookPanel-toolbar [data-jp-item-name="interrupt"]',
    )
    .first();
  const box = await stop.boundingBox();
  if (!box) throw new Error('The toolbar has no interrupt button.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await notebook.ended(1);
  await expect(notebook.output(1)).toContainText('Paused at the last checkpoint.');
  await notebook.run(2);
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('abort');
  await expect(plot).toContainText('seen enough');
});
