import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;
const POINTS = 21;

const SCAN = `import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
await RE(scan([det], motor, -5, 5, ${POINTS}), [new LiveTable([motor, det]), new LivePlot('det', 'motor', { marker: 'o' })])`;

interface Notebook {
  cells: { outputs: { output_type: string; data?: object }[] }[];
}

let saved: string;

/** The figures of a notebook that are to be seen, live or saved. */
function shown(notebook: NotebookPage): Locator {
  return notebook.output(0).locator('.jp-Livesky').filter({ visible: true });
}

async function expectScan(notebook: NotebookPage): Promise<void> {
  await expect(shown(notebook)).toHaveCount(2, { timeout: 30_000 });
  const [table, plot] = [shown(notebook).nth(0), shown(notebook).nth(1)];
  await expect.poll(() => tableRows(table)).toBe(POINTS);
  await expect.poll(() => plottedPoints(plot)).toBe(POINTS);
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success');
  // What the cell's last expression gave stands below them.
  const others = notebook.output(0).locator('.jp-OutputArea-child').filter({ visible: true });
  await expect(others).toHaveCount(3);
}

/** Opens a notebook that asks which kernel it shall have, and has none. */
async function openWithoutKernel(notebook: NotebookPage, path: string, content: string): Promise<void> {
  const { page } = notebook;
  const metadata = { kernelspec: { display_name: 'gone', name: 'gone', language: 'gone' } };
  await page.contents.uploadContent(JSON.stringify({ ...JSON.parse(content), metadata }), 'text', path);
  await page.notebook.openByPath(path);
  const dialog = page.locator('.jp-Dialog');
  await dialog.getByRole('button', { name: 'No Kernel' }).click();
  await expect(page.locator('.jp-NotebookPanel-toolbar').getByText('No Kernel')).toBeVisible();
}

test.describe.serial('what a notebook keeps of its figures', () => {
  test('saved after a run, it holds data, picture and words of each figure once, and shows none twice', async ({
    page,
    tmpPath,
  }) => {
    const notebook = new NotebookPage(page);
    await notebook.open(`${tmpPath}/scan.ipynb`, notebookOf([SCAN]));
    await notebook.run(0);
    await expectScan(notebook);
    await page.keyboard.press('Control+s');
    const file = join(ROOT, tmpPath, 'scan.ipynb');
    // The page has saved by itself before, when there was less; and a file may be read while it is written.
    await expect(() => {
      saved = readFileSync(file, 'utf8');
      const kinds = (JSON.parse(saved) as Notebook).cells[0]?.outputs.map(({ output_type }) => output_type);
      expect(kinds).toEqual([...new Array<string>(4).fill('display_data'), 'execute_result']);
    }).toPass({ timeout: 20_000 });
    expect(saved.match(/"image\/svg\+xml"/g)).toHaveLength(2);
    expect(saved).toContain(`${POINTS} points, motor from -5 to 5`);
  });

  test('opened with no kernel, figures are drawn, hovered and zoomed, and steer nothing; saving loses nothing', async ({
    page,
    tmpPath,
  }) => {
    const notebook = new NotebookPage(page);
    await openWithoutKernel(notebook, `${tmpPath}/later.ipynb`, saved);
    await expectScan(notebook);
    await inGallery(page, notebook.cell(0), 'saved-no-kernel');
    const plot = shown(notebook).nth(1);
    await expect(plot.getByRole('button', { name: /the run$/ })).toHaveCount(0);
    const ticks = plot.locator('.jp-mod-x .jp-Livesky-tickText');
    await expect(ticks.first()).toHaveText('−6');
    await plot.getByRole('toolbar').getByRole('button', { name: 'Zoom in' }).click();
    await expect(ticks.first()).toHaveText('−4');
    await plot.getByRole('toolbar').getByRole('button', { name: 'Show all data' }).click();
    await expect(ticks.first()).toHaveText('−6');
    await plot.locator('.jp-Livesky-line').hover();
    await expect(plot.locator('.jp-Livesky-readout')).toContainText('motor');
    await notebook.cell(0).locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' // kept');
    await page.keyboard.press('Control+s');
    const file = join(ROOT, tmpPath, 'later.ipynb');
    const outputs = (text: string): unknown => (JSON.parse(text) as Notebook).cells[0]?.outputs;
    await expect(() => {
      const kept = readFileSync(file, 'utf8');
      expect(kept).toContain('// kept');
      expect(outputs(kept)).toEqual(outputs(saved));
    }).toPass({ timeout: 20_000 });
  });
});

const FIXTURE = readFileSync(fileURLToPath(new URL('../fixtures/wire-1.ipynb', import.meta.url)), 'utf8');
const MIME = 'application/vnd.livesky.figure.v1+json';

type Figure = Record<string, unknown> & { runs: { buffers: string[] }[]; spec: object };

/** The fixture, with the data of its plot changed. */
function changed(change: (figure: Figure) => object): string {
  const notebook = JSON.parse(FIXTURE) as Notebook;
  const output = notebook.cells[0]?.outputs[3]?.data as Record<string, unknown>;
  output[MIME] = change(output[MIME] as Figure);
  return JSON.stringify(notebook);
}

test('a notebook of the first form opens for ever; damaged ones show the picture, what is wrong, and run nothing', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await openWithoutKernel(notebook, `${tmpPath}/wire-1.ipynb`, FIXTURE);
  await expectScan(notebook);
  const lastRow = shown(notebook)
    .first()
    .locator(`.jp-Livesky-tableRow[aria-rowindex="${POINTS + 1}"]`);
  await page.theme.setDarkTheme();
  await expect(lastRow).toBeInViewport();
  await page.theme.setLightTheme();
  await expect(lastRow).toBeInViewport();
  await page.notebook.close();

  const damages: [string, RegExp, (figure: Figure) => object][] = [
    [
      'newer',
      /made by livesky 9\.9\.9.*update livesky in JupyterLab/,
      (figure) => ({ ...figure, wire: 2, version: '9.9.9' }),
    ],
    [
      'truncated',
      /could not be read, this is its picture/,
      (figure) => {
        const [run] = figure.runs;
        if (run) run.buffers[2] = '';
        return figure;
      },
    ],
    ['markup', /<img src=x/, (figure) => ({ ...figure, wire: 2, version: '<img src=x onerror="document.title=1">' })],
  ];
  for (const [name, line, damage] of damages) {
    await openWithoutKernel(notebook, `${tmpPath}/${name}.ipynb`, changed(damage));
    await expect(shown(notebook)).toHaveCount(2);
    const plot = shown(notebook).nth(1);
    await expect(plot.locator('.jp-Livesky-notice')).toHaveText(line);
    await expect(plot.locator('img.jp-Livesky-picture')).toBeVisible();
    await inGallery(page, notebook.cell(0), `saved-${name}`);
    await page.notebook.close();
  }
  expect(await page.title()).not.toBe('1');
});
