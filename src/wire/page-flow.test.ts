import { describe, expect, it } from 'vitest';

import { PageFlow } from './page-flow.js';

const FULL_RATE = 20;

/** A flow with pages that have taken everything up to frame 1. */
function flowWith(...pages: string[]): PageFlow {
  const flow = new PageFlow();
  flow.sent(1, 0);
  for (const page of pages) flow.take({ kind: 'taken', page, seq: 1 }, 0);
  return flow;
}

function send(flow: PageFlow, from: number, to: number, now: number): void {
  for (let seq = from; seq <= to; seq++) flow.sent(seq, now);
}

describe('PageFlow', () => {
  it('lets frames follow ten times a second while no page is heard, and at the full rate when one is', () => {
    const flow = flowWith();
    expect(flow.pause(0)).toBe(100);
    flow.take({ kind: 'taken', page: 'a', seq: 1 }, 10);
    expect(flow.pause(10)).toBeLessThan(FULL_RATE);
  });

  it('waits once some frames are under way, until the page has taken some of them', () => {
    const flow = flowWith('a');
    send(flow, 2, 6, 10);
    expect(flow.pause(10)).toBeLessThan(FULL_RATE);
    send(flow, 7, 7, 20);
    expect(flow.pause(20)).toBeGreaterThan(500);
    flow.take({ kind: 'taken', page: 'a', seq: 4 }, 30);
    expect(flow.pause(30)).toBeLessThan(FULL_RATE);
  });

  it('goes by the slowest page, and gives it up after a second', () => {
    const flow = flowWith('slow', 'quick');
    send(flow, 2, 7, 10);
    flow.take({ kind: 'taken', page: 'quick', seq: 7 }, 20);
    expect(flow.pause(20)).toBeGreaterThan(500);
    expect(flow.isBehind(900)).toBe(true);
    expect(flow.pause(1011)).toBeLessThan(FULL_RATE);
    expect(flow.isBehind(1011)).toBe(false);
    flow.take({ kind: 'taken', page: 'slow', seq: 3 }, 1100);
    expect(flow.isBehind(1100)).toBe(true);
  });

  it('never gives up a page that has everything', () => {
    const flow = flowWith('a');
    flow.sent(2, 60_000);
    expect(flow.pause(60_900)).toBeLessThan(FULL_RATE);
    expect(flow.isBehind(60_900)).toBe(true);
  });

  it('goes on as without pages when all are given up', () => {
    const flow = flowWith('a');
    send(flow, 2, 7, 0);
    expect(flow.pause(1001)).toBe(100);
  });

  it('believes no page that has more than was sent, and remembers 50 at most', () => {
    const flow = flowWith('a');
    flow.take({ kind: 'taken', page: 'a', seq: 1e9 }, 0);
    send(flow, 2, 8, 10);
    expect(flow.pause(10)).toBeGreaterThan(500);
    for (let i = 0; i < 60; i++) flow.take({ kind: 'taken', page: `p${i}`, seq: 8 }, 20);
    expect(flow.isBehind(20)).toBe(false);
  });
});
