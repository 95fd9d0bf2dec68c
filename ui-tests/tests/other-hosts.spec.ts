import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import type { Page } from '@playwright/test';
import { installCopy } from '../../tests/instruments/package-copy.js';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, plottedPoints, tableRows } from '../notebook-page.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;

const FIRST_RUN =
  "import { RunEngine, count, LivePlot, LiveTable } from 'livesky'\nimport { det } from 'livesky/sim'\nconst RE = new RunEngine()\n" +
  "await RE(count([det], 20, 0.02), [new LiveTable([det]), new LivePlot('det')])";

/** What the page logs as errors, from now on. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  return errors;
}

/** A notebook of these cells for another kernel. */
function notebookFor(kernelspec: object, cells: readonly string[]): string {
  return JSON.stringify({ ...(JSON.parse(notebookOf(cells)) as object), metadata: { kernelspec } });
}

async function open(page: NotebookPage['page'], path: string, content: string): Promise<NotebookPage> {
  await page.contents.uploadContent(content, 'text', path);
  await page.notebook.openByPath(path);
  await page.notebook.activate(path.split('/').at(-1) as string);
  return new NotebookPage(page);
}

// Before any page asks which kernels there are.
test.beforeAll(() => {
  installTslab();
  // Not in a folder that is emptied after a test: it is needed by another one.
  installCopy(join(ROOT, 'stock'));
});

test('a page on a Python kernel logs no errors because of us', async ({ page, tmpPath }) => {
  const errors = errorsOf(page);
  const python = { name: 'python3', display_name: 'Python 3', language: 'python' };
  const notebook = await open(page, `${tmpPath}/python.ipynb`, notebookFor(python, ['print(6 * 7)']));
  await notebook.run(0, 60_000);
  await expect(notebook.output(0)).toContainText('42');
  expect(errors.filter((text) => /livesky|\bcomms?\b|comm_/i.test(text))).toEqual([]);
});

test("in tslab's own kernel figures are live, buttons steer the run, and results and errors show", async ({ page }) => {
  const errors = errorsOf(page);
  const cells = [
    FIRST_RUN,
    "await RE(count([det], 100, 0.1), [new LiveTable([det]), new LivePlot('det')])",
    'RE.state',
    "throw new RangeError('on purpose')",
    '[{ a: 1 }]',
  ];
  const tslab = { name: 'tslab', display_name: 'TypeScript', language: 'typescript' };
  const notebook = await open(page, 'stock/stock.ipynb', notebookFor(tslab, cells));
  await notebook.run(0, 60_000);
  await expect.poll(() => plottedPoints(notebook.figure(0, 1))).toBe(20);
  expect(await tableRows(notebook.figure(0))).toBe(20);

  await notebook.start(1);
  await expect.poll(() => plottedPoints(notebook.figure(1, 1))).toBeGreaterThan(2);
  await notebook.figure(1).getByRole('button', { name: /pause/i }).click();
  await notebook.ended(1);
  await expect(notebook.output(1)).toContainText('Paused');
  // tslab answers nothing for a while after an error.
  await page.waitForTimeout(600);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText("'paused'");
  await notebook.run(3);
  await expect(notebook.output(3)).toContainText('RangeError: on purpose');
  await page.waitForTimeout(600);
  await notebook.run(4);
  await expect(notebook.output(4).locator('table')).toContainText('a');
  expect(errors.filter((text) => /livesky|\bcomms?\b|comm_/i.test(text))).toEqual([]);
});

test('Notebook 7 shows live figures, those of %matplotlib qt in the cell', async ({ page, tmpPath, baseURL }) => {
  const cells = [FIRST_RUN, "%matplotlib qt\nawait RE(count([det], 5), new LivePlot('det'))"];
  await page.contents.uploadContent(notebookOf(cells), 'text', `${tmpPath}/seven.ipynb`);
  const seven = await page.context().newPage();
  const errors = errorsOf(seven);
  await seven.goto(`${baseURL}/notebooks/${tmpPath}/seven.ipynb`);
  const cell = seven.locator('.jp-CodeCell .cm-content');
  await expect(seven.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).toBeVisible({ timeout: 30_000 });
  for (const [at, series, points] of [
    [0, 0, 20],
    [1, 1, 5],
  ] as const) {
    await cell.nth(at).click();
    await seven.keyboard.press('Control+Enter');
    const line = seven.locator('.jp-Livesky-series').nth(series);
    await expect(line).toHaveAttribute('data-points', String(points), { timeout: 30_000 });
  }
  expect(errors.filter((text) => /livesky|\bcomms?\b|comm_/i.test(text))).toEqual([]);
});

/** tslab's own kernel, unchanged. */
function installTslab(): void {
  const tslab = join(dirname(createRequire(import.meta.url).resolve('tslab/package.json')), 'bin', 'tslab');
  const folder = join(ROOT, '.jupyter', 'kernels', 'tslab');
  mkdirSync(folder, { recursive: true });
  const argv = [execPath, tslab, 'kernel', '--config-path={connection_file}'];
  writeFileSync(
    join(folder, 'kernel.json'),
    JSON.stringify({ argv, display_name: 'TypeScript', language: 'typescript' }),
  );
}
