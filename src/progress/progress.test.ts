import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeScreen } from '../../tests/instruments/fake-screen.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { Progress } from '../devices/index.js';
import { Status } from '../devices/index.js';
import { det, SynAxis } from '../devices/sim/index.js';
import { RunEngine } from '../engine/index.js';
import type { ProgressSpec } from '../figures/index.js';
import { installHost } from '../host/index.js';
import { mv, scan } from '../plans/index.js';
import { LiveProgress, ProgressBar, ProgressBarManager } from './index.js';
import { lineOf, ProgressLines } from './progress-lines.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  installHost({});
});

function moving(name: string): { status: Status; tell(progress: Partial<Progress>): void } {
  const status = new Status(`set ${name}`);
  return { status, tell: (progress) => status.reportProgress({ name, initial: 0, target: 10, ...progress }) };
}

/** A screen, and the last specification that it was given. */
function screened(): { screen: FakeScreen; last(): ProgressSpec } {
  const screen = new FakeScreen();
  installHost({ screen });
  return { screen, last: () => screen.specs.at(-1) as ProgressSpec };
}

describe('ProgressBar', () => {
  it('shows in a figure what takes a while, as its device tells it', () => {
    const { screen, last } = screened();
    const { status, tell } = moving('motor');
    const bar = new ProgressBar([status, Status.finished()]);
    tell({ current: 1, fraction: 0.9 });
    vi.advanceTimersByTime(150);
    expect(screen.shown).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(screen.shown).toHaveLength(1);
    expect(last().devices).toMatchObject([{ name: 'motor', state: 'moving', current: 1, target: 10 }]);
    expect(last().devices[0]?.done).toBeCloseTo(0.1);
    tell({ current: 5, fraction: 0.5, timeRemaining: 2, unit: 'mm', precision: 1 });
    expect(last().devices).toMatchObject([{ current: 5, done: 0.5, left: 2, unit: 'mm', precision: 1 }]);
    status.setFinished();
    expect(last().devices).toMatchObject([{ state: 'done' }]);
    bar.clear();
  });

  it('shows what a status says of its move before the device tells anything', () => {
    const { last } = screened();
    const positioner = { name: 'stage' };
    new ProgressBar([Object.assign(new Status(), { positioner, initial: 1, target: 4 })]);
    vi.advanceTimersByTime(500);
    expect(last().devices).toMatchObject([{ name: 'stage', current: 1, target: 4, done: null }]);
  });

  it('shows nothing of what is quick, and nothing after it was cleared', () => {
    const { screen } = screened();
    const [quick, slow] = [moving('quick'), moving('slow')];
    const bar = new ProgressBar([quick.status, slow.status]);
    quick.status.setFinished();
    bar.clear();
    vi.advanceTimersByTime(1000);
    expect(screen.specs).toHaveLength(0);
  });

  it.each([
    [
      { current: NaN, target: Infinity, fraction: NaN },
      { current: null, target: null, done: null },
    ],
    [
      { current: 12, fraction: undefined },
      { current: 12, done: 1 },
    ],
    [{ current: 3, initial: 10 }, { done: 1 }],
    [
      { current: 'far', precision: -1, unit: 3, name: {} },
      { name: 'set motor', current: null, precision: 3, unit: '' },
    ],
  ])('draws of %j only what can be drawn', (told, shown) => {
    const { last } = screened();
    const { status, tell } = moving('motor');
    new ProgressBar([status], { delayDraw: 0 });
    tell(told as Partial<Progress>);
    vi.advanceTimersByTime(1);
    expect(last().devices).toMatchObject([shown]);
  });

  it('prints a line after every quarter where nothing can be drawn', () => {
    const lines: string[] = [];
    const { status, tell } = moving('motor');
    new ProgressBar([status], { delayDraw: 0, out: (line) => lines.push(line) });
    vi.advanceTimersByTime(1);
    for (let current = 1; current <= 10; current++) tell({ current, fraction: 1 - current / 10 });
    status.setFinished();
    expect(lines.map((line) => /\d+%/.exec(line)?.[0])).toEqual([
      undefined,
      '10%',
      '30%',
      '50%',
      '80%',
      '100%',
      '100%',
    ]);
  });
});

describe('ProgressLines', () => {
  const bar = (done: number) => [{ label: 'motor', state: 'moving', done, text: 'so far' }] as const;

  it('draws over its lines in a terminal, not too often, and takes them away', () => {
    const written: string[] = [];
    const lines = new ProgressLines({ out: (text) => written.push(text), width: 40 });
    lines.draw(bar(0));
    lines.draw(bar(0.1));
    vi.advanceTimersByTime(200);
    lines.draw(bar(0.5));
    lines.draw(bar(1), true);
    lines.clear();
    lines.clear();
    expect(written.map((text) => text.replaceAll('\u001b', 'ESC'))).toEqual([
      'ESC[2Kmotor:   0% |                  | so far',
      'ESC[1A\rESC[2Kmotor:  50% |█████████         | so far',
      'ESC[1A\rESC[2Kmotor: 100% |██████████████████| so far',
      'ESC[1A\rESC[0JESC[1A\r',
    ]);
  });

  it('writes what nobody knows the end of without a bar', () => {
    expect(lineOf({ label: 'points', state: 'moving', done: null, text: '3 so far' }, 79)).toBe('points: 3 so far');
    expect(lineOf({ label: 'points', state: 'moving', done: 0.5, text: 'x'.repeat(99) }, 40)).toHaveLength(40);
  });
});

describe('ProgressBarManager', () => {
  it('makes a bar for a wait, and clears it after', () => {
    const seen: string[] = [];
    const manager = new ProgressBarManager((statuses) => {
      seen.push(`${statuses.size} begun`);
      return { clear: () => void seen.push('cleared') };
    });
    manager(new Set([new Status(), new Status()]));
    expect(manager.pbar).not.toBeNull();
    manager(null);
    expect([seen, manager.pbar]).toEqual([['2 begun', 'cleared'], null]);
  });

  it('warns of waits that do not match', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const manager = new ProgressBarManager(() => ({ clear: () => undefined }));
    manager(null);
    manager(new Set());
    manager(new Set());
    expect(warned.mock.calls.flat()).toEqual([
      'There is no ProgressBar to clean up.',
      'The previous ProgressBar was not completed.',
    ]);
  });

  it('is a waiting hook', async () => {
    vi.useRealTimers();
    const RE = new RunEngine();
    const sizes: number[] = [];
    RE.waitingHook = new ProgressBarManager((statuses) => {
      sizes.push(statuses.size);
      return { clear: () => void sizes.push(0) };
    });
    await RE(mv(new SynAxis({ name: 'slow', delay: 0.02 }), 1));
    expect(sizes).toEqual([1, 0]);
  });
});

describe('LiveProgress', () => {
  it('shows a figure for each run, whose devices stay while the run lasts', () => {
    const { screen, last } = screened();
    const progress = new LiveProgress();
    for (const uid of ['one', 'two']) {
      progress.start(startDoc(uid, { num_points: 2, plan_name: 'scan' }));
      expect(last()).toMatchObject({
        kind: 'progress',
        run: uid,
        description: 'Progress of the plan scan',
        devices: [],
      });
      progress.descriptor(descriptorDoc(`d${uid}`, ['x'], { run: uid }));
      for (const current of [1, 2]) {
        const { status, tell } = moving('motor');
        progress.waitingHook(new Set([status]));
        vi.advanceTimersByTime(500);
        tell({ current });
        status.setFinished();
        progress.waitingHook(null);
        expect(last().devices).toMatchObject([{ name: 'motor', current, state: 'done' }]);
        progress.event(eventDoc(`d${uid}`, current, { x: 1 }));
      }
      progress.stop(stopDoc(uid));
    }
    expect(new Set(screen.shown).size).toBe(2);
    expect(screen.documents.map(([name]) => name)).toEqual([
      'start',
      'descriptor',
      'event',
      'event',
      'stop',
      'start',
      'descriptor',
      'event',
      'event',
      'stop',
    ]);
    expect([...screen.wanted]).toEqual([]);
  });

  it('shows moves outside of runs in figures of their own', () => {
    const { screen } = screened();
    const progress = new LiveProgress();
    for (let i = 0; i < 2; i++) {
      const { status } = moving('motor');
      progress.waitingHook(new Set([status]));
      vi.advanceTimersByTime(500);
      status.setFinished();
      progress.waitingHook(null);
    }
    expect(new Set(screen.shown).size).toBe(2);
    expect(screen.specs.every((spec) => spec.kind === 'progress' && spec.run === null)).toBe(true);
  });

  it('prints lines where figures are shown only at the end', () => {
    const { screen } = screened();
    Object.assign(screen, { showsEnds: true });
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const progress = new LiveProgress();
    progress.start(startDoc('run', { num_points: 1 }));
    progress.stop(stopDoc('run'));
    expect(screen.specs).toEqual([]);
    expect(String(printed.mock.calls[0])).toContain('0 of 1');
  });

  it('prints lines elsewhere, and does not disturb the run', async () => {
    vi.useRealTimers();
    const lines: string[] = [];
    const RE = new RunEngine();
    const progress = new LiveProgress({ out: (line) => lines.push(line) });
    RE.subscribe(progress);
    RE.waitingHook = progress.waitingHook;
    await RE(scan([det], new SynAxis({ name: 'stage' }), 0, 1, 8));
    expect(lines.map((line) => /points: +(\d+%)/.exec(line)?.[1])).toEqual([
      '12%',
      '25%',
      '50%',
      '75%',
      '100%',
      '100%',
    ]);
    expect(lines.at(-1)).toMatch(/\| 8 of 8 in [\d.]+ s$/);
  });
});
