import { expect, test } from '../test.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';

test('cells show tables, errors with their place, help, and a finished figure', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const cells = [
    "import { display, RunEngine, scan, LivePlot, LiveTable } from 'livesky'\nimport { det, motor } from 'livesky/sim'\nconst RE = new RunEngine()\nconst rows = [{ motor: 1, note: '<img src=x onerror=alert(1)>' }, { motor: 2, det: 0.5 }]\nrows",
    "const shown = display('waiting')",
    "shown.update(new Map([['peak', 0.98]]))",
    'const a: number = 1\nif (a) {\n  JSON.parse("{bad")\n}',
    '%timeit scan',
    '?motor',
    "%matplotlib inline\nawait RE(scan([det], motor, -3, 3, 13), [new LiveTable([motor, det]), new LivePlot('det', 'motor', { marker: 'o' })])",
    'new RangeError("shown, not thrown")',
  ];
  await notebook.open(`${tmpPath}/cells.ipynb`, notebookOf(cells));
  await notebook.run(0);
  const table = notebook.output(0).locator('.jp-RenderedHTML table');
  await expect(table.locator('thead th')).toHaveText(['', 'motor', 'note', 'det']);
  await expect(table).toContainText('<img src=x onerror=alert(1)>');
  await expect(table.locator('img')).toHaveCount(0);

  await notebook.run(1);
  await expect(notebook.output(1)).toContainText("'waiting'");
  await notebook.run(2);
  await expect(notebook.output(1).locator('table')).toContainText('peak');
  await expect(notebook.output(1)).not.toContainText('waiting');

  await notebook.run(3);
  await expect(notebook.output(3)).toContainText(
    /SyntaxError: .*\n.*\n\s+at cell 4, line 3:8\n\n {2}JSON\.parse\("\{bad"\)\n {7}\^/,
  );
  await notebook.run(4);
  await expect(notebook.output(4)).toContainText("%timeit is a magic of Python's kernel. Use %time.");
  await notebook.run(5);
  await expect(notebook.output(5)).toContainText('const motor: SynAxis');

  await notebook.run(6);
  await expect(notebook.output(6).locator('.jp-RenderedSVG img')).toHaveCount(2);
  for (const figure of [0, 1])
    await expect(notebook.output(6).locator('.jp-RenderedSVG img').nth(figure)).toBeVisible();
  await expect(notebook.output(6).locator('.jp-Livesky')).toHaveCount(0);
  await notebook.run(7);
  await expect(notebook.output(7)).toContainText('RangeError: shown, not thrown');
});

test('%matplotlib qt opens the figure in a tab, and closing that brings it back into the cell', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  const cells = [
    "import { RunEngine, scan, LivePlot, LiveTable } from 'livesky'\nimport { det, motor } from 'livesky/sim'\nconst RE = new RunEngine()",
    "%matplotlib qt\nawait RE(scan([det], motor, -3, 3, 13), [new LivePlot('det', 'motor'), new LiveTable([det])])",
  ];
  await notebook.open(`${tmpPath}/tabs.ipynb`, notebookOf(cells));
  await notebook.run(0);
  await notebook.run(1);
  const tab = page.locator('.jp-Livesky-tab');
  await expect(tab).toHaveCount(2);
  await expect(tab.nth(0)).toBeVisible();
  await expect(tab.nth(1)).toBeVisible();
  await expect(tab.locator('.jp-Livesky-series')).toHaveAttribute('data-points', '13');
  await expect(notebook.output(1)).toContainText('in a tab of its own');
  await expect(notebook.output(1).locator('.jp-Livesky-series')).toHaveCount(0);

  const handle = page.locator('#jp-main-dock-panel .lm-TabBar-tab', { hasText: 'LivePlot of det against motor' });
  await handle.locator('.lm-TabBar-tabCloseIcon').click();
  await expect(tab).toHaveCount(1);
  await expect(notebook.figure(1).locator('.jp-Livesky-series')).toHaveAttribute('data-points', '13');
});
