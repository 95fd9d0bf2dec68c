import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../test.js';
import { NotebookPage, notebookOf, tableRows } from '../notebook-page.js';
import { ALL_THEMES, inGallery } from '../pictures.js';

const ROOT = env.LIVESKY_TEST_ROOT as string;

const SETUP = `%matplotlib notebook
import { RunEngine, scan, LiveTable } from 'livesky'
import { checkpoint, closeRun, openRun, pause, triggerAndRead } from 'livesky/plan-stubs'
import { det, motor } from 'livesky/sim'
const RE = new RunEngine()`;

const SCAN = `await RE(scan([det], motor, -1, 1, 21), new LiveTable([motor, det]))`;

/** A table is shown documents as they may come from anywhere. */
const SHOW = `import type { DataKey } from 'livesky/documents'
function show(fields: string[], keys: Record<string, Partial<DataKey>>, rows: number, value: (row: number) => Record<string, unknown>) {
  const table = new LiveTable(fields, { onWarning: () => {} })
  const whole = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, { source: 'cell', dtype: 'number', shape: [], ...key }]))
  const run = \`\${Math.random()}\`
  table.receive('start', { uid: run, time: 0, plan_type: 'generator', plan_name: 'shown', scan_id: 1 })
  table.receive('descriptor', { uid: run + 'd', time: 0, run_start: run, name: 'primary', data_keys: whole } as never)
  for (let row = 1; row <= rows; row++) {
    const data = value(row)
    table.receive('event', { uid: run + row, time: row, descriptor: run + 'd', seq_num: row, data, timestamps: {} } as never)
  }
  table.receive('stop', { uid: run + 's', time: 1, run_start: run, exit_status: 'success' })
}`;

const rowsOf = (figure: Locator): Locator => figure.locator('.jp-Livesky-tableRow');
const heading = (figure: Locator, label: string): Locator =>
  figure.getByRole('columnheader').filter({ hasText: new RegExp(`^${label}$`) });
const status = (figure: Locator): Locator => figure.locator('.jp-Livesky-tableStatus');
const field = (figure: Locator): Locator => figure.getByRole('textbox', { name: 'Find in the table' });
const count = (figure: Locator): Locator => figure.locator('.jp-Livesky-findCount');

/** The rows in sight from top to bottom, as texts. */
async function inSight(figure: Locator): Promise<string[][]> {
  return rowsOf(figure).evaluateAll((rows) =>
    rows
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
}

async function labels(figure: Locator): Promise<string[]> {
  return figure.getByRole('columnheader').allInnerTexts();
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a finished run is sorted, found in, selected and copied by mouse; columns are moved and resized', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/mouse.ipynb`, notebookOf([SETUP, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  const table = notebook.figure(1);
  await expect.poll(() => tableRows(table)).toBe(21);

  await heading(table, 'det').getByRole('button').click();
  await expect(heading(table, 'det')).toHaveAttribute('aria-sort', 'ascending');
  await heading(table, 'det').getByRole('button').click();
  await expect(status(table)).toHaveText('Sorted by det, descending.');
  expect((await inSight(table))[0]).toEqual(['11', expect.any(String), '0.000', '0.000', '1.000']);

  await heading(table, 'det').getByRole('button').dragTo(heading(table, 'time').getByRole('button'));
  expect(await labels(table)).toEqual(['seq_num', 'det', 'time', 'motor', 'motor_setpoint']);
  await expect(heading(table, 'det')).toHaveAttribute('aria-sort', 'descending');

  const edge = heading(table, 'det').locator('.jp-Livesky-columnHandle');
  const before = await heading(table, 'det').boundingBox();
  const { x, y } = (await edge.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 4, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 84, y + 10, { steps: 4 });
  await page.mouse.up();
  const after = await heading(table, 'det').boundingBox();
  expect(Math.round((after?.width ?? 0) - (before?.width ?? 0))).toBe(80);
  await edge.dblclick();
  await expect.poll(async () => (await heading(table, 'det').boundingBox())?.width).toBeLessThan(before?.width ?? 0);

  await rowsOf(table).first().getByRole('cell').nth(2).click();
  await rowsOf(table)
    .nth(2)
    .getByRole('cell')
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(status(table)).toHaveText('3 rows are selected.');
  await page.keyboard.press('Control+c');
  await expect(status(table)).toHaveText('Copied 3 rows.');
  const lines = (await clipboard(page)).split('\n');
  expect(lines[0]).toBe('seq_num\tdet\ttime\tmotor\tmotor_setpoint');
  expect(lines).toHaveLength(5);
  expect(lines[1]).toMatch(/^11\t1\t\d{4}-\d\d-\d\dT[\d:.]+\+00:00\t0\t0$/);
  expect(lines[2]).toContain(`\t${Math.exp(-0.005)}\t`);

  await table.hover();
  await table.getByRole('button', { name: 'Copy the whole table' }).click();
  await expect(status(table)).toHaveText('Copied 21 rows.');
  expect((await clipboard(page)).trimEnd().split('\n')).toHaveLength(22);

  await table.getByRole('button', { name: 'Find in the table' }).click();
  await expect(field(table)).toBeFocused();
  await page.keyboard.type('0.607');
  await expect(count(table)).toHaveText('1 of 2');
  await page.keyboard.press('Enter');
  await expect(count(table)).toHaveText('2 of 2');
  await expect(table.locator('.jp-mod-current')).toBeInViewport();
  await inGallery(page, notebook.cell(1), 'table-found', ALL_THEMES);
  await field(table).press('Escape');
  await expect(field(table)).toBeHidden();
});

test('all of it by keyboard, and the notebook stays where it is', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/keys.ipynb`, notebookOf([SETUP, SCAN, '1 + 1']));
  await notebook.run(0);
  await notebook.run(1);
  const table = notebook.figure(1);
  await table.getByRole('table').focus();
  await page.keyboard.press('Tab');
  await expect(heading(table, 'seq_num').getByRole('button')).toBeFocused();
  await page.keyboard.press('End');
  await expect(heading(table, 'det').getByRole('button')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  expect(await labels(table)).toEqual(['seq_num', 'time', 'motor', 'det', 'motor_setpoint']);
  await expect(heading(table, 'det').getByRole('button')).toBeFocused();
  const width = async (): Promise<number> => (await heading(table, 'det').boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(width).toBeGreaterThan(before);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(width).toBeLessThan(before);
  await page.keyboard.press('Enter');
  await expect(heading(table, 'det')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Shift+Tab');
  await expect(table.getByRole('table')).toBeFocused();

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(status(table)).toHaveText('2 rows are selected.');
  await page.keyboard.press('Control+c');
  await expect(status(table)).toHaveText('Copied 2 rows.');
  expect(await clipboard(page)).toMatch(/^seq_num\ttime\tmotor\tdet\tmotor_setpoint\n1\t.*\n21\t.*\n$/);
  await page.keyboard.press('Control+a');
  await expect(status(table)).toHaveText('21 rows are selected.');
  await page.keyboard.press('Escape');
  await expect(table.locator('.jp-mod-selected')).toHaveCount(0);

  await page.keyboard.press('Control+f');
  await page.keyboard.type('1.000');
  await expect(count(table)).toHaveText(/^\d of 5$/);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Escape');
  await expect(table.getByRole('table')).toBeFocused();
  await expect(notebook.cell(1).locator('.cm-content')).toHaveText(/^await RE/);
  await expect(page.locator('.jp-Notebook .jp-CodeCell')).toHaveCount(3);
});

test('rows of a run that goes on are not sorted; points taken again are marked', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  const again = `function* twice() {
  yield* openRun()
  yield* checkpoint()
  for (let i = 0; i < 3; i++) yield* triggerAndRead([det])
  yield* pause()
  yield* triggerAndRead([det])
  yield* closeRun()
}
await RE(twice(), new LiveTable(['det']))`;
  await notebook.open(`${tmpPath}/again.ipynb`, notebookOf([SETUP, again, 'await RE.resume()']));
  await notebook.run(0);
  await notebook.run(1);
  const table = notebook.figure(1);
  await expect.poll(() => tableRows(table)).toBe(3);
  await heading(table, 'det').getByRole('button').click();
  await expect(status(table)).toContainText('once the run has ended');
  await expect(table.locator('.jp-mod-retaken')).toHaveCount(0);

  await notebook.run(2);
  await expect.poll(() => tableRows(table)).toBe(4);
  await expect(table.getByRole('cell', { name: /taken again$/ })).toHaveCount(3);
  await expect(rowsOf(table).last()).not.toHaveClass(/jp-mod-retaken/);
  await table.getByRole('cell', { name: '2, taken again' }).hover();
  await expect(table.getByRole('tooltip')).toHaveText('2, taken again');
  await inGallery(page, notebook.cell(1), 'table-taken-again', ALL_THEMES);
  await heading(table, 'det').getByRole('button').click();
  await expect(status(table)).toHaveText('Sorted by det, ascending.');
});

test('half a million rows scroll by single rows, are found in and sorted', async ({ page, tmpPath }) => {
  const ROWS = 500_000;
  const notebook = new NotebookPage(page);
  const many = `show(['value'], { value: {} }, ${ROWS}, (row) => ({ value: (row * 7919) % ${ROWS} }))`;
  await notebook.open(`${tmpPath}/many.ipynb`, notebookOf([SETUP, SHOW, many]));
  await notebook.run(0);
  await notebook.run(1);
  await notebook.run(2, 90_000);
  const table = notebook.figure(2);
  await expect.poll(() => tableRows(table), { timeout: 60_000 }).toBe(ROWS);
  expect(await table.locator('*').count()).toBeLessThan(250);

  // The browser's scroll bar is too coarse for so many rows.
  await table.getByRole('table').hover();
  const first = async (): Promise<number> => Number((await inSight(table))[0]?.[0]);
  await expect.poll(async () => (await inSight(table)).at(-1)?.[0]).toBe(String(ROWS));
  for (let step = 1; step <= 5; step++) {
    const before = await first();
    await page.mouse.wheel(0, -24);
    await expect.poll(first).toBe(before - 1);
  }

  await table.getByRole('table').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type(`${ROWS - 1}.000`);
  await expect(count(table)).toHaveText('1 of 1', { timeout: 60_000 });
  await expect(table.locator('.jp-mod-current')).toHaveText(`${ROWS - 1}.000`);
  await page.keyboard.press('Escape');

  await heading(table, 'value').getByRole('button').click();
  await expect(status(table)).toHaveText('Sorted by value, ascending.', { timeout: 60_000 });
  expect((await inSight(table)).slice(0, 3).map((row) => row[2])).toEqual(['0.000', '1.000', '2.000']);
});

test('a saved table sorts, finds and copies with no kernel', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/saved.ipynb`, notebookOf([`${SETUP}\n${SCAN}`]));
  await notebook.run(0);
  await page.keyboard.press('Control+s');
  let saved = '';
  await expect(() => {
    saved = readFileSync(join(ROOT, tmpPath, 'saved.ipynb'), 'utf8');
    expect(saved).toContain('application/vnd.livesky.figure.v1+json');
  }).toPass({ timeout: 20_000 });
  const metadata = { kernelspec: { display_name: 'gone', name: 'gone', language: 'gone' } };
  const later = JSON.stringify({ ...(JSON.parse(saved) as object), metadata });
  await page.notebook.close();
  await page.contents.uploadContent(later, 'text', `${tmpPath}/later.ipynb`);
  await page.notebook.openByPath(`${tmpPath}/later.ipynb`);
  await page.locator('.jp-Dialog').getByRole('button', { name: 'No Kernel' }).click();

  const table = notebook.output(0).locator('.jp-Livesky').filter({ visible: true });
  await expect(table).toHaveCount(1, { timeout: 30_000 });
  await expect.poll(() => tableRows(table)).toBe(21);
  await heading(table, 'motor').getByRole('button').click();
  await heading(table, 'motor').getByRole('button').click();
  await expect(status(table)).toHaveText('Sorted by motor, descending.');
  expect((await inSight(table))[0]?.[0]).toBe('21');
  await table.getByRole('table').focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('0.607');
  await expect(count(table)).toHaveText('1 of 2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect(status(table)).toHaveText('Copied 21 rows.');
  expect((await clipboard(page)).split('\n')).toHaveLength(23);
});

test('whatever values come, the run is not disturbed, and the table shows them or says what it left out', async ({
  page,
  tmpPath,
}) => {
  const odd = `show(
  ['tiny', 'number', 'count', '<b>name</b>', 'image', 'spot'],
  { tiny: {}, number: {}, count: { dtype: 'integer' }, '<b>name</b>': { dtype: 'string' }, image: { dtype: 'array', shape: [2048, 2048] }, spot: { dtype: 'array', shape: [2] } },
  8,
  (row) => ({
    tiny: row * 1.25e-9,
    number: [NaN, Infinity, 'off', null, [1, 2], Array.from({ length: 100 }, () => [0]), { a: 1 }, 0.5][row - 1],
    count: [1, 2.5, 2n ** 70n, true, -0, 1e300, 'many', 7][row - 1],
    ...(row === 4 ? {} : { '<b>name</b>': '<img src=x onerror=alert(1)> and a long text that no column has room for' }),
    image: [[1]],
    spot: [row, row / 3],
  }),
)
RE.state`;
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/odd.ipynb`, notebookOf([SETUP, SHOW, odd, SCAN]));
  await notebook.run(0);
  await notebook.run(1);
  await notebook.run(2);
  await expect(notebook.output(2)).toContainText("'idle'");
  const table = notebook.figure(2);
  await expect.poll(() => tableRows(table)).toBe(8);
  expect(await labels(table)).toEqual(['seq_num', 'time', 'tiny', 'number', 'count', '<b>name</b>', 'spot']);
  const cells = await inSight(table);
  expect(cells.map((row) => row[2])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8]
      .map((row) => (row * 1.25).toFixed(3) + 'e-09')
      .map((text) => (text.startsWith('10.') ? '1.000e-08' : text)),
  );
  expect(cells.map((row) => row[3])).toEqual(['nan', 'inf', 'off', 'null', '[1, 2]', '[100 × 1]', '{"a":1}', '0.500']);
  expect(cells.map((row) => row[4]).slice(0, 5)).toEqual(['1', '2.5', '1180591620717411303424', 'True', '0']);
  expect(cells[0]?.[5]).toMatch(/^<img src=x/);
  expect([cells[3]?.[5], cells[2]?.[6]]).toEqual(['', '[3, 1]']);
  await expect(table.locator('.jp-Livesky-notices')).toContainText(/image .* dtype array \[2048 × 2048\]/);
  await inGallery(page, notebook.cell(2), 'table-odd-values', ALL_THEMES);
  await rowsOf(table).first().getByRole('cell').nth(5).hover();
  await expect(table.getByRole('tooltip')).toContainText('no column has room for');
  await heading(table, 'number').getByRole('button').click();
  await expect(status(table)).toHaveText('Sorted by number, ascending.');
  expect((await inSight(table)).map((row) => row[3])).toEqual([
    '0.500',
    'inf',
    'off',
    '[1, 2]',
    '[100 × 1]',
    '{"a":1}',
    'nan',
    'null',
  ]);
  await notebook.run(3);
  await expect(notebook.figure(3).locator('.jp-Livesky-chip')).toHaveText('success');
});
