import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';

const SETUP = `import { RunEngine, count, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
const describe = motor.describe.bind(motor)
motor.describe = () => {
  const keys = describe()
  for (const field in keys) keys[field].units = 'mm'
  return keys
}
motor.delay = 0.1
const ramp = (n) => {
  let at = 0
  const key = { source: 'cell', dtype: 'number', shape: [] }
  return { name: 'ramp', describe: () => ({ ramp: key }), read: () => ({ ramp: { value: (at++ * 7) % n, timestamp: 0 } }) }
}`;

const SCAN = `await RE(scan([det], motor, -1, 1, 21), [new LiveTable([motor, det]), new LivePlot('det', 'motor', { marker: 'o' })])`;

const MANY = `await RE(count([ramp(1000)], 6000), new LivePlot('ramp'))`;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For a machine that does much else. */
const LONG = { timeout: 30_000 };

const readout = (figure: Locator): Locator => figure.locator('.jp-Livesky-stage .jp-Livesky-readout');

/** Where the plot itself lies on the screen; its element's box would be that of the line. */
async function plotBox(figure: Locator): Promise<Box> {
  const stage = figure.locator('.jp-Livesky-stage');
  await stage.scrollIntoViewIfNeeded();
  const { x, y } = await boxOf(stage);
  const [left = 0, top = 0, width = 0, height = 0] = await figure
    .locator('.jp-Livesky-plot')
    .evaluate((plot) => ['x', 'y', 'width', 'height'].map((name) => Number(plot.getAttribute(name))));
  return { x: x + left, y: y + top, width, height };
}

/** Moves the mouse to a place of the plot, given in parts of its width and height. */
async function pointAt(figure: Locator, x: number, y: number): Promise<void> {
  const box = await plotBox(figure);
  await figure.page().mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
}

async function boxOf(what: Locator): Promise<Box> {
  const box = await what.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

/** Fails if the readout leaves the figure or lies over its point. */
async function checkPlace(figure: Locator): Promise<void> {
  await expect(readout(figure)).toBeVisible();
  const [box, stage, ring] = await Promise.all(
    [readout(figure), figure.locator('.jp-Livesky-stage'), figure.locator('.jp-Livesky-cross circle')].map(boxOf),
  );
  if (!box || !stage || !ring) throw new Error('No readout.');
  expect(box.x).toBeGreaterThanOrEqual(stage.x - 1);
  expect(box.x + box.width).toBeLessThanOrEqual(stage.x + stage.width + 1);
  expect(box.y).toBeGreaterThanOrEqual(stage.y - 1);
  expect(box.y + box.height).toBeLessThanOrEqual(stage.y + stage.height + 1);
  const [x, y] = [ring.x + ring.width / 2, ring.y + ring.height / 2];
  expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(false);
}

test('a point under the mouse tells its values, stays while the run grows, and goes with Escape', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  // Without a table, which would grow and push the plot away from under the mouse.
  const scan = `await RE(scan([det], motor, -1, 1, 21), new LivePlot('det', 'motor', { marker: 'o' }))`;
  await notebook.open(`${tmpPath}/hover.ipynb`, notebookOf([SETUP, scan]));
  await notebook.run(0);
  await notebook.start(1);
  const plot = notebook.figure(1, 0);
  await expect.poll(() => plottedPoints(plot), LONG).toBeGreaterThanOrEqual(4);
  await pointAt(plot, 0.08, 0.5);
  await expect(readout(plot)).toContainText('−1 mm');
  const told = await readout(plot).innerText();
  expect(told).toMatch(/^scan 1 · [0-9a-f]{8} · scan\nmotor\s+−1 mm\ndet\s+0\.60653\d*\nseq_num\s+1$/);
  await notebook.ended(1);
  expect(await plottedPoints(plot)).toBe(21);
  // The axis has grown to twice the length and more, the mouse has not moved.
  expect(await readout(plot).innerText()).toBe(told);

  for (const [x, y] of [
    [0.02, 0.02],
    [0.98, 0.02],
    [0.02, 0.98],
    [0.98, 0.98],
    [0.5, 0.5],
  ] as const) {
    await pointAt(plot, x, y);
    await checkPlace(plot);
  }
  await pointAt(plot, 0.5, 0.1);
  await expect(readout(plot)).toContainText('seq_num11');
  await page.keyboard.press('Escape');
  await expect(readout(plot)).toBeHidden();
  await pointAt(plot, 0.99, 0.9);
  await expect(readout(plot)).toContainText('seq_num21');
  await page.mouse.move(0, 0);
  await expect(readout(plot)).toBeHidden();
});

test('points that are painted on a canvas tell their values, in a narrow figure too', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/many.ipynb`, notebookOf([SETUP, MANY]));
  await notebook.run(0);
  await notebook.run(1, 60_000);
  const plot = notebook.figure(1);
  await expect(plot.locator('canvas')).toBeVisible();
  await pointAt(plot, 0.5, 0.5);
  await expect(readout(plot)).toBeVisible();
  const words = (await readout(plot).innerText()).split(/\s+/);
  const seqNum = Number(words.at(words.indexOf('seq_num') + 1));
  expect(seqNum).toBeGreaterThan(2500);
  expect(Number(words.at(words.indexOf('ramp') + 1))).toBe(((seqNum - 1) * 7) % 1000);

  await page.sidebar.close('left');
  await page.setViewportSize({ width: 400, height: 900 });
  await expect.poll(async () => (await boxOf(plot.locator('.jp-Livesky-line'))).width).toBeLessThan(320);
  for (const x of [0.05, 0.5, 0.95]) {
    await pointAt(plot, x, 0.5);
    await checkPlace(plot);
  }
});

test('a finger shows a point, and its readout stays', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/touch.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  const plot = notebook.figure(1, 1);
  const box = await plotBox(plot);
  // The page itself is wanted, not what Galata makes of it.
  const session = await page.context().newCDPSession(page.context().pages()[0] as Page);
  const touch = (type: 'touchStart' | 'touchEnd', x: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width * x, y: box.y + box.height / 2 }],
    });
  await touch('touchStart', 0.5);
  await touch('touchEnd', 0.5);
  await expect(readout(plot)).toContainText('seq_num11');
});

test('a cell under the mouse tells its whole value; rows that came meanwhile are counted', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  const slow = SCAN.replace('21)', '2001)');
  await notebook.open(`${tmpPath}/cells.ipynb`, notebookOf([SETUP, slow]));
  await notebook.run(0);
  await notebook.start(1);
  const table = notebook.figure(1, 0);
  await expect.poll(() => tableRows(table), LONG).toBeGreaterThan(16);
  await table.locator('.jp-Livesky-table').hover();
  // The table has grown by as many rows as the machine was slow: far enough to reach the first from any.
  await page.mouse.wheel(0, -100_000);
  const first = table.getByRole('row').nth(1);
  await expect(first.getByRole('cell').first()).toHaveText('1');
  await first.getByRole('cell').nth(1).hover();
  const tip = table.getByRole('tooltip');
  await expect(tip).toHaveText(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
  await table.getByRole('row').nth(3).getByRole('cell').nth(2).hover();
  await expect(tip).toHaveText(/^-0\.998\d* mm$/);
  const newest = table.getByRole('button', { name: /^\d+ new rows, go to the newest$/ });
  await expect(newest).toBeVisible(LONG);
  await table.getByRole('button', { name: 'Stop the run' }).click();
  await notebook.ended(1);
  await table.getByRole('row').nth(3).getByRole('cell').nth(2).hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();

  const rows = await tableRows(table);
  await newest.click();
  await expect(table.getByRole('row').last().getByRole('cell').first()).toHaveText(String(rows));
  await expect(newest).toBeHidden();
});
