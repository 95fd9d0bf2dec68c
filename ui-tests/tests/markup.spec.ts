import type { Locator } from '@playwright/test';

import { HOSTILE } from '../../tests/instruments/hostile-texts.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';
import { expect, test } from '../test.js';

/** Keys of documents hold no dots and no slashes, and no object in JavaScript has `__proto__` as any other key. */
const FIELDS = HOSTILE.filter((text) => !/[./]|__proto__/.test(text) && text.length < 100);

/** A device whose every name is hostile and whose values are all the texts, in a run that fails with one of them. */
const CODE = `import { RunEngine, count, LiveTable, LivePlot } from 'livesky'
import type { Readings } from 'livesky'
const texts: string[] = ${JSON.stringify(HOSTILE)}
const fields: string[] = ${JSON.stringify(FIELDS)}
const of = <T>(make: (field: string, at: number) => T) => Object.fromEntries(fields.map((field, at) => [field, make(field, at)]))
let reading = 0
const nasty = {
  name: texts[0],
  read: (): Readings => (reading++, of((_field, at) => ({ value: at === 0 ? reading : texts[(reading + at) % texts.length], timestamp: 1 }))),
  describe: () => of((field, at) => ({ source: field, dtype: at === 0 ? 'number' : 'string', shape: [], units: field })),
}
function* plan() {
  yield* count([nasty], texts.length, 0, { md: { plan_name: texts[0], sample: texts[1], [fields[0]]: texts } })
}
const plot = new LivePlot(fields[0], 'seq_num', { label: texts[1], legendKeys: ['sample'] })
await new RunEngine()(plan(), [
  new LiveTable(fields),
  plot,
  (name, doc) => { if (name === 'event' && doc.seq_num === texts.length) throw new Error(texts[0]) },
])`;

/** Elements of a figure that livesky never makes. */
const foreign = (root: Locator): Locator => root.locator('img, script, iframe, foreignObject, b, i, u, p, a, [onload]');

test('whatever is written in names and values stays text', async ({ page, tmpPath }) => {
  const notebook = new NotebookPage(page);
  await notebook.open(`${tmpPath}/markup.ipynb`, notebookOf([CODE]));
  await notebook.run(0);
  const [table, plot] = [notebook.figure(0, 0), notebook.figure(0, 1)];
  const [image, script] = HOSTILE as [string, string];
  await expect(table.locator('.jp-Livesky-tableHead')).toContainText(image);
  const headings = await table.locator('[role=columnheader]').allTextContents();
  expect(headings.slice(2)).toEqual(FIELDS);
  await expect(plot.locator('.jp-Livesky-axisLabel').first()).toBeVisible();
  await expect(plot.locator('.jp-Livesky-legend')).toContainText(script);
  for (const figure of [table, plot]) {
    await expect(figure.locator('.jp-Livesky-label')).toContainText(image);
    await expect(figure.locator('.jp-Livesky-notices')).toContainText(`Failed: ${image}`);
    await expect(foreign(figure)).toHaveCount(0);
  }
  await expect(notebook.output(0)).toContainText(`The callback (anonymous function) failed on the event document`);
  await expect(foreign(notebook.output(0).locator('.jp-OutputArea-output'))).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);

  // Control: were one of the texts parsed, the page would know it.
  await page.evaluate((text) => {
    document.body.append(Object.assign(document.createElement('div'), { innerHTML: text }));
  }, image);
  await page.waitForFunction(() => 'hacked' in window);
});
