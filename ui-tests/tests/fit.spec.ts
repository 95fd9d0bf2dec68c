import { NotebookPage, notebookOf } from '../notebook-page.js';
import { takePicture } from '../pictures.js';
import { expect, test } from '../test.js';

const FIT = `
import { Model } from 'livesky/fitting'
const x = Array.from({ length: 61 }, (_, i) => -5 + i / 6)
const y = x.map((at, i) => 4 * Math.exp(-((at - 0.4) ** 2) / (2 * 1.1 ** 2)) + 0.1 * Math.sin(37 * i))
const peak = (x: number, A: number, sigma: number, x0: number) => A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2))
const result = new Model(peak).fit(y, { A: 2, sigma: 3, x0: -0.2 }, { x })
result
`;

test('a fit shows data, fit and residuals, the parameters with errors, and the correlations', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/fit.ipynb`, notebookOf([FIT, 'result.params', '`${result.values.A.toFixed(3)}`']));
  await notebook.run(0);
  const output = notebook.output(0);
  const picture = output.getByRole('img', { name: 'Data, best fit and residuals' });
  await expect(picture).toBeVisible({ timeout: 30_000 });
  await expect(picture.getByText('best fit')).toBeVisible();
  await expect(output.getByText('Model: Model(peak)')).toBeVisible();
  const parameters = output.locator('table').filter({ hasText: 'Parameters' });
  await expect(parameters.locator('tr')).toHaveCount(4);
  await expect(parameters).toContainText('standard error');
  await expect(output.locator('table').filter({ hasText: 'Correlations' })).toContainText('-0.577');
  await takePicture(page, output, 'fit');

  await notebook.run(1);
  await expect(notebook.output(1).locator('table tr')).toHaveCount(4);
  await expect(notebook.output(1).getByRole('img')).toHaveCount(0);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText('4.00');
});
