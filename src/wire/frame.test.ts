import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { RunColumns } from '../figures/index.js';
import type { StreamColumns } from '../figures/index.js';
import { FrameError } from './check-frame.js';
import { applyFrame, encodeFrame, frameMessage, wholeOf as wholeRun } from './frame.js';
import type { EncodedFrame, FrameBody } from './frame.js';

/** Everything of a run as one frame. */
function wholeOf(run: RunColumns): EncodedFrame {
  return encodeFrame(wholeRun(run));
}

/** The run that a page makes of a frame, whose JSON part went through text. */
function received({ body, buffers }: EncodedFrame): RunColumns {
  const run = new RunColumns(startDoc(), new Set());
  applyFrame(run, JSON.parse(JSON.stringify(body)) as FrameBody, buffers);
  return run;
}

/** All cells of all streams. */
function cellsOf(run: RunColumns): unknown {
  return Object.fromEntries(
    Array.from(run.streams.values(), (stream) => [
      stream.name,
      Array.from({ length: stream.length }, (_, row) => ({
        key: [stream.owners.at(row), stream.seqNum.at(row), stream.time.at(row)],
        ...Object.fromEntries(Array.from(stream.columns, ([field, column]) => [field, column.at(row)])),
      })),
    ]),
  );
}

function runOf(...values: unknown[]): RunColumns {
  const run = new RunColumns(startDoc());
  run.addDescriptor(descriptorDoc('a', ['x', 'y']));
  values.forEach((x, i) => run.putEvent(eventDoc('a', i + 1, x === undefined ? { y: i } : { x, y: i })));
  return run;
}

describe('a frame', () => {
  it.each([
    [[1, 2.5, -0, NaN, Infinity]],
    [[1, 'off', true, null, [1, NaN]]],
    [[1, undefined, 3]],
    [[2n ** 70n, 7]],
    [[{ a: -Infinity }]],
    [[]],
  ])('brings the values of a run: %#', (values) => {
    const run = runOf(...values);
    expect(cellsOf(received(wholeOf(run)))).toEqual(cellsOf(run));
  });

  it('brings descriptors that take turns, late columns, and the end', () => {
    const run = runOf(1, 2);
    run.addDescriptor(descriptorDoc('b', ['x', 'z']));
    run.addDescriptor(descriptorDoc('c', ['w'], { name: 'baseline' }));
    run.putEvent(eventDoc('b', 1, { x: 3, z: 'late' }));
    run.putEvent(eventDoc('a', 3, { x: 4, y: 5 }));
    run.putEvent(eventDoc('c', 1, { w: 9 }));
    run.putStop(stopDoc());
    const page = received(wholeOf(run));
    expect(cellsOf(page)).toEqual(cellsOf(run));
    expect(page.descriptors).toEqual(run.descriptors);
    expect(page.stop).toEqual(run.stop);
  });

  it('sends numbers as doubles beside the JSON', () => {
    const { body, buffers } = wholeOf(runOf(1, 2, 3));
    expect(body.rows[0]?.columns.map(({ values }) => Array.isArray(values))).toEqual([false, false]);
    expect(buffers.map((each) => Array.from(each))).toContainEqual([1, 2, 3]);
  });

  it('is a copy: later rows do not change it', () => {
    const run = runOf(1, 2);
    const frame = wholeOf(run);
    run.putEvent(eventDoc('a', 1, { x: 100, y: 100 }));
    expect(received(frame).streams.get('primary')?.columns.get('x')?.at(0)).toBe(1);
  });

  it.each([0, 1, 4, 7])('is read from bytes at any offset (%s)', (offset) => {
    const { body, buffers } = wholeOf(runOf(1.5, 2.5));
    const moved = buffers.map((doubles) => {
      const room = new Uint8Array(doubles.byteLength + 16);
      room.set(new Uint8Array(doubles.buffer, doubles.byteOffset, doubles.byteLength), offset);
      return new DataView(room.buffer, offset, doubles.byteLength);
    });
    const run = new RunColumns(startDoc(), new Set());
    applyFrame(run, body, moved);
    expect(cellsOf(run)).toEqual(cellsOf(runOf(1.5, 2.5)));
  });

  it('tells which rows were taken again, in any cut; what is only repeated was not', () => {
    const run = runOf(1, 2, 3, 4);
    run.putEvent(eventDoc('a', 2, { x: 5 }, 300));
    run.putEvent(eventDoc('a', 4, { x: 6 }, 301));
    const retaken = ({ streams }: RunColumns): unknown[] => [...(streams.get('primary')?.retaken ?? [])];
    expect(retaken(received(wholeOf(run)))).toEqual([1, 3]);
    const page = received(wholeOf(runOf(1, 2, 3, 4)));
    expect(retaken(page)).toEqual([]);
    const stream = run.streams.get('primary') as StreamColumns;
    const some = [
      { from: 0, to: 1 },
      { from: 3, to: 4 },
    ];
    const cut = encodeFrame({ descriptors: [], rows: new Map([[stream, some]]), stop: undefined });
    applyFrame(page, cut.body, cut.buffers);
    expect(retaken(page)).toEqual([3]);
  });

  it('carries the number of the protocol', () => {
    const { body } = wholeOf(runOf(1));
    expect(frameMessage(7, body)).toEqual({ kind: 'frame', wire: 1, seq: 7, pad: ' ', body });
  });

  it('differs in length from the one before with as many rows', () => {
    const { body } = wholeOf(runOf(1));
    const lengths = [6, 7, 8].map((seq) => JSON.stringify(frameMessage(seq, body)).length);
    expect(lengths[1]).not.toBe(lengths[0]);
    expect(lengths[2]).not.toBe(lengths[1]);
  });

  const whole = wholeOf(runOf(1, 2));
  const chunk = whole.body.rows[0] as FrameBody['rows'][number];
  const spoiled = (change: object): unknown => ({ ...whole.body, rows: [{ ...chunk, ...change }] });

  it.each([
    ['no body', null, whole.buffers],
    ['a body that is no object', 3, whole.buffers],
    ['no rows', { ...whole.body, rows: undefined }, whole.buffers],
    ['descriptors that are no list', { ...whole.body, descriptors: {} }, whole.buffers],
    ['a descriptor without fields', { ...whole.body, descriptors: [{ uid: 'a' }] }, whole.buffers],
    ['a row chunk that is nothing', { ...whole.body, rows: [null] }, whole.buffers],
    ['rows of an unknown descriptor', spoiled({ descriptor: 5 }), whole.buffers],
    ['a buffer that did not come', whole.body, whole.buffers.slice(0, 1)],
    ['a buffer of the wrong size', whole.body, whole.buffers.map((each) => each.subarray(1))],
    ['another length', spoiled({ length: 3 }), whole.buffers],
    ['no numbers', spoiled({ seqNum: undefined }), whole.buffers],
    ['no columns', spoiled({ columns: undefined }), whole.buffers],
    ['a column that is nothing', spoiled({ columns: [null] }), whole.buffers],
    ['rows taken again that are no list', spoiled({ retaken: 1 }), whole.buffers],
    ['a row taken again that is not there', spoiled({ retaken: [2] }), whole.buffers],
    ['a list of the wrong length', spoiled({ columns: [{ field: 'x', values: ['only one'] }] }), whole.buffers],
  ])('that is malformed is refused: %s', (_, body, buffers) => {
    const run = new RunColumns(startDoc(), new Set());
    expect(() => applyFrame(run, body as FrameBody, buffers)).toThrow(FrameError);
  });
});
