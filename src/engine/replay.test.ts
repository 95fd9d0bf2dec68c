import { describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { Named } from '../documents/index.js';
import { replay } from './replay.js';

const RECORDED: Named[] = [
  ['start', startDoc()],
  ['descriptor', descriptorDoc('d', ['x'])],
  ['event', eventDoc('d', 1, { x: 1 })],
  ['event', eventDoc('d', 2, { x: 2 })],
  ['stop', stopDoc()],
];

describe('replay', () => {
  it('gives all documents in order', async () => {
    const collector = new DocumentCollector();
    await replay(RECORDED, collector);
    expect(collector.documents).toEqual(RECORDED);
  });

  it('takes callbacks in every form', async () => {
    const seen: unknown[] = [];
    await replay(RECORDED, { event: (_name, doc) => seen.push(doc.seq_num) });
    expect(seen).toEqual([1, 2]);
  });

  it('waits before each event, and for callbacks', async () => {
    const times: number[] = [];
    const slow = async (name: string, _doc: unknown): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (name === 'event') times.push(performance.now());
    };
    const began = performance.now();
    await replay(RECORDED, slow, { delay: 0.02 });
    expect((times[0] as number) - began).toBeGreaterThan(15);
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThan(15);
  });

  it('lets others have their turn in a long one', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const events = Array.from({ length: 20_000 }, (_, i): Named => ['event', eventDoc('d', i, {})]);
    await replay(events, (_name, doc) => JSON.stringify(doc));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it('fails with a callback that raises', async () => {
    const fail = (): never => {
      throw new Error('no ink');
    };
    await expect(replay(RECORDED, fail)).rejects.toThrow('no ink');
  });
});
