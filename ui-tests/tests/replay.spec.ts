import { expect, test } from '../test.js';
import { example, NotebookPage, plottedPoints, tableRows } from '../notebook-page.js';

test('runs recorded by Python are shown, at once and paced', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  for (const file of ['adaptive-scan.jsonl', 'with-gaps.jsonl']) {
    await page.contents.uploadContent(example(`data/${file}`), 'text', `${tmpPath}/data/${file}`);
  }
  await notebook.open(`${tmpPath}/replay.ipynb`, example('replay.ipynb'));
  await notebook.run(0);
  await notebook.run(1);
  expect(await tableRows(notebook.figure(1, 0))).toBe(18);
  expect(await plottedPoints(notebook.figure(1, 1))).toBe(18);
  await expect(notebook.figure(1, 0).locator('.jp-Livesky-chip')).toHaveText('success');

  const began = Date.now();
  await notebook.run(2);
  expect(Date.now() - began).toBeGreaterThan(750);
  await expect(notebook.figure(2, 0)).toContainText('nan');
  await expect(notebook.figure(2, 1)).toContainText('1 of 4 points left out');
});
