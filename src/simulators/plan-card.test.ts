import { describe, expect, it } from 'vitest';
import { det, motor, motor1, motor2, SynAxis } from '../devices/sim/index.js';
import type { Readable } from '../devices/index.js';
import { Msg, RunEngine } from '../engine/index.js';
import type { Plan } from '../engine/index.js';
import { adaptiveScan, count, gridScan, logScan, mv, plan, relScan, scan } from '../plans/index.js';
import { runDecorator } from '../plans/preprocessors/index.js';
import { triggerAndRead } from '../plans/stubs.js';
import { closeRun, openRun, sleep } from '../plans/stubs.js';
import { planCard } from './plan-card.js';

const textOf = (value: unknown, expression?: string): string => planCard(value, () => expression)?.text ?? '';

describe('the card of a plan', () => {
  it('says what it would do and how to run it', () => {
    expect(textOf(scan([det], motor, -5, 5, 30, { md: { sample: 'LaB6' } })).split('\n')).toEqual([
      'The plan scan([det], motor, -5, 5, 30, { md: { sample: "LaB6" } }) has not run yet. To run it:',
      '',
      'await RE(scan([det], motor, -5, 5, 30, { md: { sample: "LaB6" } }))',
      '',
      'points    30',
      'motor     -5 to 5, 30 moves',
      'reads     det',
      'time      hardly any',
      'metadata  plan_name: scan, sample: LaB6',
    ]);
  });

  it("copies the user's own code where that is known", () => {
    expect(textOf(scan([det], motor, -5, 5, 30), 'scan([det], m, lo, hi, 30)')).toContain(
      '\nawait RE(scan([det], m, lo, hi, 30))\n',
    );
  });

  it('draws the way over one motor and over two, and none over no motor', () => {
    expect(planCard(scan([det], motor, -5, 5, 30))?.html).toContain('aria-label="The way over motor: 30 points"');
    const two = planCard(scan([det], motor1, 0, 1, motor2, 5, 6, 4))?.html;
    expect(two).toContain('aria-label="The way over motor1 and motor2: 4 points"');
    expect(planCard(count([det], 3))?.html).not.toContain('<svg');
  });

  it('moves nothing, reads nothing, and leaves the plan to be run', async () => {
    const calls: string[] = [];
    const touched = <T extends object>(device: T): T =>
      new Proxy(device, {
        get(target, key) {
          const value = Reflect.get(target, key) as unknown;
          if (typeof value !== 'function') return value;
          return (...args: unknown[]): unknown => {
            calls.push(String(key));
            return Reflect.apply(value as () => unknown, target, args);
          };
        },
      });
    const [stage, eye] = [touched(new SynAxis({ name: 'stage' })), touched(det as Readable)];
    const planned = scan([eye], stage, 0, 1, 3);
    expect(textOf(planned)).toContain('stage ');
    // The plan itself asks whether its positions can be reached, before its first message.
    expect(calls.filter((call) => call !== 'toString' && call !== 'checkValue')).toEqual([]);
    const uids = await new RunEngine()(planned);
    expect(uids).toHaveLength(1);
    expect(calls).toContain('set');
    expect(textOf(planned)).toContain('has been begun');
  });

  it('counts runs, and events of all of them', () => {
    const both = plan(function* both() {
      yield* count([det], 2);
      yield* scan([det], motor, 0, 1, 3);
    });
    expect(textOf(both())).toContain('points    5 in 2 runs');
    expect(textOf(mv(motor, 3))).toContain('points  none: it opens no run\nmotor   to 3');
  });

  it('comes of every kind of plan, and of decorated ones', () => {
    const grid = planCard(gridScan([det], motor1, 0, 1, 3, motor2, 0, 2, 4, true));
    expect(grid?.text).toContain('points    12\nmotor1    0 to 1, 3 moves\nmotor2    0 to 2, 10 moves');
    // The fast motor goes across the picture.
    expect(grid?.html.indexOf('>motor2</text>')).toBeLessThan(grid?.html.indexOf('>motor1</text>') ?? 0);
    expect(textOf(relScan([det], motor, -1, 1, 3))).toContain('-1 to 0, 4 moves, between -1 and 1');
    expect(textOf(adaptiveScan([det], 'det', motor, -2, 2, 0.1, 1, 0.3, true))).toContain(
      'It depends on what det would',
    );
    expect(textOf(logScan([det], motor, 0, 1, 3))).toContain('The plan logScan([det], motor, 0, 1, 3) has not');
    const within = runDecorator({ md: { sample: 'x' } })(function* twice() {
      yield* mv(motor, 1);
      yield* mv(motor, 2);
    });
    expect(textOf(within())).toContain('The plan twice() has not run yet');
    expect(textOf(within())).toContain('sample: x');
  });

  it('leaves an endless plan, and a long one knows its length', () => {
    const endless = textOf(count([det], null, 0.1));
    expect(endless).toContain('points    until it is stopped');
    expect(endless).toContain('it was not followed beyond');
    expect(textOf(count([det], 1_000_000))).toContain('points    1000000');
  });

  it('adds up sleeps and the moves of devices that say how long they take', () => {
    const slow = new SynAxis({ name: 'slow', delay: 2 });
    const still = {
      name: 'still',
      exposureTime: 1,
      read: det.read,
      describe: det.describe,
      trigger: () => Promise.resolve(),
    };
    expect(textOf(scan([], slow, 0, 1, 5))).toContain('time      about 10 s');
    // A measurement of a second is part of the three from one start to the next.
    expect(textOf(count([still], 4, 3))).toContain('time      about 12 s');
    expect(textOf(mv(new SynAxis({ name: 'a', delay: 1 }), 1, slow, 1))).toContain('about 2 s');
    const silent = { ...still, exposureTime: undefined };
    expect(textOf(count([silent], 4, 3))).toContain('time      at least 12 s; still does not say how long');
  });

  it('says what it has taken to be 0 where the plan depends on it', () => {
    const seek = plan(function* seek() {
      yield* openRun();
      const readings = yield* triggerAndRead([det]);
      const position = Number(readings.det?.value);
      yield* mv(motor, position + 1);
      yield* closeRun();
    });
    const text = textOf(seek());
    expect(text).toContain('motor   to 1');
    expect(text).toContain('It depends on what det would give; here that was taken to be 0.');
    expect(textOf(scan([det], motor, 0, 1, 3))).not.toContain('taken to be 0');
  });

  it('shows what a plan would do before it fails, and arguments that are wrong as errors', () => {
    const failing = plan(function* failing() {
      yield* mv(motor, 1);
      throw new RangeError('too far');
    });
    expect(textOf(failing())).toContain('With nothing measured it goes no further: too far');
    expect(() => planCard(scan([det], motor, 0, 1, 0))).toThrow(/`num` is expected to be a number of steps/);
  });

  it('does not use up an argument that can be used only once', async () => {
    const delays = [0, 0][Symbol.iterator]();
    const planned = count([det], 3, delays);
    expect(textOf(planned)).toContain('one of its arguments can be used only once');
    expect(await new RunEngine()(planned)).toHaveLength(1);
    const wrap = plan(function* wrap(inner: Plan<unknown>) {
      yield* inner;
    });
    const inner = count([det], 3);
    expect(textOf(wrap(inner))).toContain('points    3');
    expect(textOf(inner)).toContain('has not run yet');
  });

  it('is no place for markup of names and metadata', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const [eye, stage] = [new SynAxis({ name: evil }), new SynAxis({ name: `m${evil}` })];
    const html = planCard(scan([eye], stage, 0, 1, 3, { md: { note: evil } }))?.html;
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});

describe('other values', () => {
  it('a generator of the user is not gone through', async () => {
    let begun = false;
    function* own(): Plan {
      begun = true;
      yield* sleep(0);
    }
    const planned = own();
    expect(textOf(planned, 'own()')).toContain('await RE(own())');
    expect(begun).toBe(false);
    await new RunEngine()(planned);
    expect(begun).toBe(true);
  });

  it('a function that makes plans is to be called', () => {
    function* own(): Plan {
      yield new Msg('null');
    }
    expect(textOf(scan, 'scan')).toBe(
      'scan is a function that makes plans. To run a plan, call it:\n\nawait RE(scan(...))',
    );
    expect(textOf(own)).toContain('own is a function that makes generators');
    expect(textOf(plan(own))).toContain('own is a function that makes plans');
  });

  it.each([[1], ['scan'], [null], [undefined], [[]], [{ next: () => 1 }], [() => 1], [new RunEngine()], [det]])(
    '%s has no card',
    (value) => {
      expect(planCard(value)).toBeUndefined();
    },
  );
});
