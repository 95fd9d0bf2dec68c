import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';

const SETUP = `import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
motor.delay = 0.05`;

const SCAN = `await RE(scan([det], motor, -5, 5, 30), [new LiveTable([motor, det]), new LivePlot('det', 'motor')])`;

async function sizeOf(what: Locator): Promise<{ width: number; height: number }> {
  const box = await what.boundingBox();
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
}

/** Drags the handle of a figure down. */
async function drag(figure: Locator, by: number): Promise<void> {
  const handle = figure.getByRole('separator', { name: 'Height of the figure' });
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (!box) throw new Error('The figure has no handle.');
  const { mouse } = figure.page();
  await mouse.move(box.x + box.width - 10, box.y + box.height / 2);
  await mouse.down();
  await mouse.move(box.x + box.width - 10, box.y + box.height / 2 + by, { steps: 5 });
  await mouse.up();
}

test('figures follow the width of the page and the height that one drags them to', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/resize.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  const [rows, picture] = [table.locator('.jp-Livesky-table'), plot.locator('.jp-Livesky-line')];
  expect(await sizeOf(picture)).toEqual({ width: 720, height: 400 });

  await drag(plot, 100);
  await expect.poll(async () => (await sizeOf(picture)).height).toBe(500);
  const before = (await sizeOf(rows)).height;
  await drag(table, -120);
  await expect.poll(async () => (await sizeOf(rows)).height).toBe(before - 120);
  await expect(table.getByRole('row').last().getByRole('cell').first()).toHaveText('30');
  await plot.getByRole('separator', { name: 'Height of the figure' }).dblclick();
  await expect.poll(async () => (await sizeOf(picture)).height).toBe(400);

  await page.sidebar.close('left');
  await page.setViewportSize({ width: 400, height: 900 });
  await expect.poll(async () => (await sizeOf(picture)).width).toBeLessThan(320);
  expect(await overlaps(picture)).toEqual([]);
  expect((await sizeOf(table)).width).toBeLessThan(320);
});

test('a second view of the output and a hidden one are drawn as large as they are', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/view.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.start(1);
  await expect(notebook.figure(1, 1)).toBeVisible();
  await notebook.figure(1, 1).locator('.jp-Livesky-label').click({ button: 'right' });
  await page.getByText('Create New View for Cell Output').click();
  const second = page.locator('.jp-LinkedOutputView .jp-Livesky').nth(1);
  await expect(second.locator('.jp-Livesky-series')).toHaveAttribute('data-points', '30');
  const { width } = await sizeOf(page.locator('.jp-LinkedOutputView'));
  expect((await sizeOf(second.locator('.jp-Livesky-line'))).width).toBeLessThanOrEqual(width);

  const own = notebook.figure(1, 1).locator('.jp-Livesky-line');
  await page.locator('.jp-LinkedOutputView').locator('xpath=..').waitFor();
  await notebook.output(1).evaluate((output) => (output.style.display = 'none'));
  await notebook.output(1).evaluate((output) => (output.style.display = ''));
  await expect.poll(async () => (await sizeOf(own)).width).toBeGreaterThan(200);
});

/** The texts of a picture that touch each other or leave it. */
async function overlaps(picture: Locator): Promise<string[]> {
  return picture.evaluate((svg) => {
    const around = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    const found = texts.filter(
      ({ box }) =>
        box.left < around.left - 1 ||
        box.right > around.right + 1 ||
        box.top < around.top - 1 ||
        box.bottom > around.bottom + 1,
    );
    const pairs = texts.flatMap((a, i) =>
      texts.slice(i + 1).filter(({ box }) => {
        const apart =
          box.left >= a.box.right ||
          box.right <= a.box.left ||
          box.top >= a.box.bottom - 1 ||
          box.bottom <= a.box.top + 1;
        return !apart;
      }),
    );
    return [...found, ...pairs].map(({ text }) => text ?? '');
  });
}
