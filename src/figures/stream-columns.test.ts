import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { RunColumns } from './run-columns.js';
import type { RowBlock, StreamColumns } from './stream-columns.js';

const rowsOf = (stream: StreamColumns | undefined, field: string): unknown[] =>
  Array.from({ length: stream?.length ?? 0 }, (_, row) => [
    stream?.seqNum.at(row),
    stream?.columns.get(field)?.at(row),
  ]);

function columnsOf(...events: [descriptor: string, seqNum: number, x: unknown][]): RunColumns {
  const run = new RunColumns(startDoc());
  for (const uid of new Set(events.map(([descriptor]) => descriptor))) run.addDescriptor(descriptorDoc(uid, ['x']));
  for (const [descriptor, seqNum, x] of events) run.putEvent(eventDoc(descriptor, seqNum, { x }));
  return run;
}

describe('the rows of a stream', () => {
  it('replace an old one that was taken again after a pause', () => {
    const run = columnsOf(['d', 1, 10], ['d', 2, 20], ['d', 3, 30], ['d', 2, 21], ['d', 3, 31], ['d', 4, 40]);
    expect(rowsOf(run.streams.get('primary'), 'x')).toEqual([
      [1, 10],
      [2, 21],
      [3, 31],
      [4, 40],
    ]);
  });

  it('are marked as taken again if the event is another one', () => {
    const run = columnsOf(['d', 1, 10], ['d', 2, 20]);
    const [first, second] = [eventDoc('d', 1, { x: 10 }), eventDoc('d', 2, { x: 21 }, 300)];
    run.putEvent(first);
    expect([...(run.streams.get('primary')?.retaken ?? [])]).toEqual([]);
    run.putEvent(second);
    run.putEvent(second);
    expect([...(run.streams.get('primary')?.retaken ?? [])]).toEqual([1]);
  });

  it('are told apart by descriptor', () => {
    const run = columnsOf(['a', 1, 10], ['b', 1, 11], ['a', 2, 20], ['a', 1, 12], ['b', 1, 13]);
    expect(rowsOf(run.streams.get('primary'), 'x')).toEqual([
      [1, 12],
      [1, 13],
      [2, 20],
    ]);
  });

  it.each([[[3, 4, 5, 3]], [[1, 3, 2, 3, 1]], [[2, 1, 2, 3, 1]], [[1, 1.5, 2, 1.5]], [[0, 5, 1, 5, 0]]])(
    'come in any order of numbers: %j',
    (order) => {
      const run = columnsOf(...order.map((seqNum, i): [string, number, number] => ['d', seqNum, i]));
      const last = new Map(order.map((seqNum, i) => [seqNum, i]));
      expect(rowsOf(run.streams.get('primary'), 'x')).toEqual(
        [...new Set(order)].map((seqNum) => [seqNum, last.get(seqNum)]),
      );
    },
  );

  it('keep their place when the descriptors take turns', () => {
    const run = columnsOf(['a', 1, 1], ['b', 1, 2], ['a', 2, 3], ['b', 2, 4], ['a', 2, 5], ['b', 2, 6]);
    expect(rowsOf(run.streams.get('primary'), 'x')).toEqual([
      [1, 1],
      [1, 2],
      [2, 5],
      [2, 6],
    ]);
  });
});

describe('a block of rows', () => {
  /** A block with these numbers, whose values are ten times as much. */
  const blockOf = (...numbers: number[]): RowBlock => {
    const values = Float64Array.from(numbers, (each) => 10 * each);
    return { seqNum: Float64Array.from(numbers), time: Float64Array.from(numbers), cells: new Map([['x', values]]) };
  };

  it.each([
    ['that follow one another', [1, 2, 3]],
    ['with gaps', [1, 4, 9]],
    ['in any order', [9, 1, 4]],
  ])('has numbers %s; rows that come later replace or follow them', (_, numbers) => {
    const run = columnsOf();
    run.addDescriptor(descriptorDoc('d', ['x']));
    const stream = run.streamOf(0);
    stream.putBlock(0, blockOf(...numbers));
    const [first = 0] = numbers;
    run.putEvent(eventDoc('d', first, { x: -1 }));
    stream.putBlock(0, blockOf(20, 21));
    run.putEvent(eventDoc('d', 21, { x: -2 }));
    const expected = new Map([...numbers, 20, 21].map((each): [number, number] => [each, 10 * each]));
    expected.set(first, -1).set(21, -2);
    expect(rowsOf(stream, 'x')).toEqual([...expected]);
  });

  it('is not needed any more once its rows are there', () => {
    const run = columnsOf();
    run.addDescriptor(descriptorDoc('d', ['x']));
    const block = blockOf(1, 4, 9);
    run.streamOf(0).putBlock(0, block);
    block.seqNum.fill(7);
    run.putEvent(eventDoc('d', 4, { x: -1 }));
    expect(rowsOf(run.streamOf(0), 'x')).toEqual([
      [1, 10],
      [4, -1],
      [9, 90],
    ]);
  });

  it('is what was put last: nothing of it has replaced anything', () => {
    const run = columnsOf(['d', 1, 1], ['d', 1, 2]);
    const stream = run.streamOf(0);
    expect([stream.lastRow, stream.replaced?.value('x')]).toEqual([0, 1]);
    stream.putBlock(0, blockOf(2, 3));
    expect([stream.lastRow, stream.replaced]).toEqual([2, undefined]);
  });

  it('may repeat its own numbers', () => {
    const stream = new RunColumns(startDoc()).streamOf(0);
    stream.addColumn('x');
    stream.putBlock(0, blockOf(1, 3, 3, 2));
    stream.putBlock(0, blockOf(3, 4));
    expect(rowsOf(stream, 'x')).toEqual([
      [1, 10],
      [3, 30],
      [2, 20],
      [4, 40],
    ]);
  });
});

describe('RunColumns', () => {
  it('keeps only the fields that are wanted', () => {
    const run = new RunColumns(startDoc(), new Set(['x']));
    run.addDescriptor(descriptorDoc('d', ['x', 'y']));
    expect([...(run.streams.get('primary')?.columns.keys() ?? [])]).toEqual(['x']);
  });

  it('keeps a wanted field that only the events have', () => {
    const run = new RunColumns(startDoc(), new Set(['x', 'ratio']));
    run.addDescriptor(descriptorDoc('d', ['x', 'y']));
    run.putEvent(eventDoc('d', 1, { x: 1, y: 2 }));
    run.putEvent(eventDoc('d', 2, { x: 3, y: 4, ratio: 0.75, other: 5 }));
    const columns = run.streams.get('primary')?.columns;
    expect([...(columns?.keys() ?? [])]).toEqual(['x', 'ratio']);
    expect([0, 1].map((row) => columns?.get('ratio')?.at(row))).toEqual([undefined, 0.75]);
  });

  it('passes over events of a descriptor that never came', () => {
    const run = new RunColumns(startDoc());
    expect(run.putEvent(eventDoc('unknown', 1, { x: 1 }))).toBeUndefined();
    expect(run.streams.size).toBe(0);
  });

  it('takes a descriptor once', () => {
    const run = new RunColumns(startDoc());
    expect(run.addDescriptor(descriptorDoc('d', ['x']))).toBe(true);
    const revision = run.revision;
    expect(run.addDescriptor(descriptorDoc('d', ['x']))).toBe(false);
    expect([run.descriptors.length, run.revision]).toEqual([1, revision]);
  });

  it('gives a field that begins late no values before', () => {
    const run = columnsOf(['a', 1, 10]);
    run.addDescriptor(descriptorDoc('b', ['x', 'y']));
    run.putEvent(eventDoc('b', 1, { x: 11, y: 5 }));
    expect(rowsOf(run.streams.get('primary'), 'y')).toEqual([
      [1, undefined],
      [1, 5],
    ]);
  });

  it('has no value where it is stored elsewhere or missing', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x', 'image']));
    run.putEvent({ ...eventDoc('d', 1, { x: 1, image: 'datum-1' }), filled: { image: false } });
    run.putEvent(eventDoc('d', 2, { image: 3 }));
    expect(rowsOf(run.streams.get('primary'), 'image')).toEqual([
      [1, undefined],
      [2, 3],
    ]);
    expect(rowsOf(run.streams.get('primary'), 'x')).toEqual([
      [1, 1],
      [2, undefined],
    ]);
  });

  it.each([
    [undefined, true],
    [true, true],
    ['datum-1', true],
    [false, false],
    ['', false],
    [null, false],
  ])('which filled: %s tells', (filled, isThere) => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['x']));
    run.putEvent({ ...eventDoc('d', 1, { x: 1 }), filled: { x: filled } as Record<string, boolean> });
    expect(rowsOf(run.streams.get('primary'), 'x')).toEqual([[1, isThere ? 1 : undefined]]);
  });

  it('never takes a value from the prototype', () => {
    const run = new RunColumns(startDoc());
    run.addDescriptor(descriptorDoc('d', ['toString']));
    run.putEvent(eventDoc('d', 1, {}));
    expect(rowsOf(run.streams.get('primary'), 'toString')).toEqual([[1, undefined]]);
  });

  it('grows its revision with every change', () => {
    const run = columnsOf(['d', 1, 10]);
    const before = run.revision;
    run.putEvent(eventDoc('d', 1, { x: 11 }));
    expect(run.revision).toBeGreaterThan(before);
  });
});
