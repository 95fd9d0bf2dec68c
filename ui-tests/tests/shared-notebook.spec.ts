import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, plottedPoints, tableRows } from '../notebook-page.js';
import { inGallery } from '../pictures.js';

const FIXTURE = readFileSync(fileURLToPath(new URL('../fixtures/wire-1.ipynb', import.meta.url)), 'utf8');
const POINTS = 21;

/** From the next load on, the page is one of a JupyterLab in which these extensions are not installed. */
async function withoutExtensions(page: Page, ...names: readonly string[]): Promise<{ taken: string[] }> {
  const seen: { taken: string[] } = { taken: [] };
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/(<script id="jupyter-config-data"[^>]*>)([^]*?)(<\/script>)/, (_, begin, data, end) => {
      const config = JSON.parse(String(data)) as { federated_extensions: { name: string }[] };
      const isWanted = ({ name }: { name: string }): boolean => !names.includes(name);
      seen.taken = config.federated_extensions.map(({ name }) => name).filter((name) => names.includes(name));
      const rest = { ...config, federated_extensions: config.federated_extensions.filter(isWanted) };
      return `${begin}${JSON.stringify(rest).replaceAll('<', '\\u003c')}${end}`;
    });
    return route.fulfill({ response, body });
  });
  return seen;
}

/** Opens the notebook that somebody else has saved; there is no kernel for it. */
async function open(page: NotebookPage['page'], path: string): Promise<NotebookPage> {
  const metadata = { kernelspec: { display_name: 'gone', name: 'gone', language: 'gone' } };
  await page.contents.uploadContent(JSON.stringify({ ...JSON.parse(FIXTURE), metadata }), 'text', path);
  await page.notebook.openByPath(path);
  await page.locator('.jp-Dialog').getByRole('button', { name: 'No Kernel' }).click();
  return new NotebookPage(page);
}

/** Trusts the notebook, as the user who knows its author does. */
async function trust(page: NotebookPage['page']): Promise<void> {
  await page.keyboard.press('Control+Shift+c');
  const search = page.locator('.lm-CommandPalette-input');
  await search.fill('trust notebook');
  await page.keyboard.press('Enter');
  const dialog = page.locator('.jp-Dialog');
  await dialog.getByRole('button', { name: 'Trust' }).click();
  await expect(dialog).toHaveCount(0);
}

test('in a notebook that is not trusted figures are drawn, once; trusted, too', async ({ page, tmpPath }) => {
  const notebook = await open(page, `${tmpPath}/untrusted.ipynb`);
  const shown = notebook.output(0).locator('.jp-OutputArea-child').filter({ visible: true });
  const figures = notebook.output(0).locator('.jp-Livesky').filter({ visible: true });
  const expectFigures = async (): Promise<void> => {
    await expect(figures).toHaveCount(2);
    await expect.poll(() => tableRows(figures.nth(0))).toBe(POINTS);
    await expect.poll(() => plottedPoints(figures.nth(1))).toBe(POINTS);
    // The third is what the cell's last expression gave.
    await expect(shown).toHaveCount(3);
  };
  await expectFigures();
  await inGallery(page, notebook.cell(0), 'untrusted');
  await figures.nth(1).locator('.jp-Livesky-line').hover();
  await expect(figures.nth(1).locator('.jp-Livesky-readout')).toContainText('motor');
  await trust(page);
  await expectFigures();
});

for (const [what, names] of [
  ['livesky', ['livesky']],
  ['livesky or widgets', ['livesky', '@jupyter-widgets/jupyterlab-manager']],
] as const) {
  test(`a JupyterLab without ${what} shows words, and with trust the pictures, each once`, async ({
    page,
    tmpPath,
  }) => {
    const extensions = await withoutExtensions(page, ...names);
    await page.reload();
    expect(extensions.taken.sort()).toEqual([...names].sort());
    const notebook = await open(page, `${tmpPath}/without.ipynb`);
    const output = notebook.output(0);
    await expect(output.getByText(/21 points, motor from -5 to 5/)).toBeVisible();
    await expect(output.getByText(/\| +seq_num \|/)).toHaveCount(1);
    const pictures = output.locator('.jp-RenderedSVG').filter({ visible: true });
    await expect(pictures).toHaveCount(0);
    await trust(page);
    await expect(pictures).toHaveCount(2);
    await expect(output.getByText(/21 points, motor from -5 to 5/)).toHaveCount(0);
    await expect(output.locator('.jp-Livesky')).toHaveCount(0);
    await inGallery(page, notebook.cell(0), `without-${names.length > 1 ? 'widgets' : 'extension'}`);
  });
}
