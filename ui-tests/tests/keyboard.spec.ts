import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, tableRows } from '../notebook-page.js';

const SETUP = `import { RunEngine, scan, LiveTable, LivePlot } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()`;

const SCAN = `const lp = new LivePlot('det', 'motor')
await RE(scan([det], motor, -1, 1, 21), [new LiveTable([motor, det]), lp])
await RE(scan([det], motor, -2, 2, 41), lp)`;

test('points, rows and heights by keyboard alone, and the notebook stays where it is', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/keys.ipynb`, notebookOf([SETUP, SCAN, '1 + 1']));
  await notebook.run(0);
  await notebook.run(1);
  const [table, plot] = [notebook.figure(1, 0), notebook.figure(1, 1)];

  const rows = table.getByRole('table', { name: 'LiveTable of motor, motor_setpoint, det' });
  await rows.focus();
  expect(await tableRows(table)).toBe(21);
  const firstRow = table.getByRole('row').nth(1).getByRole('cell').first();
  await page.keyboard.press('Home');
  await expect(firstRow).toHaveText('1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(firstRow).toHaveText('3');
  await page.keyboard.press('Control+End');
  await expect(table.getByRole('row').last().getByRole('cell').first()).toHaveText('21');

  // From the table over its headings and its handle, the plot's toolbar and its legend into the plot.
  await page.keyboard.press('Tab');
  await expect(table.getByRole('columnheader').first().getByRole('button')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(table.getByRole('separator', { name: 'Height of the figure' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(plot.getByRole('toolbar').getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(plot.getByRole('group', { name: 'Legend' }).getByRole('button').first()).toBeFocused();
  await page.keyboard.press('Tab');
  const points = plot.getByRole('application', { name: 'LivePlot of det against motor' });
  await expect(points).toBeFocused();
  const said = points.locator('[aria-live=polite]');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText(/^motor −1, det 0\.606\d+, seq_num 1, scan 1 · [0-9a-f]{8} · scan$/);
  await page.keyboard.press('PageDown');
  await expect(said).toContainText('seq_num 11');
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^motor 0, det 1, seq_num 21, scan 2 /);
  await page.keyboard.press('End');
  await expect(said).toContainText('seq_num 41');
  const readout = points.locator('.jp-Livesky-readout');
  await expect(readout).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(readout).toBeHidden();
  await expect(points).toBeFocused();

  await page.keyboard.press('Tab');
  const handle = plot.getByRole('separator', { name: 'Height of the figure' });
  await expect(handle).toBeFocused();
  const picture = plot.locator('.jp-Livesky-line');
  await page.keyboard.press('ArrowDown');
  await expect(picture).toHaveAttribute('height', '424');
  await page.keyboard.press('Enter');
  await expect(picture).toHaveAttribute('height', '400');

  // None of the keys has reached the notebook: the same cell is active, and none was added or run.
  await expect(notebook.cell(1)).toHaveClass(/jp-mod-active/);
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(3);
  await expect(notebook.prompt(2)).toHaveText('[ ]:');
});

test('screen readers get names, a summary and the shape of the table', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/names.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  const plot = notebook.cell(1).getByRole('figure', { name: /^LivePlot of det against motor, scan 2 · / });
  // A summary is made anew every five seconds at most.
  await expect(plot.getByRole('application')).toHaveAccessibleDescription(
    /^2 lines\. 1: 21 points, motor from −1 to 1, .* 2: 41 points, motor from −2 to 2, /,
    { timeout: 15_000 },
  );
  const table = notebook
    .cell(1)
    .getByRole('figure', { name: /^LiveTable of motor, .*scan 1 · / })
    .getByRole('table');
  await expect(table).toHaveAccessibleDescription(/^21 rows, 5 columns\./, { timeout: 15_000 });
  await expect(table).toHaveAttribute('aria-rowcount', '22');
  await expect(table).toHaveAttribute('aria-colcount', '5');
  await expect(table.getByRole('columnheader')).toHaveText(['seq_num', 'time', 'motor', 'motor_setpoint', 'det']);
  await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', '22');
});
