import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;
const BIN = fileURLToPath(new URL('../../.venv/bin/', import.meta.url));
const POINTS = 21;

const SCAN = `import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()
await RE(scan([det], motor, -5, 5, ${POINTS}), [new LiveTable([motor, det]), new LivePlot('det', 'motor', { marker: 'o' })])`;

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
  const text = JSON.parse(content) as { metadata: { kernelspec: object } };
  text.metadata.kernelspec = { display_name: 'gone', name: 'gone', language: 'typescript' };
  await page.contents.uploadContent(JSON.stringify(text), 'text', path);
  await page.notebook.openByPath(path);
  const dialog = page.getByRole('dialog', { name: 'Select Kernel' });
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
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('vnd.livesky.figure.v1');
    saved = readFileSync(file, 'utf8');
    expect(saved.match(/"image\/svg\+xml"/g)).toHaveLength(2);
    expect(saved).toContain(`${POINTS} points, motor from -5 to 5`);
  });

  test('opened with no kernel, figures are drawn, can be hovered, and have no buttons; saving loses nothing', async ({
    page,
    tmpPath,
  }) => {
    const notebook = new NotebookPage(page);
    await openWithoutKernel(notebook, `${tmpPath}/later.ipynb`, saved);
    await expectScan(notebook);
    await inGallery(page, notebook.cell(0), 'saved-no-kernel');
    const plot = shown(notebook).nth(1);
    await expect(plot.getByRole('button')).toHaveCount(0);
    await plot
      .locator('.jp-Livesky-plot, canvas, svg')
      .first()
      .hover({ position: { x: 300, y: 150 } });
    await expect(plot.locator('.jp-Livesky-readout')).toContainText('motor');
    await notebook.cell(0).locator('.cm-content').click();
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+s');
    const file = join(ROOT, tmpPath, 'later.ipynb');
    const outputs = (text: string): unknown =>
      (JSON.parse(text) as { cells: { outputs: unknown }[] }).cells[0]?.outputs;
    await expect.poll(() => readFileSync(file, 'utf8')).toContain(' await RE');
    expect(outputs(readFileSync(file, 'utf8'))).toEqual(outputs(saved));
  });

  test('nbconvert makes pages with both pictures, once', () => {
    const folder = mkdtempSync(join(tmpdir(), 'nbconvert-'));
    const convert = (to: string): string => {
      const args = ['nbconvert', '--to', to, '--stdin', '--output-dir', folder, '--output', 'page'];
      execFileSync(join(BIN, 'jupyter'), args, { input: saved, stdio: ['pipe', 'ignore', 'pipe'] });
      return readFileSync(join(folder, to === 'html' ? 'page.html' : 'page.md'), 'utf8');
    };
    const html = convert('html');
    expect(html.match(/<img[^>]+data:image\/svg\+xml|<svg[^>]+640/g)?.length).toBe(2);
    expect(convert('markdown').match(/!\[svg\]/g)).toHaveLength(2);
  });
});
