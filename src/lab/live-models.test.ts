import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { modelsReleased, processEnded, sweepSoon, watchModel } from './live-models.js';

/** Longer than it takes until something is let go of. */
const LATER_MS = 20_000;

/** A widget model as far as it matters here. */
class FakeModel {
  comm_live = true;
  readonly widget_manager: unknown;
  views: Record<string, unknown> | undefined = {};
  readonly told: string[] = [];
  /** What its comm would call. */
  readonly calls: Record<string, (() => void) | undefined> = {};
  readonly comm = {
    on_msg: (callback: () => void): void => void (this.calls.msg = callback),
    on_close: (callback: () => void): void => void (this.calls.close = callback),
  };
  closed = false;
  #onDestroy: () => void = () => {};

  constructor(
    readonly model_id: string,
    readonly runs?: readonly FakeModel[],
    kernel = 'kernel',
  ) {
    this.widget_manager = { kernel: { id: kernel } };
    watchModel(this);
  }

  once(_: string, callback: () => void): void {
    this.#onDestroy = callback;
  }

  trigger(event: string): void {
    this.told.push(event);
  }

  close(): Promise<void> {
    this.closed = true;
    this.#onDestroy();
    return Promise.resolve();
  }
}

let made: FakeModel[];
const model = (...args: ConstructorParameters<typeof FakeModel>): FakeModel => {
  const one = new FakeModel(...args);
  made.push(one);
  return one;
};

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
});
afterEach(() => {
  for (const each of made) void each.close();
  vi.useRealTimers();
});

it('what the kernel has released and nothing shows is let go of, in a while, and the widget manager is told', () => {
  const run = model('run');
  const figure = model('figure', [run]);
  modelsReleased('kernel', ['run', 'figure']);
  expect([run.closed, figure.closed]).toEqual([false, false]);
  vi.advanceTimersByTime(LATER_MS);
  expect([run.closed, figure.closed]).toEqual([true, true]);
  expect(figure.told).toEqual(['comm:close']);
  expect(Object.keys(figure.calls)).toEqual(['msg', 'close']);
});

it('what is shown stays, with its run, until its last view is gone', () => {
  const run = model('run');
  const figure = model('figure', [run]);
  figure.views = { view: {} };
  modelsReleased('kernel', ['run', 'figure']);
  vi.advanceTimersByTime(LATER_MS);
  expect([run.closed, figure.closed]).toEqual([false, false]);
  figure.views = {};
  sweepSoon();
  vi.advanceTimersByTime(LATER_MS);
  expect([run.closed, figure.closed]).toEqual([true, true]);
});

it('a run stays that a figure shows which the kernel keeps', () => {
  const run = model('run');
  const figure = model('figure', [run]);
  modelsReleased('kernel', ['run']);
  vi.advanceTimersByTime(LATER_MS);
  expect([run.closed, figure.closed]).toEqual([false, false]);
});

it('what the kernel keeps stays, shown or not, and so do models of other kernels', () => {
  const [kept, other] = [model('kept'), model('run', undefined, 'another')];
  modelsReleased('kernel', ['run', 'unknown']);
  vi.advanceTimersByTime(LATER_MS);
  expect([kept.closed, other.closed]).toEqual([false, false]);
});

it('the end of a process marks the models of that kernel', () => {
  const [run, other] = [model('run'), model('run', undefined, 'another')];
  processEnded('kernel');
  expect([run.comm_live, other.comm_live]).toEqual([false, true]);
});
