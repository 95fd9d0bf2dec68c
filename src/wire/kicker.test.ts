import { describe, expect, it } from 'vitest';

import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import type { Kickable } from './kicker.js';
import { Kicker } from './kicker.js';

/** A run that notes when it is sent. */
class FakeRun implements Kickable {
  readonly sentAt: number[] = [];

  constructor(
    readonly ticker: FakeTicker,
    readonly all: number[] = [],
  ) {}

  send(): boolean {
    this.sentAt.push(this.ticker.now());
    this.all.push(this.ticker.now());
    return false;
  }
}

/** The most that were sent within any one second. */
function mostPerSecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length));
}

describe('Kicker', () => {
  it('sends the first change at once, and what follows a little later together', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const run = new FakeRun(ticker);
    for (let i = 0; i < 5; i++) kicker.mark(run);
    expect(run.sentAt).toEqual([0]);
    ticker.pass(100);
    expect(run.sentAt).toHaveLength(2);
    expect(run.sentAt[1]).toBeLessThan(20);
  });

  it('sends what is in a hurry at once, while others wait for their frames', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const [run, news] = [new FakeRun(ticker), new FakeRun(ticker)];
    kicker.hurry(news);
    for (let i = 0; i < 2; i++) kicker.mark(run);
    kicker.hurry(news);
    expect(news.sentAt).toEqual([0, 0]);
    expect(run.sentAt).toEqual([0]);
    ticker.pass(100);
    expect(news.sentAt).toHaveLength(2);
    expect(run.sentAt).toHaveLength(2);
  });

  it('keeps to 300 messages a second, however many are in a hurry', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const news = new FakeRun(ticker);
    for (let i = 0; i < 3000; i++) {
      kicker.hurry(news);
      ticker.pass(1);
    }
    expect(news.sentAt.filter((time) => time >= 1000 && time < 2000).length).toBeLessThanOrEqual(301);
  });

  it('sends nothing when nothing changed', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    void kicker.flush();
    ticker.pass(1000);
    const run = new FakeRun(ticker);
    kicker.mark(run);
    ticker.pass(1000);
    expect(run.sentAt).toEqual([1000]);
  });

  it('sends a busy run at most 60 times a second, and not much less', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const run = new FakeRun(ticker);
    for (let i = 0; i < 3000; i++) {
      kicker.mark(run);
      ticker.pass(1);
    }
    expect(mostPerSecond(run.sentAt)).toBeLessThanOrEqual(61);
    expect(run.sentAt.length).toBeGreaterThan(2.5 * 58);
  });

  it.each([
    ['together', 1, 0],
    ['in turns', 20, 1],
  ])('sends 30 runs that change %s at most 300 times a second in all', (_, every, offset) => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const all: number[] = [];
    const runs = Array.from({ length: 30 }, () => new FakeRun(ticker, all));
    for (let time = 0; time < 4000; time++) {
      runs.forEach((run, i) => {
        if ((time + i * offset) % every === 0) kicker.mark(run);
      });
      ticker.pass(1);
    }
    // The first change of each is sent at once.
    expect(mostPerSecond(all)).toBeLessThanOrEqual(300 + runs.length);
    expect(all.length).toBeGreaterThan(4 * 200);
    for (const { sentAt } of runs) expect(sentAt.length).toBeGreaterThan(10);
  });

  it('loses no change: the last is sent in the end', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const runs = Array.from({ length: 10 }, () => new FakeRun(ticker));
    for (const run of runs) kicker.mark(run);
    ticker.pass(5);
    for (const run of runs) kicker.mark(run);
    const marked = ticker.now();
    ticker.pass(500);
    for (const { sentAt } of runs) expect(sentAt.at(-1)).toBeGreaterThan(marked);
  });

  it.each([0, 1])('a thousand short runs do not trip the limit of the server (%i ms each)', async (each) => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const all: number[] = [];
    const runs = Array.from({ length: 1000 }, () => new FakeRun(ticker, all));
    for (const run of runs) {
      kicker.mark(run);
      ticker.pass(each);
      kicker.mark(run);
      void kicker.flush();
    }
    let flushed = false;
    void kicker.flush().then(() => (flushed = true));
    ticker.pass(20_000);
    await Promise.resolve();
    expect(flushed).toBe(true);
    for (const { sentAt } of runs) expect(sentAt.length).toBeGreaterThan(0);
    expect(mostPerSecond(all)).toBeLessThanOrEqual(401);
  });

  it('waits for those who say that they cannot take more, except at the end', async () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const run = Object.assign(new FakeRun(ticker), { pause: () => pause });
    let pause = 1000;
    kicker.mark(run);
    kicker.mark(run);
    ticker.pass(500);
    expect(run.sentAt).toEqual([0]);
    pause = 10;
    ticker.pass(20);
    expect(run.sentAt).toHaveLength(2);
    pause = 1000;
    kicker.mark(run);
    await kicker.flush();
    expect(run.sentAt).toHaveLength(3);
  });

  it('goes on with whoever has more to send', async () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    let left = 5;
    const run: Kickable = { send: () => --left > 0 };
    kicker.mark(run);
    ticker.pass(40);
    expect(left).toBe(2);
    await kicker.flush();
    expect(left).toBe(0);
  });

  it('flushes what waits', () => {
    const ticker = new FakeTicker();
    const kicker = new Kicker(ticker);
    const run = new FakeRun(ticker);
    kicker.mark(run);
    kicker.mark(run);
    void kicker.flush();
    expect(run.sentAt).toEqual([0, 0]);
    ticker.pass(1000);
    expect(run.sentAt).toHaveLength(2);
  });
});
