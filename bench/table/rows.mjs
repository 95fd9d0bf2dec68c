/** A table of a million rows beside the table libraries: six columns in 800 by 400 pixels. */
import { median } from '../statistics.mjs';
import { withTables } from './page.mjs';

const MILLION = 1_000_000;
/** The naive table makes elements for all of its rows; more take minutes. */
const NAIVE_ROWS = 10_000;
const STEPS = 40;
const ROW = 24;

export function rows({ folder }) {
  return [
    timed(folder, 'append a row and follow it', 'append'),
    timed(folder, 'scroll far', 'scroll'),
    { name: 'elements in the page', unit: 'elements', passes: { atMost: 200 }, rounds: 1, sides: nodes(folder) },
    {
      name: 'steps of the wheel that are not exactly one row',
      unit: 'of 200',
      passes: { atMost: 0 },
      rounds: 1,
      sides: { ours: () => withTables(folder, wheelSteps) },
    },
    longest(folder, 'sorted', 'Sorted by', () => {
      window.tables.current().end();
      window.tables.current().sort();
    }),
    longest(folder, 'looked through', '1 of 1', () => window.tables.current().find('1000000')),
  ];
}

function timed(folder, name, what) {
  const side = (kind, count) => () => withTables(folder, (page) => measured(page, kind, count, what));
  return {
    name: `${name}, ${MILLION} rows`,
    unit: 'ms',
    passes: { atMost: 8 },
    rounds: 3,
    sides: {
      ours: side('ours', MILLION),
      tanstack: side('tanstack', MILLION),
      'AG Grid': side('agGrid', MILLION),
      [`naive, ${NAIVE_ROWS} rows`]: side('naive', NAIVE_ROWS),
    },
  };
}

async function measured(page, kind, count, what) {
  const { taken, nodes, shown } = await page.evaluate(
    ([...args]) => window.tables.measure(...args),
    [kind, count, what, STEPS],
  );
  const last = what === 'append' ? count + STEPS : undefined;
  if (last !== undefined && shown.at(-1) !== last) {
    throw new Error(`${kind} shows row ${shown.at(-1)} at the end instead of ${last}.`);
  }
  if (shown.length < 10) throw new Error(`${kind} shows ${shown.length} rows.`);
  const sorted = [...taken].sort((a, b) => a - b);
  return { value: median(taken), also: { p95: sorted[Math.floor(0.95 * sorted.length)], elements: nodes } };
}

function nodes(folder) {
  const side = (kind) => () =>
    withTables(folder, async (page) => {
      const { nodes: value } = await page.evaluate((of) => window.tables.measure(of, 1_000_000, 'scroll', 3), kind);
      return { value };
    });
  return { ours: side('ours'), tanstack: side('tanstack'), 'AG Grid': side('agGrid') };
}

/** Turns the wheel by the height of a row, at places all over the table, and looks where every row stands. */
async function wheelSteps(page) {
  await page.evaluate((count) => window.tables.measure('ours', count, 'scroll', 1), MILLION);
  await page.mouse.move(200, 200);
  let wrong = 0;
  for (let step = 0; step < 200; step += 1) {
    if (step % 10 === 0) await page.evaluate((part) => window.tables.current().scrollTo(part), (step * 0.618) % 1);
    const before = await shownRows(page);
    const by = step % 3 === 0 && before[0].number > 1 ? -1 : 1;
    const canMove = by < 0 || before.at(-1).number < MILLION;
    await page.mouse.wheel(0, by * ROW);
    await page.waitForFunction(
      ([first, moves]) => window.tables.current().shown()[0].number !== first || !moves,
      [before[0].number, canMove],
    );
    const after = await shownRows(page);
    if (!isStep(before, after, canMove ? by : 0)) wrong += 1;
  }
  return { value: wrong };
}

const shownRows = (page) => page.evaluate(() => window.tables.current().shown());

/** Whether each row stands where the one `by` further stood, and rows follow one another without a gap. */
function isStep(before, after, by) {
  const isClose = (a, b) => Math.abs(a - b) <= 1;
  const moved = after[0].number === before[0].number + by && isClose(after[0].at, before[0].at);
  return (
    moved &&
    after.every(({ number, at }, i) => {
      return number === after[0].number + i && isClose(at, after[0].at + i * ROW);
    })
  );
}

/** The longest task of the page from `begin`, which runs there, until it shows a text. */
function longest(folder, what, text, begin) {
  const side = () =>
    withTables(folder, async (page) => {
      await page.evaluate((count) => window.tables.measure('ours', count, 'scroll', 1), MILLION);
      await page.evaluate(() => {
        window.tasks = [];
        new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({ type: 'longtask' });
      });
      const began = await page.evaluate(() => performance.now());
      await page.evaluate(begin);
      await page.waitForFunction((shown) => document.body.textContent.includes(shown), text, { polling: 50 });
      const seconds = ((await page.evaluate(() => performance.now())) - began) / 1000;
      // Tasks are told of a little later.
      await page.waitForTimeout(200);
      const value = await page.evaluate(
        (from) => Math.max(0, ...window.tasks.filter((task) => task.startTime > from).map((task) => task.duration)),
        began,
      );
      return { value, also: { seconds } };
    });
  const name = `longest task while ${MILLION} rows are ${what}`;
  return { name, unit: 'ms', passes: { atMost: 50 }, rounds: 3, sides: { ours: side } };
}
