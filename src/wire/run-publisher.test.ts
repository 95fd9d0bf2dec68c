import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { seededRandom } from '../devices/sim/random.js';
import type { EventDescriptor } from '../documents/index.js';
import type { RunColumns } from '../figures/index.js';
import type { FrameMessage } from './frame.js';
import { RunPublisher } from './run-publisher.js';
import { canRead, parseFrame, RunReceiver } from './run-receiver.js';
import type { ReceivedSnapshot } from './run-receiver.js';

const publisher = (onChange: (ended: boolean) => void = () => {}): RunPublisher =>
  new RunPublisher(startDoc(), onChange);

/** What a page gets: JSON that went through text, and bytes. */
function overTheWire<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}

function frameOf(run: RunPublisher): [FrameMessage, Float64Array[]] {
  const frame = run.takeFrame();
  if (!frame) throw new Error('There was nothing to send.');
  return [overTheWire(frame.message), frame.buffers];
}

function snapshotOf(run: RunPublisher): ReceivedSnapshot {
  const { seq, columns } = run.snapshot();
  return { seq, columns: { body: overTheWire(columns.body), buffers: columns.buffers } };
}

function receiver(ask: () => void = () => {}): RunReceiver {
  return new RunReceiver(overTheWire(startDoc()), ask);
}

/** The rows of a run with those of its fields that have a value. */
function cellsOf(run: RunColumns): unknown {
  return Array.from(run.streams.values(), (stream) => [
    stream.name,
    Array.from({ length: stream.length }, (_, row) => {
      const values = Array.from(stream.columns, ([field, column]) => [field, column.at(row)] as const);
      const known = values.filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
      return [stream.owners.at(row), stream.seqNum.at(row), stream.time.at(row), known];
    }),
  ]).filter(([, rows]) => (rows as unknown[]).length > 0);
}

describe('RunPublisher', () => {
  it('numbers frames, and makes none when nothing is new', () => {
    const run = publisher();
    expect(run.takeFrame()).toBeUndefined();
    run.want(['x']);
    run.descriptor(descriptorDoc('d', ['x']));
    expect(frameOf(run)[0].seq).toBe(1);
    expect(run.takeFrame()).toBeUndefined();
    run.event(eventDoc('d', 1, { x: 1 }));
    expect(frameOf(run)[0].seq).toBe(2);
  });

  it('says once of a document that several callbacks hand over', () => {
    const changes: boolean[] = [];
    const run = publisher((ended) => changes.push(ended));
    const [descriptor, event, stop] = [descriptorDoc('d', ['x']), eventDoc('d', 1, { x: 1 }), stopDoc()];
    for (let i = 0; i < 2; i++) run.descriptor(descriptor);
    for (let i = 0; i < 2; i++) run.event(event);
    for (let i = 0; i < 2; i++) run.stop(stop);
    expect(changes).toEqual([false, false, true]);
  });

  it('keeps what the first callback handed over when the next one has a copy of the event', () => {
    const changes: boolean[] = [];
    const run = publisher((ended) => changes.push(ended));
    run.want(['x', 'ratio']);
    run.descriptor(descriptorDoc('d', ['x', 'y']));
    const event = eventDoc('d', 1, { x: 1, y: 2 });
    run.event({ ...event, data: { ...event.data, ratio: 0.5 } });
    expect(run.contradicts({ ...event }, ['x'])).toBe(false);
    expect(run.contradicts({ ...event }, ['ratio'])).toBe(true);
    run.event({ ...event });
    expect(changes).toEqual([false, false]);
    expect(cellsOf(run.columns)).toEqual([
      [
        'primary',
        [
          [
            0,
            1,
            102,
            [
              ['ratio', 0.5],
              ['x', 1],
            ],
          ],
        ],
      ],
    ]);
  });

  it('sends only fields that somebody wants, each once', () => {
    const run = publisher();
    run.want(['x']);
    run.want(['x', 'nope']);
    run.descriptor(descriptorDoc('d', ['x', 'y']));
    run.event(eventDoc('d', 1, { x: 1, y: 2 }));
    expect(frameOf(run)[0].body.rows[0]?.columns.map(({ field }) => field)).toEqual(['x']);
  });

  it('spreads many rows over frames; the end comes with the last of them', () => {
    const run = publisher();
    run.want(['x']);
    run.descriptor(descriptorDoc('d', ['x']));
    for (let i = 1; i <= 50_000; i++) run.event(eventDoc('d', i, { x: i }));
    run.stop(stopDoc());
    const page = receiver();
    const frames = [1, 2, 3].map(() => frameOf(run));
    expect(frames.map(([{ body }]) => [body.rows[0]?.length, body.stop !== null])).toEqual([
      [20_000, false],
      [20_000, false],
      [10_000, true],
    ]);
    expect(run.takeFrame()).toBeUndefined();
    page.adopt(snapshotOf(publisher()));
    for (const [frame, buffers] of frames) page.take(frame, buffers);
    const doubles = ({ streams }: RunColumns) => streams.get('primary')?.columns.get('x')?.floats?.view();
    expect(doubles(page.columns)).toEqual(Float64Array.from({ length: 50_000 }, (_, at) => at + 1));
  });

  it('sends a row once however often it was replaced in between', () => {
    const run = publisher();
    run.want(['x']);
    run.descriptor(descriptorDoc('d', ['x']));
    run.event(eventDoc('d', 1, { x: 1 }));
    run.event(eventDoc('d', 1, { x: 2 }));
    const [, buffers] = frameOf(run);
    expect(buffers.map((each) => Array.from(each))).toContainEqual([2]);
    expect(buffers.every((each) => each.length === 1)).toBe(true);
  });
});

describe('RunReceiver', () => {
  function threeFrames(): { run: RunPublisher; frames: [FrameMessage, Float64Array[]][] } {
    const run = publisher();
    run.want(['x']);
    run.descriptor(descriptorDoc('d', ['x']));
    const frames = [1, 2, 3].map((i) => {
      run.event(eventDoc('d', i, { x: i }));
      return frameOf(run);
    });
    return { run, frames };
  }

  function fresh(run: RunPublisher, ask?: () => void): RunReceiver {
    const page = receiver(ask);
    page.adopt(snapshotOf(run));
    return page;
  }

  it('drops a frame that it has', () => {
    const page = fresh(publisher());
    const { run, frames } = threeFrames();
    for (const [frame, buffers] of [...frames, ...frames]) page.take(frame, buffers);
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
    expect(page.have).toBe(3);
  });

  it('holds what comes early and asks once for what is missing', () => {
    let asked = 0;
    const page = fresh(publisher(), () => void (asked += 1));
    const { run, frames } = threeFrames();
    const [first, second, third] = frames as [(typeof frames)[0], (typeof frames)[0], (typeof frames)[0]];
    page.take(...third);
    page.take(...second);
    expect([asked, page.have]).toEqual([1, 0]);
    page.take(...first);
    expect(page.have).toBe(3);
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('asks again when no answer comes', () => {
    let asked = 0;
    const page = fresh(publisher(), () => void (asked += 1));
    const { run, frames } = threeFrames();
    page.take(...(frames[2] as (typeof frames)[0]));
    for (let i = 4; i < 200; i++) {
      run.event(eventDoc('d', i, { x: i }));
      page.take(...frameOf(run));
    }
    expect(asked).toBe(4);
    page.adopt(snapshotOf(run));
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('learns by an empty frame that the last one was lost', () => {
    let asked = 0;
    const { run, frames } = threeFrames();
    const page = fresh(publisher(), () => void (asked += 1));
    for (const frame of frames.slice(0, 2)) page.take(...frame);
    const { message, buffers } = run.reminder();
    page.take(overTheWire(message), buffers);
    expect(asked).toBe(1);
    page.adopt(snapshotOf(run));
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('catches up by a state, and goes on with the frames that it holds', () => {
    const page = fresh(publisher());
    const { run, frames } = threeFrames();
    const [, , third] = frames as [unknown, unknown, (typeof frames)[0]];
    page.take(...third);
    run.event(eventDoc('d', 4, { x: 4 }));
    page.adopt(snapshotOf(run));
    expect(page.have).toBe(3);
    page.take(...frameOf(run));
    expect(page.have).toBe(4);
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('keeps what it has against an older state', () => {
    const { run } = threeFrames();
    const old = snapshotOf(publisher());
    const page = fresh(run);
    page.adopt(old);
    expect(page.have).toBe(3);
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('asks again after a frame that it could not read', () => {
    let asked = 0;
    const page = fresh(publisher(), () => void (asked += 1));
    const { run, frames } = threeFrames();
    const [first, second] = frames as [(typeof frames)[0], (typeof frames)[0]];
    expect(() => page.take(first[0], [])).toThrow();
    page.take(...second);
    expect(asked).toBe(1);
    page.adopt(snapshotOf(run));
    expect(cellsOf(page.columns)).toEqual(cellsOf(run.columns));
  });

  it('grows its revision with everything that it takes', () => {
    const { run, frames } = threeFrames();
    const page = fresh(publisher());
    const revisions = [page.columns.revision];
    for (const frame of frames) {
      page.take(...frame);
      revisions.push(page.columns.revision);
    }
    page.adopt(snapshotOf(run));
    revisions.push(page.columns.revision);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  });

  it.each([
    null,
    3,
    {},
    { kind: 'frame', seq: '1', body: {} },
    { kind: 'frame', seq: 1, body: null },
    { kind: 'notice', seq: 1, body: {} },
  ])('takes %j for no frame', (content) => {
    expect(parseFrame(content)).toBeUndefined();
  });

  it('reads versions that it knows', () => {
    expect([1, 0, 2, '1', undefined].map(canRead)).toEqual([true, false, false, false, false]);
  });
});

describe('whatever happens on the way', () => {
  const seed = Math.floor(Math.random() * 2 ** 32);

  it(`a page ends with what the kernel has (seed ${seed})`, () => {
    const random = seededRandom(seed);
    for (let round = 0; round < 60; round++) {
      const { kernel, page } = journey(random);
      expect(cellsOf(page.columns)).toEqual(cellsOf(kernel.columns));
      expect(retakenIn(page.columns)).toEqual(retakenIn(kernel.columns));
      expect(page.columns.descriptors).toEqual(overTheWire(kernel.columns.descriptors));
      expect(page.columns.stop).toEqual(kernel.columns.stop);
    }
  });
});

/** By stream, the rows that were taken again. */
function retakenIn({ streams }: RunColumns): unknown {
  return new Map([...streams].map(([name, { retaken }]) => [name, [...retaken].sort((a, b) => a - b)]));
}

const FIELDS = ['x', 'y', 'z'];
const VALUES: ((random: () => number) => unknown)[] = [
  (random) => random(),
  (random) => random(),
  () => NaN,
  () => 'off',
  () => [1, null],
  () => 2n ** 60n,
  () => undefined,
];

/** A random run whose frames are lost, doubled and late, with states now and then. */
function journey(random: () => number): { kernel: RunPublisher; page: RunReceiver } {
  const below = (n: number): number => Math.floor(random() * n);
  const kernel = publisher();
  let asked = false;
  const page = receiver(() => (asked = true));
  page.adopt(snapshotOf(kernel));
  const underway: [FrameMessage, Float64Array[]][] = [];
  const descriptors: EventDescriptor[] = [];
  kernel.want(['x']);
  for (let step = 0; step < 80; step++) {
    if (descriptors.length === 0 || random() < 0.05) {
      const doc = descriptorDoc(`d${descriptors.length}`, FIELDS, { name: random() < 0.7 ? 'primary' : 'other' });
      descriptors.push(doc);
      kernel.descriptor(doc);
    }
    if (random() < 0.05) kernel.want([FIELDS[below(3)] as string]);
    const data = FIELDS.map((field) => [field, (VALUES[below(VALUES.length)] as (typeof VALUES)[0])(random)] as const);
    const doc = descriptors[below(descriptors.length)] as EventDescriptor;
    const there = Object.fromEntries(data.filter(([, value]) => value !== undefined));
    kernel.event(eventDoc(doc.uid, 1 + below(20), there, below(1000)));
    if (random() < 0.5) {
      const frame = frameOf(kernel);
      if (random() < 0.9) underway.push(frame);
      if (random() < 0.1) underway.push(frame);
    }
    while (underway.length > below(4)) {
      page.take(...(underway.splice(below(underway.length), 1)[0] as (typeof underway)[0]));
    }
    if (asked && random() < 0.5) {
      asked = false;
      page.adopt(snapshotOf(kernel));
    }
  }
  kernel.stop(stopDoc());
  page.take(...frameOf(kernel));
  for (const frame of underway) page.take(...frame);
  if (asked) page.adopt(snapshotOf(kernel));
  return { kernel, page };
}
