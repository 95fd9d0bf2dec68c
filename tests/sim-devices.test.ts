import { describe, expect, it } from 'vitest';

import { Signal, SoftPositioner } from '../src/devices/index.js';
import type { DataKeys, Readings } from '../src/devices/index.js';
import { isNDArray, toLists } from '../src/documents/index.js';
import { hw } from '../src/devices/sim/index.js';
import { declaredDtype, REFUSED_SETPOINT } from './deliberate-differences.js';
import { runPython } from './instruments/python.js';
import { freshSeed, Random } from './instruments/random.js';

const PEER = new URL('./python/devices_peer.py', import.meta.url).pathname;

type Step = [verb: string, device: string, argument: unknown];
type Outcome = { ok: unknown } | { error: true };

/** What the tests do with any device; which methods it has is part of what they ask. */
interface AnyDevice {
  readonly name: string;
  readonly hints: unknown;
  readonly labels: readonly string[];
  readonly position: unknown;
  read(): Readings;
  describe(): DataKeys;
  readConfiguration(): Readings;
  describeConfiguration(): DataKeys;
  set(value: unknown): { wait(): Promise<void> };
  checkValue(value: unknown): void;
  trigger(): { wait(): Promise<void> };
  configure(settings: Record<string, unknown>): [Readings, Readings];
  subscribe(callback: unknown): unknown;
  clearSub(callback: unknown): void;
  stage(): { name: string }[];
  unstage(): { name: string }[];
}

function devices(): Record<string, AnyDevice> {
  const made = hw();
  const snake = Object.entries(made).map(([key, device]) => [
    key.replace(/[A-Z]+/g, (each) => `_${each.toLowerCase()}`),
    device,
  ]);
  const { pseudo3x3, pseudo1x3 } = made;
  return {
    ...Object.fromEntries(snake),
    softmot: new SoftPositioner({ name: 'softmot', limits: [-10, 10], units: 'deg' }),
    strsig: new Signal({ name: 'strsig', value: 'hello' }),
    'pseudo3x3.pseudo1': pseudo3x3.pseudo1,
    'pseudo3x3.pseudo2': pseudo3x3.pseudo2,
    'pseudo3x3.pseudo3': pseudo3x3.pseudo3,
    'pseudo1x3.pseudo1': pseudo1x3.pseudo1,
  } as unknown as Record<string, AnyDevice>;
}

const values = (readings: Readings): Record<string, unknown> =>
  Object.fromEntries(Object.entries(readings).map(([field, { value }]) => [field, value]));

async function watched(device: AnyDevice, target: unknown): Promise<unknown> {
  const seen: unknown[] = [];
  const callback = (_: unknown, change: { value: unknown }): void => void seen.push(change.value);
  device.subscribe(callback);
  const before = seen.length;
  await device.set(target).wait();
  device.clearSub(callback);
  await device.set(target).wait();
  return [before, seen];
}

const VERBS: Readonly<Record<string, (device: AnyDevice, argument: never) => unknown>> = {
  describe: (device) => device.describe(),
  read: (device) => values(device.read()),
  configuration: (device) => [values(device.readConfiguration()), device.describeConfiguration()],
  hints: (device) => {
    if (device.hints) return device.hints;
    throw new Error('no hints');
  },
  repr: (device) => String(device),
  labels: (device) => [...device.labels].sort(),
  position: (device) => {
    if (device.position !== undefined) return device.position;
    throw new Error('no position');
  },
  set: (device, target) => device.set(target).wait(),
  check: (device, target) => device.checkValue(target),
  trigger: (device) => device.trigger().wait(),
  configure: (device, settings) => device.configure(settings).map(values),
  watch: watched,
  stage: (device) => device.stage().map(({ name }) => name),
  unstage: (device) => device.unstage().map(({ name }) => name),
};

/** In the form in which both sides can be compared: the dtypes that we declare, no times, -0 and 1.0 as 0 and 1. */
function normal(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(13)) + 0;
  if (typeof value === 'string')
    return value.replace(/timestamp=[^)]*/, 'timestamp').replace(/value=(-?\d+)\.0\b/, 'value=$1');
  if (isNDArray(value)) return toLists(value);
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value ?? null;
  const entries = Object.entries(value).map(([key, each]) => [key, normal(each)]);
  const plain = Object.fromEntries(entries) as Record<string, unknown>;
  return 'dtype' in plain ? { ...plain, dtype: declaredDtype(plain as { dtype: string }) } : plain;
}

async function ours(steps: readonly Step[]): Promise<unknown[]> {
  const made = devices();
  const outcomes: unknown[] = [];
  for (const [verb, name, argument] of steps) {
    const outcome = await (async (): Promise<Outcome> => {
      try {
        const act = VERBS[verb] as (device: AnyDevice, argument: unknown) => unknown;
        return { ok: (await act(made[name] as AnyDevice, argument)) ?? null };
      } catch {
        return { error: true };
      }
    })();
    outcomes.push(normal(outcome));
  }
  return outcomes;
}

async function theirs(cases: readonly Step[][]): Promise<unknown[][]> {
  const { output } = await runPython([PEER], cases.map((each) => JSON.stringify(each)).join('\n'));
  return output
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as unknown[]).map(normal));
}

/** Devices without chance, and what can be asked of each. */
const MOTORS = ['motor', 'motor1', 'motor2', 'motor3', 'motor_no_hints1', 'motor_empty_hints2', 'softmot'];
const PSEUDO = ['pseudo3x3.pseudo1', 'pseudo3x3.pseudo2', 'pseudo3x3.pseudo3', 'pseudo1x3.pseudo1'];
const PEAKS = ['det', 'identical_det', 'det1', 'det2', 'det3', 'det4'];
const DETECTORS = [...PEAKS, 'direct_img', 'det_with_conf', 'det_with_count_time', 'signal', 'invariant1', 'sig'];
const SIGNALS = ['sig', 'signal', 'bool_sig', 'strsig'];
const ALL = [...new Set([...MOTORS, ...PSEUDO, ...DETECTORS, ...SIGNALS, 'pseudo3x3', 'pseudo1x3', 'motor_no_pos'])];
const LOOKS = ['describe', 'read', 'configuration', 'hints', 'repr', 'labels'];
const SETTINGS = ['Imax', 'center', 'sigma', 'noise_multiplier', 'val', 'nothing'];

const number = (random: Random): number =>
  Math.round((random.next() * 30 - 15) * 100) / 100 + (random.below(3) === 0 ? 0 : 0.005);

/** Within the limits of pseudo axes: ophyd remembers a refused target as the setpoint, and we do not. */
const inside = (random: Random): number => Math.round(random.next() * 2000 - 1000) / 100;

function anyStep(random: Random): Step {
  switch (random.below(9)) {
    case 0:
      return ['set', random.of(MOTORS), number(random)];
    case 1:
      if (random.below(2) === 0) return ['set', random.of(PSEUDO), inside(random)];
      return ['set', 'pseudo3x3', [inside(random), inside(random), inside(random)]];
    case 2:
      return ['trigger', random.of(DETECTORS), null];
    case 3: {
      const detector = random.of(['det', 'det1', 'det2', 'det3']);
      return ['configure', detector, { [random.of(SETTINGS)]: number(random) }];
    }
    case 4:
      return ['watch', random.of([...MOTORS.slice(0, 4), 'softmot', 'sig', 'signal']), number(random)];
    case 5:
      return ['check', random.of(['softmot', ...PSEUDO]), number(random)];
    case 6:
      return [random.of(['stage', 'unstage']), random.of([...MOTORS.slice(0, 6), ...PEAKS]), null];
    case 7:
      return ['position', random.of([...MOTORS, ...PSEUDO, 'motor_no_pos', 'det']), null];
    default:
      return [random.of(LOOKS), random.of(ALL), null];
  }
}

function randomCase(random: Random): Step[] {
  const steps = Array.from({ length: 30 }, () => anyStep(random));
  return [...steps, ...ALL.flatMap((name): Step[] => LOOKS.map((verb) => [verb, name, null]))];
}

describe("simulated devices beside ophyd's", () => {
  it('are all of them, and say the same of themselves', async () => {
    const everyone = Object.keys(devices()).filter((name) => !/jittery|noisy|det5|ab_det|rand|flyer|^img$/.test(name));
    const steps = everyone.flatMap((name): Step[] => LOOKS.map((verb) => [verb, name, null]));
    expect(await ours(steps)).toEqual((await theirs([steps]))[0]);
  });

  it('do the same in any order of steps', async () => {
    const random = new Random(freshSeed('sim devices'));
    const cases = Array.from({ length: 40 }, () => randomCase(random));
    const peers = await theirs(cases);
    for (const [i, steps] of cases.entries()) {
      const own = await ours(steps);
      const wrong = steps.map((step, k) => [step, own[k], peers[i]?.[k]] as const);
      for (const [step, mine, peer] of wrong) expect({ step, is: mine }).toEqual({ step, is: peer });
    }
    // control: other steps are told apart
    const [first = []] = cases;
    const moved = first.map(([verb, name, argument]): Step => [
      verb,
      name,
      typeof argument === 'number' ? argument + 1 : argument,
    ]);
    expect(await ours(moved)).not.toEqual(peers[0]);
  }, 240_000);

  it('a refused move leaves the setpoint of a pseudo axis, on purpose', async () => {
    const { steps, python, ours: own } = REFUSED_SETPOINT;
    const [theirEnd, ourEnd] = [(await theirs([steps]))[0], await ours(steps)].map((outcomes) => outcomes?.at(-1));
    expect([theirEnd, ourEnd]).toEqual([{ ok: python }, { ok: own }]);
  });

  it('have the same names', async () => {
    const program = 'import json\nfrom ophyd.sim import hw\nprint(json.dumps(list(vars(hw()))))';
    const { output } = await runPython(['-W', 'ignore', '-c', program], '');
    const names = JSON.parse(output.trim().split('\n').at(-1) as string) as string[];
    expect(
      Object.keys(devices())
        .filter((name) => !name.includes('.') && !['softmot', 'strsig'].includes(name))
        .sort(),
    ).toEqual(names.sort());
    expect(names).toHaveLength(38);
  });
});
