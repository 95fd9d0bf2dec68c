import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { ALL_THEMES, inGallery } from '../pictures.js';
import { example, NotebookPage, notebookOf, plottedPoints } from '../notebook-page.js';

const SETUP = `%matplotlib notebook
import { RunEngine, scan, LivePlot, LiveTable, subplots } from 'livesky'
import * as bps from 'livesky/plan-stubs'
import { setRunKeyDecorator } from 'livesky/preprocessors'
import { det, det1, det2, motor } from 'livesky/sim'
const RE = new RunEngine()`;

/** How many points each line of a figure has, panel by panel. */
async function pointsOf(figure: Locator): Promise<number[][]> {
  const panels = await figure.locator('.jp-Livesky-panel').all();
  return Promise.all(
    panels.map(async (panel) => {
      const lines = await panel.locator('.jp-Livesky-series').all();
      return Promise.all(lines.map(async (line) => Number(await line.getAttribute('data-points'))));
    }),
  );
}

const isFocused = (element: Locator): Promise<boolean> => element.evaluate((each) => each === document.activeElement);

const ticksOf = (panel: Locator): Promise<string[]> =>
  panel.locator('.jp-mod-x .jp-Livesky-tickText').allTextContents();

test('the example: panels that are shown empty, and grow there and in the cell of the run', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await page.setViewportSize({ width: 1280, height: 1300 });
  await notebook.open(`${tmpPath}/plots.ipynb`, example('plots.ipynb'));
  await notebook.run(0);
  await notebook.run(1);
  const [made, drawn] = [notebook.figure(1), notebook.figure(2)];
  await expect(made.locator('.jp-Livesky-panel')).toHaveCount(2);
  expect(await pointsOf(made)).toEqual([[], []]);

  await notebook.start(2);
  await expect.poll(async () => (await pointsOf(drawn))[0]?.[0] ?? 0).toBeGreaterThan(2);
  await notebook.running(2);
  await notebook.ended(2);
  await expect.poll(() => pointsOf(drawn)).toEqual([[21, 21], [21]]); // prettier-ignore
  await made.scrollIntoViewIfNeeded();
  await expect.poll(() => pointsOf(made)).toEqual([[21, 21], [21]]); // prettier-ignore

  await notebook.run(3);
  const again = notebook.figure(3);
  await expect.poll(() => pointsOf(again)).toEqual([[21, 21, 21, 21], [21, 21]]); // prettier-ignore
  const [top, bottom] = [again.locator('.jp-Livesky-panel').nth(0), again.locator('.jp-Livesky-panel').nth(1)];
  await expect.poll(async () => (await ticksOf(top)).join() === (await ticksOf(bottom)).join()).toBe(true);
  await expect(top.locator('.jp-Livesky-legendEntry')).toHaveText([
    'det :: 1',
    'noisy_det :: 1',
    'det :: 2',
    'noisy_det :: 2',
  ]);
  await expect(bottom.locator('.jp-mod-y .jp-Livesky-axisLabel')).toHaveText('noisy_det / det');
  await inGallery(page, again, 'panels', ALL_THEMES);

  const whole = await ticksOf(top);
  await top.locator('.jp-Livesky-stage').focus();
  await page.keyboard.press('+');
  await expect.poll(() => ticksOf(bottom)).not.toEqual(whole);
  await expect.poll(async () => (await ticksOf(top)).join() === (await ticksOf(bottom)).join()).toBe(true);
  await again.getByRole('button', { name: 'Show all data' }).click();
  await expect.poll(() => ticksOf(bottom)).toEqual(whole);
});

test('panels are read by keys, and get their height from the handle', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const cell = `const [, [left, right]] = subplots(1, 2)
await RE(scan([det1, det2], motor, -1, 1, 5), [new LivePlot('det1', 'motor', { ax: left }), new LivePlot('det2', 'motor', { ax: right })])`;
  await notebook.open(`${tmpPath}/keys.ipynb`, notebookOf([SETUP, cell]));
  await notebook.run(0);
  await notebook.run(1);
  const figure = notebook.figure(1);
  await expect.poll(() => pointsOf(figure)).toEqual([[5], [5]]);
  const [left, right] = [figure.locator('.jp-Livesky-stage').nth(0), figure.locator('.jp-Livesky-stage').nth(1)];
  await left.focus();
  await page.keyboard.press('Home');
  await expect(left.locator('.jp-Livesky-readout')).toContainText('det1');
  // The legend and its entries are on the way.
  for (let tabs = 0; tabs < 4 && !(await isFocused(right)); tabs++) await page.keyboard.press('Tab');
  await expect(right).toBeFocused();
  await page.keyboard.press('End');
  await expect(right.locator('.jp-Livesky-readout')).toContainText('det2');
  const [a, b] = [await left.boundingBox(), await right.boundingBox()];
  expect(Math.abs((a?.y ?? 0) - (b?.y ?? 0))).toBeLessThan(2);
  expect(b?.x).toBeGreaterThan((a?.x ?? 0) + (a?.width ?? 0));
  await figure.locator('.jp-Livesky-handle').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await left.boundingBox())?.height).toBeGreaterThan(a?.height ?? Infinity);
});

test('a computed field grows with the run; one that cannot be computed says why', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const cell = `const ratio = new LivePlot('det1 / det2', 'motor')
const wrong = new LivePlot('det1 / i0', 'motor')
await RE(scan([det1, det2], motor, -1, 1, 5), [ratio, wrong])
ratio.yData.length`;
  await notebook.open(`${tmpPath}/ratio.ipynb`, notebookOf([SETUP, cell]));
  await notebook.run(0);
  await notebook.run(1);
  const [ratio, wrong] = [notebook.figure(1, 0), notebook.figure(1, 1)];
  await expect.poll(() => plottedPoints(ratio)).toBe(5);
  await expect(ratio.locator('.jp-mod-y .jp-Livesky-axisLabel')).toHaveText('det1 / det2');
  await expect(ratio.locator('.jp-Livesky-notices')).toHaveText('');
  await expect(wrong.locator('.jp-Livesky-notices')).toContainText(
    "'det1 / i0' has no value: no event has the field 'i0'.",
  );
  await expect(wrong.locator('.jp-Livesky-chip')).toHaveText('success');
});

test('runs that are interleaved have a line and a table each', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const cell = `const inRun = (key: string, plan: () => any) => setRunKeyDecorator(key)(plan)()
const plan = function* () {
  yield* inRun('a', function* () { yield* bps.openRun({ scan_id: 1 }) })
  yield* inRun('b', function* () { yield* bps.openRun({ scan_id: 2 }) })
  for (const at of [1, 2, 3, 4]) {
    yield* bps.mv(motor, at)
    yield* inRun('a', function* () { yield* bps.triggerAndRead([det, motor]) })
    if (at % 2 === 0) yield* inRun('b', function* () { yield* bps.triggerAndRead([det, motor]) })
  }
  yield* inRun('a', function* () { yield* bps.closeRun() })
  yield* inRun('b', function* () { yield* bps.closeRun() })
}
const plot = new LivePlot('motor')
await RE(plan(), [plot, new LiveTable([motor])])
JSON.stringify(plot.lines.map((line) => line.yData))`;
  await notebook.open(`${tmpPath}/interleaved.ipynb`, notebookOf([SETUP, cell]));
  await notebook.run(0);
  await notebook.run(1);
  await expect(notebook.output(1)).toContainText('[[1,2,3,4],[2,4]]');
  const figures = notebook.output(1).locator('.jp-Livesky');
  await expect(figures).toHaveCount(3);
  const lines = await notebook.figure(1, 0).locator('.jp-Livesky-series').all();
  expect(await Promise.all(lines.map((line) => line.getAttribute('data-points')))).toEqual(['4', '2']);
  const rows = (at: number): Promise<string | null> =>
    notebook.figure(1, at).locator('.jp-Livesky-table').getAttribute('aria-rowcount');
  await expect.poll(() => rows(1)).toBe('5');
  await expect.poll(() => rows(2)).toBe('3');
});
