import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath } from 'node:process';
import type { Page } from '@playwright/test';
import { PACKAGE_VERSION } from '../../src/host/index.js';
import { copyWithKernel, installCopy } from '../../tests/instruments/package-copy.js';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;
const POINTS = 12;

const RUN = `import { RunEngine, count, LiveTable, LivePlot } from 'livesky'
import { det } from 'livesky/sim'
const RE = new RunEngine()
let versions = {}
RE.subscribe((name: string, doc: any) => { if (name === 'start') versions = doc.versions })
await RE(count([det], ${POINTS}, 0.3), [new LiveTable([det]), new LivePlot('det')])
versions`;

// Before any page asks which kernels there are.
test.beforeAll(() => {
  // Not in a folder that is emptied after a test.
  installCopy(join(ROOT, 'three'), { version: '9.9.9' });
  const main = copyWithKernel(join(mkdtempSync(join(tmpdir(), 'livesky-newer-')), 'livesky'), {
    version: '9.9.9',
    wire: 2,
  });
  const folder = join(ROOT, '.jupyter', 'kernels', 'newer');
  mkdirSync(folder, { recursive: true });
  const argv = [execPath, main, '{connection_file}'];
  writeFileSync(join(folder, 'kernel.json'), JSON.stringify({ argv, display_name: 'newer', language: 'typescript' }));
});

/** Gives the page an extension of another version from the next load on; returns how often it was asked for it. */
async function useExtension(page: Page, version: string): Promise<{ changed: number }> {
  const seen = { changed: 0 };
  await page.route(/\/extensions\/livesky\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    if (code.includes(`"${PACKAGE_VERSION}"`)) seen.changed += 1;
    await route.fulfill({ response, body: code.replaceAll(`"${PACKAGE_VERSION}"`, `"${version}"`) });
  });
  return seen;
}

test('kernel, notebook and page may each have a livesky of their own: figures live, buttons steer, all is kept', async ({
  page,
}) => {
  const extension = await useExtension(page, '8.8.8');
  await page.reload();
  const notebook = new NotebookPage(page);
  await notebook.open('three/three.ipynb', notebookOf([RUN]));
  await notebook.start(0);
  const [table, plot] = [notebook.figure(0, 0), notebook.figure(0, 1)];
  await expect.poll(() => plottedPoints(plot), { timeout: 30_000 }).toBeGreaterThan(2);
  await plot.getByRole('button', { name: 'Pause the run' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('paused');
  await plot.getByRole('button', { name: 'Resume the run' }).click();
  await expect(plot.locator('.jp-Livesky-chip')).toHaveText('success', { timeout: 30_000 });
  expect([await tableRows(table), await plottedPoints(plot)]).toEqual([POINTS, POINTS]);
  await expect(notebook.output(0).locator('.jp-Livesky').filter({ visible: true })).toHaveCount(2);
  expect(extension.changed).toBeGreaterThan(0);
  // The documents are the notebook's, whatever kernel and page are.
  await page.notebook.addCell('code', 'versions');
  await notebook.run(1);
  await expect(notebook.output(1)).toContainText("livesky: '9.9.9'");
});

test('a kernel that is newer than the page: the run is unaffected, one line says what to update, the picture is shown', async ({
  page,
  tmpPath,
}) => {
  const kernelspec = { name: 'newer', display_name: 'newer', language: 'typescript' };
  const path = `${tmpPath}/newer.ipynb`;
  const content = { ...(JSON.parse(notebookOf([RUN])) as object), metadata: { kernelspec } };
  await page.contents.uploadContent(JSON.stringify(content), 'text', path);
  await page.notebook.openByPath(path);
  await page.notebook.activate('newer.ipynb');
  const notebook = new NotebookPage(page);
  await notebook.start(0);
  const figures = notebook.output(0).locator('.jp-Livesky').filter({ visible: true });
  const line = /made by livesky 9\.9\.9.*update livesky in JupyterLab/;
  const expectLines = async (): Promise<void> => {
    await expect(figures).toHaveCount(2, { timeout: 30_000 });
    for (const at of [0, 1]) {
      await expect(figures.nth(at).locator('.jp-Livesky-notice')).toHaveText(line);
      await expect(figures.nth(at).getByRole('button')).toHaveCount(0);
    }
  };
  await expectLines();
  await notebook.ended(0);
  await expect(notebook.output(0)).toContainText("livesky: '9.9.9'");
  const pictures = notebook.output(0).locator('img.jp-Livesky-picture').filter({ visible: true });
  await expect(pictures).toHaveCount(2);
  await expectLines();
  await inGallery(page, notebook.cell(0), 'newer-kernel');

  await page.keyboard.press('Control+s');
  await page.notebook.close();
  await page.notebook.openByPath(path);
  await expect(pictures).toHaveCount(2, { timeout: 30_000 });
  await expectLines();
});
