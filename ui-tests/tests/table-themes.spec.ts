import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, tableRows } from '../notebook-page.js';

const THEMES = ['Dark', 'Light', 'Dark', 'Light', 'Dark High Contrast', 'Light'];

const RUN = `import { RunEngine, count, LiveTable } from 'livesky'
import { det } from 'livesky/sim'
await new RunEngine()(count([det], 3000, 0.02), [new LiveTable([det])])`;

test('a table that grows follows its newest row through changes of the theme', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/themes.ipynb`, notebookOf([RUN]));
  await notebook.start(0);
  const table = notebook.figure(0);
  await expect.poll(() => tableRows(table), { timeout: 30_000 }).toBeGreaterThan(40);
  const button = table.getByRole('button', { name: /new rows?/ });
  for (const theme of THEMES) {
    await page.menu.clickMenuItem(`Settings>Theme>JupyterLab ${theme}`);
    await page.locator(`body[data-jp-theme-name="JupyterLab ${theme}"]`).waitFor({ state: 'attached' });
    await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
    await expect(button).toBeHidden();
    const rows = await tableRows(table);
    await expect.poll(() => tableRows(table)).toBeGreaterThan(rows + 5);
    await expect(button).toBeHidden();
  }
  // Control: whoever scrolls up lets go, and a change of the theme does not lead back.
  await table.locator('.jp-Livesky-table').hover();
  await page.mouse.wheel(0, -200);
  await expect(button).toBeVisible();
  await page.menu.clickMenuItem('Settings>Theme>JupyterLab Dark');
  await page.locator('body[data-jp-theme-name="JupyterLab Dark"]').waitFor({ state: 'attached' });
  await expect(button).toBeVisible();
});
