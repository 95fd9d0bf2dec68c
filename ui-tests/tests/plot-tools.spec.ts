import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints } from '../notebook-page.js';
import { ALL_THEMES, inGallery } from '../pictures.js';

const SETUP = `import { RunEngine, scan, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
const key = { source: 'cell', dtype: 'number', shape: [] }
// Falls below zero, as a difference of counters does.
const difference: any = {
  name: 'difference',
  describe: () => ({ difference: { ...key, units: 'V' } }),
  read: () => ({ difference: { value: motor.position * 10 - 5, timestamp: 0 } }),
}`;

const SCAN = `await RE(scan([det], motor, -4, 4, 41), new LivePlot('det', 'motor', { marker: 'o' }))`;

const THREE = `const lp = new LivePlot('det', 'motor')
await RE(scan([det], motor, -3, 3, 31), lp)
await RE(scan([det], motor, -2, 2, 21), lp)
await RE(scan([det], motor, -1, 1, 11), lp)`;

const SLOW = `motor.delay = 0.1
await RE(scan([det], motor, -4, 4, 400), new LivePlot('det', 'motor'))`;

const stageOf = (figure: Locator): Locator => figure.getByRole('application');
const tool = (figure: Locator, name: string): Locator => figure.getByRole('toolbar').getByRole('button', { name });

/** The numbers at an axis, without its offset or factor. */
async function ticks(figure: Locator, axis: 'x' | 'y'): Promise<string[]> {
  const texts = await figure.locator(`.jp-Livesky-axis.jp-mod-${axis} .jp-Livesky-tickText`).allTextContents();
  return texts.map((text) => text.replace('\u2212', '-'));
}

/** The least and the greatest number at an axis. */
async function span(figure: Locator, axis: 'x' | 'y'): Promise<[number, number]> {
  const values = (await ticks(figure, axis)).map(Number);
  return [Math.min(...values), Math.max(...values)];
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the plot itself lies on the screen. */
async function plotBox(figure: Locator): Promise<Box> {
  const stage = stageOf(figure);
  await stage.scrollIntoViewIfNeeded();
  const { x = 0, y = 0 } = (await stage.boundingBox()) ?? {};
  const [left = 0, top = 0, width = 0, height = 0] = await figure
    .locator('.jp-Livesky-plot')
    .evaluate((plot) => ['x', 'y', 'width', 'height'].map((name) => Number(plot.getAttribute(name))));
  return { x: x + left, y: y + top, width, height };
}

/** Drags from one place of the plot to another, in parts of its size. */
async function drag(
  figure: Locator,
  from: [number, number],
  to: [number, number],
  button: 'left' | 'middle' = 'left',
): Promise<void> {
  const box = await plotBox(figure);
  const { mouse } = figure.page();
  const at = ([x, y]: [number, number]): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await mouse.move(...at(from));
  await mouse.down({ button });
  await mouse.move(...at(to), { steps: 5 });
  await mouse.up({ button });
}

async function shown(notebook: NotebookPage, tmpPath: string, cell: string): Promise<Locator> {
  await notebook.open(`${tmpPath}/tools.ipynb`, notebookOf([SETUP, cell]));
  await notebook.run(0);
  await notebook.run(1, 60_000);
  return notebook.figure(1);
}

test('wheel, box, moving and home', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const plot = await shown(notebook, tmpPath, SCAN);
  await expect.poll(() => span(plot, 'x')).toEqual([-4, 4]);
  const box = await plotBox(plot);

  // The wheel over a plot that nobody has clicked scrolls the page.
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -200);
  expect(await span(plot, 'x')).toEqual([-4, 4]);
  await page.keyboard.down('Control');
  await plotBox(plot);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await expect.poll(() => span(plot, 'x')).not.toEqual([-4, 4]);
  const [low, high] = await span(plot, 'x');
  expect(low).toBeGreaterThan(-4);
  expect(high).toBeLessThan(4);

  await tool(plot, 'Show all data').click();
  await expect.poll(() => span(plot, 'x')).toEqual([-4, 4]);
  await expect(tool(plot, 'Show all data')).toHaveAttribute('aria-disabled', 'true');

  await drag(plot, [0.5, 0.1], [0.75, 0.9]);
  await expect.poll(async () => (await span(plot, 'x'))[0]).toBeGreaterThanOrEqual(0);
  const zoomed = await span(plot, 'x');
  await inGallery(page, plot, 'plot-zoomed', ALL_THEMES);
  await page.keyboard.down('Shift');
  await drag(plot, [0.2, 0.5], [0.6, 0.5]);
  await page.keyboard.up('Shift');
  await expect.poll(async () => (await span(plot, 'x'))[0]).toBeLessThan(zoomed[0]);
  await drag(plot, [0.6, 0.5], [0.2, 0.5], 'middle');
  await expect.poll(() => span(plot, 'x')).toEqual(zoomed);
  await tool(plot, 'Drag to move').click();
  await drag(plot, [0.2, 0.5], [0.6, 0.5]);
  await expect.poll(async () => (await span(plot, 'x'))[0]).toBeLessThan(zoomed[0]);
  await stageOf(plot).dblclick();
  await expect.poll(() => span(plot, 'x')).toEqual([-4, 4]);

  // Now the plot has the focus: the wheel zooms it without Ctrl.
  await page.mouse.wheel(0, -400);
  await expect.poll(() => span(plot, 'x')).not.toEqual([-4, 4]);
});

test('what is zoomed stays while the run grows, and home follows it', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/grows.ipynb`, notebookOf([SETUP, SLOW]));
  await notebook.run(0);
  await notebook.start(1);
  const plot = notebook.figure(1);
  await expect.poll(() => plottedPoints(plot), { timeout: 30_000 }).toBeGreaterThan(20);
  await drag(plot, [0.1, 0.3], [0.6, 0.3]);
  await expect(tool(plot, 'Show all data')).not.toHaveAttribute('aria-disabled');
  const zoomed = await span(plot, 'x');
  const before = await plottedPoints(plot);
  await expect.poll(() => plottedPoints(plot), { timeout: 30_000 }).toBeGreaterThan(before + 20);
  expect(await span(plot, 'x')).toEqual(zoomed);
  await stageOf(plot).focus();
  await page.keyboard.press('0');
  await expect.poll(async () => (await span(plot, 'x'))[1]).toBeGreaterThan(zoomed[1]);
  const followed = await span(plot, 'x');
  await expect.poll(async () => (await span(plot, 'x'))[1], { timeout: 30_000 }).toBeGreaterThan(followed[1]);
  await plot.getByRole('button', { name: 'Stop the run' }).click();
  await notebook.ended(1);
});

test('logarithmic and swapped axes, and what they leave out', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const cell = `await RE(scan([difference], motor, 0, 10, 21), new LivePlot('difference', 'motor'))`;
  const plot = await shown(notebook, tmpPath, cell);
  await tool(plot, 'Logarithmic y axis').click();
  await expect(tool(plot, 'Logarithmic y axis')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => ticks(plot, 'y')).toEqual(expect.arrayContaining(['10', '20', '50']));
  await expect(plot.locator('.jp-Livesky-notice')).toHaveText(
    '2 of 21 points left out: a logarithmic y axis shows positive numbers only.',
  );
  await inGallery(page, plot, 'plot-log', ALL_THEMES);
  await stageOf(plot).focus();
  await page.keyboard.press('s');
  await expect(plot.locator('.jp-mod-x .jp-Livesky-axisLabel')).toHaveText('difference (V)');
  await page.keyboard.press('l');
  await expect(plot.locator('.jp-Livesky-notice')).toHaveCount(0);
  await expect(tool(plot, 'Logarithmic y axis')).toHaveAttribute('aria-pressed', 'false');
});

test('the legend switches lines off and pins them, through a change of theme', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const plot = await shown(notebook, tmpPath, THREE);
  const lines = plot.locator('.jp-Livesky-series');
  const drawn = async (): Promise<number[]> =>
    lines.evaluateAll((groups) => groups.flatMap((group, at) => (group.childElementCount > 0 ? [at] : [])));
  const entry = (name: string): Locator =>
    plot.getByRole('group', { name: 'Legend' }).getByRole('button', { name, exact: true });
  await expect.poll(() => span(plot, 'x')).toEqual([-3, 3]);
  await entry('1').click();
  await expect.poll(drawn).toEqual([1, 2]);
  await expect.poll(() => span(plot, 'x')).toEqual([-2, 2]);
  await inGallery(page, plot, 'plot-legend', ALL_THEMES);
  await entry('3').click({ modifiers: ['Shift'] });
  await expect.poll(drawn).toEqual([2]);
  await entry('3').focus();
  await page.keyboard.press('Shift+Enter');
  await expect.poll(drawn).toEqual([0, 1, 2]);

  await entry('1').hover();
  await entry('Pin line 1').click();
  // What stands back is drawn first, and so is the second of the three lines.
  await expect(lines.nth(0).locator('path').first()).toHaveAttribute('stroke-opacity', '0.25');
  await expect(lines.nth(1).locator('path').first()).not.toHaveAttribute('stroke-opacity');
  await inGallery(page, plot, 'plot-pinned', ALL_THEMES);
  await tool(plot, 'Only the last run and what is pinned').click();
  await expect.poll(drawn).toEqual([1, 2]);
  await page.theme.setDarkTheme();
  await expect.poll(drawn).toEqual([1, 2]);
  await expect(entry('Pin line 1')).toHaveAttribute('aria-pressed', 'true');
});

test('pictures and points are saved as they are seen, and copied', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const plot = await shown(notebook, tmpPath, THREE);
  await plot.getByRole('group', { name: 'Legend' }).getByRole('button', { name: '1', exact: true }).click();
  const save = async (item: string): Promise<{ name: string; content: Buffer }> => {
    await tool(plot, 'Save or copy').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
  };
  const csv = await save('Save points (CSV)');
  expect(csv.name).toMatch(/^scan-3-[0-9a-f]{8}-scan-det-motor\.csv$/);
  const rows = csv.content.toString().trim().split('\r\n');
  expect(rows[0]).toBe('run,label,motor,det');
  expect(rows).toHaveLength(1 + 21 + 11);
  expect(rows[1]).toMatch(/^[0-9a-f-]{36},2,-2,0\.1353352832366127$/);

  const svg = (await save('Save picture (SVG)')).content.toString();
  expect(svg).toMatch(/^<svg .*<\/svg>$/s);
  expect(svg.match(/stroke-linejoin="round"/g)).toHaveLength(2);
  const png = (await save('Save picture on white (PNG)')).content;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1440, 800]);

  const copy = async (item: string): Promise<void> => {
    await tool(plot, 'Save or copy').click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await copy('Copy points');
  await expect(plot.locator('.jp-Livesky-notice')).toHaveText('32 points copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').map((row) => row.split('\t').length)).toEqual(new Array(33).fill(4));
  await copy('Copy picture');
  await expect(plot.locator('.jp-Livesky-notice')).toHaveText('Picture copied.');
  // Not every browser lets a page do so.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await copy('Copy points');
  await expect(plot.locator('.jp-Livesky-notice')).toHaveText(/^32 points could not be copied: this browser /);
});

test('all of it by keyboard', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const plot = await shown(notebook, tmpPath, THREE);
  await stageOf(plot).focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await span(plot, 'x'))[1]).toBeLessThan(2.5);
  const [, high] = await span(plot, 'x');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await span(plot, 'x'))[1]).toBeGreaterThan(high);
  await page.keyboard.press('0');
  await expect.poll(() => span(plot, 'x')).toEqual([-3, 3]);
  await page.keyboard.press('g');
  await expect(tool(plot, 'Grid')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('d');
  await expect(page.getByRole('menu').filter({ hasText: 'Copy points' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stageOf(plot)).toBeFocused();

  // The legend and the toolbar are one stop each on the way back.
  await page.keyboard.press('Shift+Tab');
  await expect(plot.getByRole('button', { name: '1', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(plot.getByRole('button', { name: '1', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Shift+Tab');
  await expect(tool(plot, 'Show all data')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tool(plot, 'Zoom in')).toBeFocused();
  await expect(notebook.prompt(1)).toHaveText('[2]:');
});
