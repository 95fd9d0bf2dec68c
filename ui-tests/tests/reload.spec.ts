import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;
const POINTS = 150;

/** A kernel that is restarted aborts its run; a page that does not hear of that any more says that the kernel is gone. */
const OVER = /^(abort|kernel gone)$/;

const SETUP = `import { RunEngine, count, LiveTable, LivePlot } from 'livesky'
import { det } from 'livesky/sim'
const RE = new RunEngine()`;
const counting = (points: number): string => `console.log('begins')
await RE(count([det], ${points}, 0.2), [new LiveTable([det]), new LivePlot('det')])
console.log('ends')`;

/** The figures of a cell that are to be seen. */
function shown(notebook: NotebookPage, cell: number): Locator {
  return notebook.output(cell).locator('.jp-Livesky').filter({ visible: true });
}

/** Figures are grey whose kernel is gone. */
async function expectGrey(figures: Locator): Promise<void> {
  await expect(figures).toHaveCount(2);
  for (const at of [0, 1]) await expect(figures.nth(at).locator('.jp-Livesky-body')).toHaveCSS('opacity', '0.7');
}

/** Reloads the page, as with F5, and waits until the notebook is there again. */
async function reload(notebook: NotebookPage): Promise<void> {
  const { page } = notebook;
  page.once('dialog', (dialog) => void dialog.accept());
  await page.evaluate(() => location.reload());
  await page.waitForLoadState('load');
  await expect(notebook.cell(0)).toBeVisible({ timeout: 60_000 });
}

interface Saved {
  cells: {
    outputs: { output_type: string; text?: string | string[]; data?: Record<string, unknown> }[];
    execution_count: number | null;
  }[];
}

/** A saved output in a word. */
function kindOf({ output_type, text, data }: Saved['cells'][number]['outputs'][number]): string {
  if (output_type === 'stream') return [text].flat().join('');
  const mime = Object.keys(data ?? {}).find((each) => /widget-view|livesky/.test(each)) ?? 'other';
  return mime.includes('livesky') ? 'saved' : 'view';
}

test('reloaded in mid-run without saving: figures come back, grow, can be steered, and are saved as if nothing had been', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/reload.ipynb`, notebookOf([SETUP, counting(POINTS)]));
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1))).toBeGreaterThan(3);
  await reload(notebook);
  await expect(shown(notebook, 1)).toHaveCount(2, { timeout: 30_000 });
  const [table, plot] = [shown(notebook, 1).nth(0), shown(notebook, 1).nth(1)];
  await expect.poll(() => tableRows(table)).toBeGreaterThan(3);
  const before = await tableRows(table);
  await expect.poll(() => tableRows(table)).toBeGreaterThan(before + 2);
  await expect(notebook.output(1)).toContainText('begins');
  await inGallery(page, notebook.cell(1), 'reloaded-in-mid-run');

  await plot.getByRole('button', { name: 'Pause the run' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('paused');
  await plot.getByRole('button', { name: 'Resume the run' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('running');
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success', { timeout: 60_000 });
  expect(await tableRows(table)).toBe(POINTS);
  expect(await plottedPoints(plot)).toBe(POINTS);

  const file = join(ROOT, tmpPath, 'reload.ipynb');
  const outputs = (): string[] => {
    const { cells } = JSON.parse(readFileSync(file, 'utf8')) as Saved;
    return cells[1]?.outputs.map(kindOf) ?? [];
  };
  await expect(async () => {
    await notebook.cell(1).locator('.jp-InputPrompt').click();
    await page.keyboard.press('Control+s');
    expect(outputs().filter((each) => each === 'saved')).toHaveLength(2);
  }).toPass({ timeout: 20_000 });
  expect(outputs().slice(0, 3)).toEqual(['begins\n', 'view', 'view']);
});

test('a second tab shows the run too; a restart in one ends the run in both', async ({ page, tmpPath, baseURL }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/two.ipynb`, notebookOf([SETUP, counting(1000)]));
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1))).toBeGreaterThan(3);
  const second = await page.context().newPage();
  await second.goto(`${baseURL}/doc/tree/${tmpPath}/two.ipynb`);
  const figures = second.locator('.jp-Livesky').filter({ visible: true });
  await expect(figures).toHaveCount(2, { timeout: 60_000 });
  const rows = await tableRows(figures.first());
  await expect.poll(() => tableRows(figures.first())).toBeGreaterThan(rows + 2);
  await expect.poll(() => tableRows(notebook.figure(1))).toBeGreaterThan(rows + 2);

  await page.bringToFront();
  await page
    .locator(
      '.jp-NotebookPanel-toolbar [data-command="notebook:restart-kernel"], .jp-NotebookPanel-toolbar [data-jp-item-name="restart"]',
    )
    .first()
    .click();
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  await expect(shown(notebook, 1).first().locator('.jp-Livesky-chip')).toHaveText(OVER, { timeout: 30_000 });
  await expectGrey(shown(notebook, 1));
  await inGallery(page, notebook.cell(1), 'after-restart');
  await second.bringToFront();
  await expect(figures.first().locator('.jp-Livesky-chip')).toHaveText(OVER, { timeout: 30_000 });
  await expect(figures.first().getByRole('button', { name: /the run/ })).toHaveCount(0);
  await expectGrey(figures);
});

test('a page that is late keeps its cells: another neither goes on with them nor takes them for changes of its own', async ({
  page,
  tmpPath,
  baseURL,
}) => {
  const wire = /\/api\/kernels\/.*\/channels/;
  await page.routeWebSocket(wire, (route) => {
    route.connectToServer().onMessage((message) => {
      if (String(message).includes('"here?"')) setTimeout(() => route.send(message), 800);
      else route.send(message);
    });
  });
  await page.reload();
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/late.ipynb`, notebookOf([SETUP, counting(1000)]));
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1))).toBeGreaterThan(3);
  const second = await page.context().newPage();
  let returned = 0;
  await second.routeWebSocket(wire, (route) => {
    route.connectToServer().onMessage((message) => {
      if (String(message).includes('"returned"')) returned += 1;
      route.send(message);
    });
  });
  await second.goto(`${baseURL}/doc/tree/${tmpPath}/late.ipynb`);
  await expect.poll(() => returned, { timeout: 60_000 }).toBe(1);
  const figures = second.locator('.jp-Livesky').filter({ visible: true });
  await expect(figures).toHaveCount(2, { timeout: 60_000 });
  await expect(second.locator('.jp-CodeCell').nth(1).locator('.jp-InputPrompt')).not.toHaveText('[*]:');
  await expect(second.locator('.jp-mod-dirty')).toHaveCount(0);
  const rows = await tableRows(figures.first());
  await expect.poll(() => tableRows(figures.first())).toBeGreaterThan(rows + 2);

  await notebook.cell(1).getByRole('button', { name: 'Stop the run' }).first().click();
  await expect(figures.first().locator('.jp-Livesky-chip')).toHaveText('success', { timeout: 30_000 });
  await notebook.ended(1);
  await expect(second.locator('.jp-mod-dirty')).toHaveCount(0);
});

test('a second view beside the first is as live; saved after a restart, the notebook has lost nothing', async ({
  page,
  tmpPath,
}) => {
  const points = 60;
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/views.ipynb`, notebookOf([SETUP, counting(points)]));
  await notebook.run(0);
  await notebook.start(1);
  await expect.poll(() => tableRows(notebook.figure(1))).toBeGreaterThan(3);
  await page.menu.clickMenuItem('File>New View for Notebook');
  const views = page.locator('.jp-NotebookPanel');
  await expect(views).toHaveCount(2);
  const figures = [0, 1].map((at) => views.nth(at).locator('.jp-Livesky').filter({ visible: true }));
  for (const each of figures) {
    await expect(each).toHaveCount(2, { timeout: 30_000 });
    const rows = await tableRows(each.first());
    await expect.poll(() => tableRows(each.first())).toBeGreaterThan(rows + 1);
  }
  for (const each of figures) {
    await expect(each.last().locator('.jp-Livesky-chip')).toHaveText('success', { timeout: 60_000 });
    expect(await tableRows(each.first())).toBe(points);
    expect(await plottedPoints(each.last())).toBe(points);
  }
  await inGallery(page, page.locator('#jp-main-dock-panel'), 'second-view');

  const file = join(ROOT, tmpPath, 'views.ipynb');
  const outputs = (): Saved['cells'][number]['outputs'] =>
    (JSON.parse(readFileSync(file, 'utf8')) as Saved).cells[1]?.outputs ?? [];
  await page.keyboard.press('Control+s');
  const whole = ['begins\n', 'ends\n', 'saved', 'saved', 'view', 'view'];
  // The file may be read while it is written.
  await expect(() => expect(outputs().map(kindOf).sort()).toEqual(whole)).toPass({ timeout: 20_000 });
  const before = outputs();
  await page.menu.clickMenuItem('Kernel>Restart Kernel…');
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  for (const each of figures) {
    await expect(each.first().locator('.jp-Livesky-chip')).toHaveText(/kernel gone|success/, { timeout: 30_000 });
    await expect(each.first().getByRole('button', { name: /the run/ })).toHaveCount(0);
    await expectGrey(each);
  }
  await notebook.cell(0).locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' // kept');
  await page.keyboard.press('Control+s');
  await expect(() => {
    expect(readFileSync(file, 'utf8')).toContain('// kept');
    expect(outputs()).toEqual(before);
  }).toPass({ timeout: 20_000 });
});
