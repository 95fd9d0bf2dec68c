/**
 * Table and plot in a stock JupyterLab with Jupyter's default limits, and what they cost the run; the peer is
 * bluesky's LivePlot on ipympl, as both are shipped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fromOneSession } from '../one-session.mjs';
import { added, besideNone } from './beside.mjs';
import { ours, python } from './cells.mjs';
import { withNotebook } from './lab.mjs';

const ROUNDS = 3;
const MILLION = 1_000_000;

/** After the run the page may take so long to draw what it has been sent. */
const CATCH_UP_MS = 20_000;

export function rows({ folder }) {
  return [
    ...costs(folder),
    ...paced(folder, 1000, () => pythonFrames(folder)),
    ...paced(folder, 20),
    ...[10_000, 60_000].map((rate) => lost(`at ${rate} events/s for 10 s`, () => documents(folder, 10 * rate, rate))),
    lost('in a burst of 50,000', () => documents(folder, 50_000, Infinity)),
    ...sustained(folder),
    ...million(folder),
    memory(folder),
  ].map((row) => ({ rounds: ROUNDS, ...row }));
}

/** What table and plot cost the run. */
function costs(folder) {
  return [
    {
      name: 'computing per event with figures, in that without',
      unit: 'times',
      passes: { atMost: 1.1 },
      sides: {
        ours: () => computing(folder, 'livesky', ours.setup, ours.cpu(100_000, 3)),
        peer: () => computing(folder, 'python', python.setup, python.cpu(100, 3)),
      },
    },
    {
      name: 'lateness at 1000 events/s, 99th percentile, with figures less without',
      unit: 'ms',
      passes: { atMost: 1 },
      sides: { ours: () => lateness(folder) },
    },
  ];
}

async function computing(folder, kernel, setup, cell) {
  const { value, also } = await besideNone(folder, kernel, [setup, cell], (round) => round.with / round.without);
  return { value, also: { 'microseconds without': also.without, with: also.with } };
}

function lateness(folder) {
  return besideNone(folder, 'livesky', [ours.setup, ours.lateness(5000, 1000, 3)], added);
}

/** Ten seconds of the engine's events at a rate: one session gives all figures. */
function paced(folder, rate, peer) {
  const events = 10 * rate;
  const session = () => shown(folder, ours.engineAt(events, rate), events);
  const at = `at ${rate} events/s`;
  const latency = (which, atMost) => ({
    name: `event to pixel ${at}, ${which === 'median' ? 'median' : '99th percentile'}`,
    unit: 'ms',
    passes: { atMost },
    figure: ({ latency: all }) => quantile(all, which === 'median' ? 0.5 : 0.99),
  });
  const frames = {
    name: `frames ${at}`,
    unit: 'frames/s',
    passes: { atLeast: 30 },
    figure: ({ frames: count }) => count / 10,
  };
  const all = [latency('median', 25), latency('p99', 80), { ...LOST, name: `events lost ${at} for 10 s` }];
  const shared = fromOneSession(session, peer ? [frames, ...all] : all);
  if (peer) shared[0].sides.peer = peer;
  return shared;
}

const LOST = { name: 'events lost', unit: 'events', passes: { atMost: 0 }, figure: (seen) => seen.lost };

function lost(how, session) {
  return fromOneSession(session, [{ ...LOST, name: `events lost ${how}` }])[0];
}

/** A flood that lasts: how fast the page takes it, and how many bytes. */
function sustained(folder) {
  return fromOneSession(
    () => documents(folder, MILLION, Infinity),
    [
      {
        name: 'sustained into the page',
        unit: 'events/s',
        passes: { atLeast: 50_000 },
        figure: ({ seconds }) => MILLION / seconds,
      },
      {
        name: 'on the wire, three fields',
        unit: 'bytes/event',
        passes: { atMost: 96 },
        figure: ({ bytes }) => bytes / MILLION,
      },
    ],
  );
}

/** A million events of the engine's as fast as they come, with a press of Pause among them. */
function million(folder) {
  const session = () => withNotebook(folder, 'livesky', [ours.setup, ours.many(MILLION)], pausedOnce);
  return fromOneSession(session, [
    { ...LOST, name: 'events lost of a million as fast as they come' },
    {
      name: 'a press of Pause meanwhile, until the engine has followed',
      unit: 'ms',
      passes: { atMost: 50 },
      figure: ({ button }) => button,
    },
  ]);
}

/** Of more events than between two major collections of garbage: at a million, waves of 40 MB have not ebbed away. */
function memory(folder) {
  const run = [ours.setup, ours.many(4 * MILLION)];
  return {
    name: 'memory beside the columns, gained in the later nine tenths of four million events',
    unit: 'MB',
    passes: { atMost: 32 },
    sides: {
      ours: () =>
        withNotebook(folder, 'livesky', run, async (notebook) => {
          await notebook.run(0);
          await notebook.run(1);
          return { value: grownBy(notebook.result().memory) };
        }),
    },
    rounds: 1,
  };
}

async function pausedOnce(notebook) {
  const { page, run, start } = notebook;
  await run(0);
  const pressed = Date.now();
  await start(1);
  await page.waitForFunction(() => window.bench.draws.at(-1)?.[1] > 100_000, undefined, { timeout: CATCH_UP_MS });
  await page.locator('[data-action=pause]').first().click();
  await page.locator('[data-action=resume]').first().waitFor();
  const { clicked, answered } = await page.evaluate(() => window.bench);
  // Buttons that have just taken the place of others do not answer at once.
  await sleep(1000);
  await page.locator('[data-action=resume]').first().click();
  const drawn = await drawnUpTo(page, MILLION, 10 * CATCH_UP_MS);
  return {
    lost: MILLION - drawn,
    button: answered - clicked,
    also: await pageOf(page, pressed),
  };
}

/** By how much the least of late values exceeds that of early ones: the collector's waves are left out. */
function grownBy(memory) {
  const tenth = Math.floor(memory.length / 10);
  return Math.min(...memory.slice(-2 * tenth)) - Math.min(...memory.slice(tenth, 3 * tenth));
}

function documents(folder, events, rate) {
  return shown(folder, ours.documentsAt(events, rate), events);
}

/** Runs a cell that shows so many events; what the page has seen of them. */
function shown(folder, cell, events) {
  return withNotebook(folder, 'livesky', [ours.setup, cell], async ({ page, received, run, result }) => {
    await run(0);
    const from = received.length;
    const pressed = Date.now();
    await run(1);
    const drawn = await drawnUpTo(page, events, CATCH_UP_MS);
    const { began, ended, emitted } = result();
    const draws = await page.evaluate(() => window.bench.draws);
    return {
      lost: events - drawn,
      frames: new Set(draws.filter(([at]) => at <= ended).map(([, points]) => points)).size,
      latency: emitted && latencies(draws, emitted),
      seconds: began && (draws.at(-1)[0] - began) / 1000,
      bytes: received.slice(from).reduce((sum, { bytes }) => sum + bytes, 0),
      also: { ...(await pageOf(page, pressed)), ...(began && { 'seconds of the run': (ended - began) / 1000 }) },
    };
  });
}

/** Waits until plot and table have so many; returns how many they have. */
async function drawnUpTo(page, events, timeout) {
  const count = () => {
    const table = document.querySelector('.jp-Livesky-table')?.getAttribute('aria-rowcount');
    const points = document.querySelector('.jp-Livesky-series')?.dataset.points;
    return Math.min(Number(points), Number(table) - 1);
  };
  const enough = `(${count})() >= ${events}`;
  await page.waitForFunction(enough, undefined, { timeout, polling: 50 }).catch(() => undefined);
  return page.evaluate(count);
}

/** How the page was from some moment on. */
async function pageOf(page, from) {
  const tasks = (await page.evaluate(() => window.bench.tasks)).filter(([at]) => at >= from);
  return { 'longest task of the page, ms': Math.max(0, ...tasks.map(([, duration]) => duration)) };
}

/** From each event to the first drawing with it. */
function latencies(draws, emitted) {
  const all = [];
  let event = 0;
  for (const [at, points] of draws) {
    for (; event < points; event++) all.push(at - emitted[event]);
  }
  return all;
}

function quantile(values, part) {
  return [...values].sort((a, b) => a - b)[Math.ceil(part * values.length) - 1];
}

/** Pictures that reach the page during a run of bluesky's. */
function pythonFrames(folder) {
  return withNotebook(folder, 'python', [python.setup, python.at(2000, 1000)], async ({ received, run, result }) => {
    await run(0);
    await run(1);
    const { began, ended, events } = result();
    const pictures = received.filter(({ at, picture }) => picture && at >= began && at <= ended);
    const seconds = (ended - began) / 1000;
    return { value: pictures.length / seconds, also: { 'events/s': events / seconds } };
  });
}
