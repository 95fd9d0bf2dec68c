import { expect, test } from '../test.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';

test('in any folder livesky and node:os resolve, are checked, complete and show their documentation', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await page.contents.createDirectory(`${tmpPath}/far`);
  await page.contents.createDirectory(`${tmpPath}/far/away`);
  const cells = [
    "import { count, RunEngine } from 'livesky'\nimport * as os from 'node:os'\nconst RE = new RunEngine()\nos.platform().length > 0",
    "count('det')",
    'RE.requ',
    'count',
  ];
  await notebook.open(`${tmpPath}/far/away/any.ipynb`, notebookOf(cells));
  await notebook.run(0);
  await expect(notebook.output(0)).toContainText('true');

  await notebook.run(1);
  await expect(notebook.output(1)).toContainText("Argument of type 'string' is not assignable");

  await notebook.cell(2).locator('.cm-content').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(page.locator('.jp-Completer')).toContainText('requestPause');
  await page.keyboard.press('Enter');
  await expect(notebook.cell(2).locator('.cm-content')).toContainText('RE.requestPause');

  await notebook.cell(3).locator('.cm-content').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator('.jp-Tooltip')).toContainText('Reads detectors one or more times.');
});
