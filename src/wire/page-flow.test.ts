import { describe, expect, it } from 'vitest';

import { PageFlow } from './page-flow.js';

const FULL_RATE = 40;
const WAITS = 500;

/** A flow with pages that have taken everything up to frame 1. */
function flowWith(...pages: string[]): PageFlow {
  const flow = new PageFlow();
  flow.sent(1, 0, 0);
  for (const page of pages) take(flow, page, 1, 0);
  return flow;
}

function take(flow: PageFlow, page: string, seq: number, now: number): void {
  flow.take({ kind: 'taken', page, seq }, now);
}

/** Sends frames, each of so many rows; returns the numbers of those that ask. */
function send(flow: PageFlow, from: number, to: number, now: (seq: number) => number, rows = 1): number[] {
  const asking: number[] = [];
  for (let seq = from; seq <= to; seq++) if (flow.sent(seq, rows, now(seq))) asking.push(seq);
  return asking;
}

/** Sixty frames a second. */
const steadily = (seq: number): number => Math.round((seq * 1000) / 60);

describe('PageFlow', () => {
  it('lets frames follow ten times a second while no page is heard, and at the full rate when one is', () => {
    const flow = flowWith();
    expect(flow.pause(0)).toBe(100);
    take(flow, 'a', 1, 10);
    expect(flow.pause(10)).toBeLessThan(FULL_RATE);
  });

  it.each([
    [1, 8],
    [49, 8],
    [51, 32],
    [500, 32],
  ])('sends %s rows a millisecond every %s ms', (rate, expected) => {
    const flow = flowWith('a');
    let now = 0;
    for (let seq = 2; seq < 50; seq++) {
      const pause = flow.pause(now);
      now += pause;
      flow.sent(seq, rate * pause, now);
      take(flow, 'a', seq, now);
    }
    expect(flow.pause(now)).toBe(expected);
  });

  it('asks with every frame while no page is heard, or frames are seldom; every two seconds in a steady flow', () => {
    expect(send(flowWith(), 2, 4, steadily)).toEqual([2, 3, 4]);
    expect(send(flowWith('a'), 2, 4, (seq) => seq * 300)).toEqual([2, 3, 4]);
    const flow = flowWith('a');
    const asking = send(flow, 2, 400, (seq) => {
      if (seq % 5 === 0) take(flow, 'a', seq - 1, steadily(seq));
      return steadily(seq);
    });
    expect(asking).toEqual([120, 240, 360]);
  });

  it('asks when many rows are under way, and waits at many more', () => {
    const flow = flowWith('a');
    expect(send(flow, 2, 6, () => 10, 20_000)).toEqual([4]);
    expect(flow.pause(10)).toBeLessThan(FULL_RATE);
    send(flow, 7, 7, () => 10, 20_000);
    expect(flow.pause(10)).toBeGreaterThan(WAITS);
    take(flow, 'a', 3, 20);
    expect(flow.pause(20)).toBeLessThan(FULL_RATE);
  });

  it('lets six frames be under way to a page that answered late, until it answers in time', () => {
    const flow = flowWith('a');
    send(flow, 2, 120, steadily);
    take(flow, 'a', 120, 2160);
    expect(send(flow, 121, 126, () => 2170)).toEqual([123, 126]);
    expect(flow.pause(2170)).toBeGreaterThan(WAITS);
    take(flow, 'a', 123, 2200);
    expect(flow.pause(2200)).toBeLessThan(FULL_RATE);
    send(flow, 127, 140, () => 2210);
    take(flow, 'a', 126, 2220);
    expect(flow.pause(2220)).toBeLessThan(FULL_RATE);
  });

  it.each([300, 900, 1500, 3000, 10_000])('sends little to a page that answers after %s ms', (late) => {
    const flow = flowWith('a');
    const answers: { at: number; seq: number }[] = [];
    let [seq, sent] = [1, 0];
    for (let now = 0, due = 0; now < 60_000; now += 4) {
      while (answers[0] && answers[0].at <= now) take(flow, 'a', answers.shift()?.seq ?? 0, now);
      if (now < due + flow.pause(now)) continue;
      seq += 1;
      due = now;
      if (now > 30_000) sent += 1;
      if (flow.sent(seq, 8, now)) answers.push({ at: now + late, seq });
    }
    expect(sent / 30).toBeLessThan(25);
  });

  it('goes by the slowest page, and gives up one that has not answered for a second', () => {
    const flow = flowWith('slow', 'quick');
    const asking = send(flow, 2, 10, () => 10, 20_000);
    expect(asking).toEqual([4, 7, 10]);
    take(flow, 'quick', 10, 20);
    expect(flow.pause(20)).toBeGreaterThan(WAITS);
    expect(flow.isBehind(900)).toBe(true);
    expect(flow.pause(1011)).toBeLessThan(FULL_RATE);
    expect(flow.isBehind(1011)).toBe(false);
    take(flow, 'slow', 3, 1100);
    expect(flow.isBehind(1100)).toBe(true);
  });

  it('never gives up a page that has answered every question', () => {
    const flow = flowWith('a');
    flow.sent(2, 1, 60_000);
    expect(flow.pause(60_900)).toBeLessThan(FULL_RATE);
    expect(flow.isBehind(60_900)).toBe(true);
  });

  it('goes on as without pages when all are given up', () => {
    const flow = flowWith('a');
    send(flow, 2, 7, () => 0, 20_000);
    expect(flow.pause(1001)).toBe(100);
  });

  it('believes no page that has more than was sent, and remembers 50 at most', () => {
    const flow = flowWith('a');
    take(flow, 'a', 1e9, 0);
    send(flow, 2, 8, () => 10, 20_000);
    expect(flow.pause(10)).toBeGreaterThan(WAITS);
    for (let i = 0; i < 60; i++) take(flow, `p${i}`, 8, 20);
    expect(flow.isBehind(20)).toBe(false);
  });
});
