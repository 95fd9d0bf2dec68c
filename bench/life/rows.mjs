/** Figures that live long: restored after a reload and without a kernel, saved, and drawn again and again. */
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromOneSession } from '../one-session.mjs';
import { withNotebook } from '../pipe/lab.mjs';
import { noteBeginnings } from './beginnings.mjs';
import { documentsAt, memory, noFigures, oneRun, setup } from './cells.mjs';

const POINTS = 100_000;
const MILLION = 1_000_000;
const RUNS = 200;
const POINTS_A_RUN = 1000;

/** The kernel keeps the last 20 runs: before that there is nothing to forget. */
const FROM_RUN = 50;

const PATIENCE_MS = 60_000;

export function rows({ folder }) {
  return [...restores(folder), size(folder), ...memories(folder)];
}

/** A figure with many points, after its page was reloaded and in a notebook without a kernel. */
function restores(folder) {
  return fromOneSession(
    () => withNotebook(folder, 'livesky', [setup, documentsAt(POINTS, Infinity)], restored),
    [
      {
        name: `a figure of ${POINTS} points after a reload: from the page having notebook and kernel to all points drawn`,
        unit: 's',
        passes: { atMost: 1 },
        figure: ({ live }) => live,
      },
      {
        name: `the same opened with no kernel: from the page having the notebook to all that it keeps drawn`,
        unit: 's',
        passes: { atMost: 1 },
        figure: ({ saved }) => saved,
      },
    ],
  ).map((row) => ({ rounds: 3, ...row }));
}

async function restored(notebook) {
  const { page, folder, address, run } = notebook;
  await run(0);
  await run(1);
  await drawn(page, POINTS);
  await save(notebook, ({ figures }) => figures === 2);
  await page.addInitScript(noteBeginnings);
  page.on('dialog', (dialog) => void dialog.accept());
  const left = Date.now();
  await page.reload();
  const live = await drawn(page, POINTS);
  copyFileSync(join(folder, 'bench.ipynb'), join(folder, 'later.ipynb'));
  change(join(folder, 'later.ipynb'), (content) => ({ ...content, metadata: {} }));
  await page.goto(address('later.ipynb'));
  const saved = await drawn(page, 1);
  return {
    live: (live.at - Math.max(live.beginnings.notebook, live.beginnings.kernel)) / 1000,
    saved: (saved.at - saved.beginnings.notebook) / 1000,
    also: { 'seconds from leaving the page': (live.at - left) / 1000, 'points that are kept': saved.points },
  };
}

/** How large the notebook of a long run is. */
function size(folder) {
  const session = (notebook) => savedSize(notebook);
  const side = () => withNotebook(folder, 'livesky', [setup, documentsAt(MILLION, Infinity)], session);
  return {
    name: `a saved notebook of ${MILLION} points, with table and plot`,
    unit: 'MB',
    rounds: 1,
    passes: { atMost: 3 },
    sides: { ours: side },
  };
}

async function savedSize(notebook) {
  const { page, run } = notebook;
  await run(0);
  await run(1);
  await drawn(page, MILLION);
  const { bytes } = await save(notebook, ({ figures }) => figures === 2);
  return { value: bytes / 1e6 };
}

/** A cell that is run again and again: what page and kernel hold more after the last run than after the first ones. */
function memories(folder) {
  const session = async () => {
    const cells = (cell) => [setup, cell, memory];
    const ours = await withNotebook(folder, 'livesky', cells(oneRun(POINTS_A_RUN)), again);
    const without = await withNotebook(folder, 'livesky', cells(noFigures(POINTS_A_RUN)), again);
    const also = { 'page without figures': without.page, 'kernel without figures': without.kernel, ...ours.also };
    return { ...ours, also };
  };
  return fromOneSession(
    session,
    ['page', 'kernel'].map((where) => ({
      name: `memory of the ${where} after ${RUNS} runs in one notebook, more than after ${FROM_RUN}`,
      unit: 'MB',
      rounds: 1,
      passes: { atMost: 5 },
      figure: (seen) => seen[where],
    })),
  );
}

async function again(notebook) {
  const { page, run, result } = notebook;
  const collector = await page.context().newCDPSession(page);
  await collector.send('Performance.enable');
  const held = async () => {
    await run(2);
    await collector.send('HeapProfiler.collectGarbage');
    const { metrics } = await collector.send('Performance.getMetrics');
    const metric = (name) => metrics.find((each) => each.name === name).value;
    const { heap, buffers } = result();
    return { page: metric('JSHeapUsedSize') / 1e6, nodes: metric('Nodes'), kernel: heap + buffers };
  };
  await run(0);
  const seen = new Map();
  for (let count = 1; count <= RUNS; count++) {
    await runAnew(notebook, 1);
    if (count % FROM_RUN === 0) seen.set(count, await held());
  }
  const [first, last] = [seen.get(FROM_RUN), seen.get(RUNS)];
  return {
    page: last.page - first.page,
    kernel: last.kernel - first.kernel,
    also: { 'page before': first.page, 'kernel before': first.kernel, 'elements more': last.nodes - first.nodes },
  };
}

/** Runs a cell that was run before, to its end. */
async function runAnew({ page, cell }, at) {
  const prompt = cell(at).locator('.jp-InputPrompt').first();
  const before = (await prompt.innerText()).trim();
  await cell(at)
    .locator('.cm-content')
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(
    ([element, old]) => /^\[\d+\]:$/.test(element.innerText.trim()) && element.innerText.trim() !== old,
    [await prompt.elementHandle(), before],
    { timeout: PATIENCE_MS },
  );
}

/** Waits until so many points are drawn; tells when that was, how many there are, and what the page had before. */
async function drawn(page, points) {
  const enough = (least) => window.bench?.draws.some(([, count]) => count >= least);
  await page.waitForFunction(enough, points, { timeout: PATIENCE_MS, polling: 100 });
  const seen = await page.evaluate(() => ({ draws: window.bench.draws, beginnings: window.beginnings }));
  const [at, count] = seen.draws.find(([, each]) => each >= points);
  return { at, points: count, beginnings: seen.beginnings };
}

/** Saves the notebook until what is in the file is as it should be. */
async function save({ page, folder }, isWhole) {
  const path = join(folder, 'bench.ipynb');
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    await page.keyboard.press('Control+s');
    await page.waitForTimeout(500);
    const text = readFileSync(path, 'utf8');
    const saved = { bytes: statSync(path).size, figures: text.split('"application/vnd.livesky.figure').length - 1 };
    if (isWhole(saved)) return saved;
    if (Date.now() > until) throw new Error('The page does not save what it shows.');
  }
}

function change(path, how) {
  writeFileSync(path, JSON.stringify(how(JSON.parse(readFileSync(path, 'utf8')))));
}
