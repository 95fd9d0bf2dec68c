import { expect, test } from '../test.js';
import { NotebookPage, notebookOf } from '../notebook-page.js';

const SETUP = `import { RunEngine, count, scan, LiveTable, LivePlot, Msg } from 'livesky'
import { det, motor } from 'livesky/sim'
const RE: any = new RunEngine()
let stops: any[] = []
RE.subscribe((name: string, doc: any) => { if (name === 'stop') stops.push([doc.exit_status, doc.reason]) })`;

/** A cell that goes wrong, and words that name the culprit. */
const CASES: readonly (readonly [code: string, words: string])[] = [
  ['await RE(5)', 'RE(plan) needs a plan, but got 5'],
  ['await RE(count)', 'the function count; call it: RE(count(...))'],
  ['await RE((function* () { yield new Msg("open_run"); yield 3 as any })())', 'yielded 3, which is not a Msg'],
  ['await RE(count([det]), [console.log, 7])', 'Callback 2 is 7, which is no callback'],
  ['await RE(count([{ name: "lamp" } as any]))', 'The detector lamp has no method read()'],
  [
    'await RE(scan([det], {name: "lamp"} as any, 0, 1, 3))',
    'lamp stands where a motor should, but has no method set()',
  ],
  ['RE(count([det], 3, 0.2)); await RE(count([det]))', 'Was `await` forgotten'],
];

test('whatever is wrong is named, an open run gets its stop document, and the kernel lives on', async ({
  page,
  tmpPath,
}) => {
  const notebook = new NotebookPage(page);
  const last = `await new Promise((resolve) => setTimeout(resolve, 1000)); [RE.state, JSON.stringify(stops)]`;
  const odd = `const wild = { name: 'wild', n: 0,
  read() { return { wild: { value: [1, NaN, 'three', 4][this.n++ % 4], timestamp: Date.now() / 1000 } } },
  describe: () => ({ wild: { source: 'cell', dtype: 'number', shape: [] } }) }
await RE(count([wild as any], 4), [new LiveTable(['wild']), new LivePlot('wild'), new LivePlot('nonsense', 'motor')])`;
  await notebook.open(`${tmpPath}/bad.ipynb`, notebookOf([SETUP, ...CASES.map(([code]) => code), last, odd]));
  await notebook.run(0);
  for (const [at, [, words]] of CASES.entries()) {
    await notebook.run(at + 1);
    await expect(notebook.output(at + 1)).toContainText(words);
  }
  const end = CASES.length + 1;
  await notebook.run(end);
  await expect(notebook.output(end)).toContainText("'idle'");
  await expect(notebook.output(end)).toContainText('["fail","The plan yielded 3, which is not a Msg."]');

  await notebook.run(end + 1);
  const table = notebook.figure(end + 1, 0);
  const plot = notebook.figure(end + 1, 1);
  const empty = notebook.figure(end + 1, 2);
  await expect(table).toContainText('nan');
  await expect(table).toContainText('three');
  await expect(plot).toContainText('2 of 4 points left out');
  await expect(empty).toContainText("No event has the field 'motor' or 'nonsense'");
});
