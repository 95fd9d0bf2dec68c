// Fits a second of livesky: a Gaussian with noise, `user` as a function of a cell, `built-in` with its own derivatives.
import { argv, cpuUsage } from 'node:process';
import { GaussianModel, Model, Parameter } from 'livesky/fitting';

const SECONDS = 1.5;
/** Asking for the time costs as much as a small fit. */
const BATCH = 100;

/** The same numbers as in peer.py: a peak, and a wave in place of noise. */
function dataOf(points) {
  const x = Array.from({ length: points }, (_, i) => -5 + (10 * i) / (points - 1));
  const y = x.map((at, i) => 4 * Math.exp(-((at - 0.4) ** 2) / (2 * 1.1 ** 2)) + 0.1 * Math.sin(37 * i));
  return { x: Float64Array.from(x), y: Float64Array.from(y) };
}

const gaussian = (x, A, sigma, x0) => A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2));

const fits = {
  user: () => {
    const model = new Model(gaussian);
    const guess = { A: 2, sigma: new Parameter('sigma', { value: 3, min: 0 }), x0: -0.2 };
    return ({ x, y }) => model.fit(y, guess, { x });
  },
  'built-in': () => {
    const model = new GaussianModel();
    const guess = { amplitude: 15, sigma: 3, center: -0.2 };
    return ({ x, y }) => model.fit(y, guess, { x }, { jacobian: 'analytic' });
  },
  'built-in-forward': () => {
    const model = new GaussianModel();
    const guess = { amplitude: 15, sigma: 3, center: -0.2 };
    return ({ x, y }) => model.fit(y, guess, { x });
  },
};

const [, , kind, points] = argv;
const fit = fits[kind]();
const data = dataOf(Number(points));
let result;
/** Seconds of this process alone: other work on the machine does not count. */
const cpuSeconds = () => {
  const { user, system } = cpuUsage();
  return (user + system) / 1e6;
};
const batch = points > 1000 ? 1 : BATCH;
const during = (seconds) => {
  const began = cpuSeconds();
  let count = 0;
  let took = 0;
  while (took < seconds) {
    for (let i = 0; i < batch; i++) result = fit(data);
    count += batch;
    took = cpuSeconds() - began;
  }
  return count / took;
};
during(SECONDS); // warms up
const perSecond = during(SECONDS);
const { x0, center, sigma } = result.params;
const last = [x0 ?? center, sigma].map(({ value, stderr }) =>
  [value, stderr].map((each) => Number(each.toPrecision(4))),
);
console.log(JSON.stringify({ last, nfev: result.nfev, perSecond }));
