/** Redrawing a line with axes beside uPlot, what is seen of its extremes, and what figures cost the run. */
import { median } from '../statistics.mjs';
import { ours } from '../pipe/cells.mjs';
import { added, besideNone } from '../pipe/beside.mjs';
import { buildPage, withPage } from './browser.mjs';

const THOUSAND = 1000;
const MILLION = 1_000_000;

/** How many points, and how many times as fast as uPlot we have to be. */
const SIZES = [
  [THOUSAND, 0.7],
  [100 * THOUSAND, 1],
  [MILLION, 3],
];

/** Ways to look at a million points. */
const LOOKS = {
  all: {},
  zoomed: { x: { limits: [400_000, 401_500], isLog: false } },
  logarithmic: { x: { limits: null, isLog: true }, y: { limits: null, isLog: true } },
  swapped: { isSwapped: true },
};

export async function rows({ folder }) {
  const out = await buildPage(folder);
  return [...SIZES.map(([points, ratio]) => redraw(out, points, ratio)), flat(out), extremes(out), tenFigures(folder)];
}

function redraw(out, points, ratioAtLeast) {
  const side = (which) => async () => {
    const { taken, drawn } = await withPage(out, (page) =>
      page.evaluate(([name, count]) => window.redraw(name, count), [which, points]),
    );
    const each = median(taken);
    return { value: 1000 / each, answer: { drawn }, also: { 'ms each': each } };
  };
  const sides = { ours: side('ours'), peer: side('uplot') };
  return { name: `redraw of ${points} points`, unit: 'redraws/s', passes: { ratioAtLeast }, sides };
}

/** In one page, in turns. */
function flat(out) {
  const measure = () =>
    withPage(out, async (page) => {
      const each = async (points) =>
        median((await page.evaluate((count) => window.redraw('ours', count), points)).taken);
      const ratios = [];
      for (let turn = 0; turn < 3; turn++) ratios.push((await each(MILLION)) / (await each(THOUSAND)));
      return { value: median(ratios) };
    });
  return {
    name: 'redraw of 1000000 points in that of 1000',
    unit: 'times',
    passes: { atMost: 1.3 },
    sides: { ours: measure },
  };
}

/** The extremes of every column of pixels are those of the line through all points. */
function extremes(out) {
  const still = { x: { limits: null, isLog: false }, y: { limits: null, isLog: false }, isSwapped: false };
  const measure = () =>
    withPage(out, async (page) => {
      const wrong = {};
      for (const [look, choices] of Object.entries(LOOKS)) {
        wrong[look] = await page.evaluate(
          ([count, how]) => window.wrongColumns(count, how),
          [MILLION, { ...still, ...choices }],
        );
      }
      return { value: Object.values(wrong).reduce((sum, each) => sum + each, 0), also: wrong };
    });
  const passes = { atMost: 0 };
  return {
    name: 'columns of pixels with other extremes than the whole line',
    unit: 'columns',
    rounds: 1,
    passes,
    sides: { ours: measure },
  };
}

/** What ten figures cost the kernel beside a run at 100 events/s. */
function tenFigures(folder) {
  const measure = () => besideNone(folder, 'livesky', [ours.setup, ours.share(500, 100, 10, 3)], added);
  return {
    name: 'ten figures on a run at 100 events/s',
    unit: '% of a core',
    rounds: 3,
    passes: { atMost: 10 },
    sides: { ours: measure },
  };
}
