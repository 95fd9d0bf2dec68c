import { describe, expect, it } from 'vitest';

import { Parameters } from '../src/fitting/index.js';
import { readPythonJson } from '../src/fitting/python-json.js';
import { runPython } from './instruments/python.js';
import { compareFits, fitOurs, pythonJson, randomFits } from './instruments/random-fits.js';
import type { PeerResult } from './instruments/random-fits.js';

const PEER = new URL('./python/fit_peer.py', import.meta.url).pathname;
const COUNT = Number(process.env.LIVESKY_SOAK_FITS ?? 60);

/** A seed that is given is used again; the fits that part from lmfit's depend on it. */
const seed = Number(process.env.LIVESKY_SEED ?? Math.floor(Math.random() * 2 ** 32));

describe('random fits beside lmfit', () => {
  it('take the same path and find the same numbers', async () => {
    console.log(`random fits: ${COUNT}, seed ${seed}`);
    const fits = randomFits(COUNT, seed);
    const { output } = await runPython([PEER], pythonJson(fits));
    const peers = readPythonJson(output) as PeerResult[];
    const { samePath, sameReport, wrong } = compareFits(fits, peers);
    console.log(`random fits: ${samePath} took the same path, ${sameReport} have the same report`);
    for (const line of wrong) console.log(`random fits: ${line}`);
    // Where an optimum lies on a bound, rounding may decide where a fit stops, evaluation for evaluation.
    expect(wrong.length).toBeLessThanOrEqual(Math.ceil(COUNT / 50));
    // Long runs along a flat valley part by rounding; they are few.
    expect(samePath / COUNT).toBeGreaterThan(0.85);
    // control: a slightly different fit is noticed
    const moved = fits.map((fit) => ({ ...fit, y: fit.y.map((each, i) => (i === 0 ? each + 0.5 : each)) }));
    expect(compareFits(moved, peers).sameReport).toBeLessThan(COUNT / 4);
  }, 600_000);

  it('exchange parameters with lmfit as JSON', async () => {
    const [fit] = randomFits(1, 7);
    const result = fitOurs(fit as typeof fit & object);
    const { output } = await runPython([PEER, 'loads'], result.params.dumps());
    const theirs = JSON.parse(output) as Record<string, [number, string | null]>;
    expect(Object.keys(theirs)).toEqual([...result.params.keys()]);
    for (const [name, [value, expr]] of Object.entries(theirs)) {
      expect(value).toBeCloseTo(result.params.get(name).value, 10);
      expect(expr).toBe(result.params.get(name).expr);
    }
    const peers = readPythonJson((await runPython([PEER], pythonJson([fit]))).output) as PeerResult[];
    const read = new Parameters().loads((peers[0] as PeerResult).dumps);
    expect([...read.keys()]).toEqual([...result.params.keys()]);
  }, 60_000);
});
