import { describe, expect, it } from 'vitest';

import { consoleWarnings } from '../../../tests/instruments/console-warnings.js';
import { DocumentCollector } from '../../../tests/instruments/document-collector.js';
import { FakeFlyer, numbers, PageFlyer, partialEvent, StreamDetector } from '../../../tests/instruments/fake-flyers.js';
import { closeRun, openRun, triggerAndRead } from '../../plans/stubs.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import { RunEngine } from '../run-engine.js';

const warnings = consoleWarnings();

/** The documents of a run with these messages in it, and what they gave to the plan. */
async function run(
  ...messages: (Msg | Plan<unknown>)[]
): Promise<{ documents: DocumentCollector; answers: unknown[] }> {
  const RE = new RunEngine();
  const documents = new DocumentCollector();
  const answers: unknown[] = [];
  RE.subscribe(documents);
  function* plan(): Plan {
    yield* openRun();
    for (const each of messages) answers.push(each instanceof Msg ? yield each : yield* each);
    yield* closeRun();
  }
  await RE(plan());
  return { documents, answers };
}

const collect = (flyer: unknown, kwargs: Record<string, unknown> = {}, others: unknown[] = []): Msg =>
  new Msg('collect', flyer, others, kwargs);

const declare = (name: string, ...devices: unknown[]): Msg =>
  new Msg('declare_stream', null, devices, { name, collect: true });

function twoStreams(): FakeFlyer {
  const flyer = new FakeFlyer('flyer', { fast: numbers('x'), slow: numbers('t', 'p') });
  flyer.events = [{ x: 1 }, { t: 300, p: 1 }, { x: 2 }, { x: 3 }].map((data) => partialEvent(data as never));
  return flyer;
}

describe('a flyer', () => {
  it('is begun, completed and collected; each of its streams gets a page', async () => {
    const flyer = twoStreams();
    const { documents, answers } = await run(
      new Msg('kickoff', flyer, [1, 2], { group: 'g' }),
      new Msg('wait', null, ['g']),
      new Msg('complete', flyer, [], { group: 'g' }),
      new Msg('wait', null, ['g']),
      collect(flyer),
    );
    expect(flyer.calls).toEqual(['kickoff 1 2', 'complete', 'describe']);
    expect(documents.names).toEqual(['start', 'descriptor', 'descriptor', 'event_page', 'event_page', 'stop']);
    expect(documents.of('descriptor').map(({ name, object_keys }) => [name, object_keys])).toEqual([
      ['fast', { flyer: ['x'] }],
      ['slow', { flyer: ['t', 'p'] }],
    ]);
    const [fast, slow] = documents.of('event_page');
    expect(fast).toMatchObject({
      seq_num: [1, 2, 3],
      data: { x: [1, 2, 3] },
      timestamps: { x: [8, 8, 8] },
      filled: {},
    });
    expect(slow).toMatchObject({ seq_num: [1], data: { t: [300], p: [1] } });
    // The flyer's own time is not the event's, as in Python.
    expect(fast?.time).not.toContain(7);
    expect(documents.of('stop')[0]?.num_events).toEqual({ fast: 3, slow: 1 });
    expect(answers.at(-1)).toHaveLength(4);
  });

  it('goes on with its numbers when it is collected again, without another descriptor', async () => {
    const flyer = twoStreams();
    const again = (function* (): Plan {
      flyer.events = [partialEvent({ x: 4 })];
      yield collect(flyer);
    })();
    const { documents } = await run(collect(flyer), again);
    expect(documents.names.filter((name) => name === 'descriptor')).toHaveLength(2);
    expect(documents.of('event_page').map(({ seq_num }) => seq_num)).toEqual([[1, 2, 3], [1], [4]]);
  });

  it('may keep to itself what it gave, and give nothing', async () => {
    const { documents, answers } = await run(
      collect(twoStreams(), { return_payload: false }),
      collect(new FakeFlyer('idle', { idle: numbers('y') })),
    );
    expect(answers).toEqual([undefined, []]);
    expect(documents.of('event_page')).toHaveLength(2);
  });

  it('may give pages, later', async () => {
    const flyer = new PageFlyer('pages', { primary: numbers('x') });
    flyer.pages = [
      { data: { x: [1, 2] }, timestamps: { x: [1, 1] } },
      { data: { x: [3] }, timestamps: { x: [1] } },
    ];
    const { documents } = await run(collect(flyer));
    expect(documents.of('event_page').map(({ seq_num, data }) => [seq_num, data])).toEqual([
      [[1, 2], { x: [1, 2] }],
      [[3], { x: [3] }],
    ]);
  });

  it('with one stream of fields is collected into the stream that was declared for it', async () => {
    const flyer = new FakeFlyer('flyer', numbers('x'));
    flyer.events = [partialEvent({ x: 1 })];
    const { documents } = await run(declare('main', flyer), collect(flyer, { name: 'main' }), collect(flyer));
    expect(documents.names).toEqual(['start', 'descriptor', 'event_page', 'stop']);
    expect(documents.of('descriptor')[0]).toMatchObject({ name: 'main', data_keys: { x: { object_name: 'flyer' } } });
  });

  it('that is left uncollected is collected at the end, however the plan ends', async () => {
    const RE = new RunEngine();
    const documents = new DocumentCollector();
    RE.subscribe(documents);
    function* plan(): Plan {
      yield* openRun();
      yield new Msg('kickoff', twoStreams());
      throw new Error('beam lost');
    }
    await expect(RE(plan())).rejects.toThrow('beam lost');
    expect(documents.names).toEqual(['start', 'descriptor', 'descriptor', 'event_page', 'event_page', 'stop']);
  });

  it('with two ways to give events is taken at its pages, which is said', async () => {
    const flyer = Object.assign(new PageFlyer('both', { primary: numbers('x') }), { collect: () => [] });
    flyer.pages = [{ data: { x: [1] }, timestamps: { x: [1] } }];
    const { documents } = await run(collect(flyer));
    expect(documents.of('event_page')).toHaveLength(1);
    expect(warnings.splice(0).join()).toMatch(/^both has both collect\(\) and collectPages\(\)/);
  });

  it.each<[string, () => (Msg | Plan<unknown>)[], RegExp]>([
    ['event by event', () => [collect(twoStreams(), { stream: true })], /no longer supported/],
    ['that is none', () => [collect({ name: 'x' })], /^x cannot be used in 'collect': .*describeCollect/],
    [
      'into a stream that was not declared',
      () => [collect(twoStreams(), { name: 'main' })],
      /^The stream 'main' was not declared for flyer/,
    ],
    ['that gives bare fields undeclared', () => [collect(new FakeFlyer('f', numbers('x')))], /declare its stream/],
    [
      'that has a field in two streams',
      () => [collect(new FakeFlyer('f', { a: numbers('x'), b: numbers('x') }))],
      /identical data keys in multiple streams: f has 'x' in 'a' and in 'b'/,
    ],
    [
      'whose events have other fields than it says',
      () => {
        const flyer = twoStreams();
        flyer.events = [partialEvent({ x: 1, t: 2 })];
        return [collect(flyer)];
      },
      /flyer gave an event with the fields x, t/,
    ],
    [
      'together with another, undeclared',
      () => [collect(new StreamDetector('a'), {}, [new StreamDetector('b')])],
      /To collect a, b together, declare a stream/,
    ],
    [
      'declared for two streams without a name',
      () => {
        const flyer = new FakeFlyer('f', numbers('x'));
        return [declare('a', flyer), declare('b', flyer), collect(flyer)];
      },
      /The streams a, b are declared for f/,
    ],
    [
      'that describes another stream than is declared',
      () => [declare('main', twoStreams())],
      /gives the streams fast, slow, but 'main' was declared/,
    ],
  ])('is refused %s, and the run says why', async (_, messages, text) => {
    await expect(run(...messages())).rejects.toThrow(text);
  });

  it.each(['kickoff', 'collect'])('needs a run for %s', async (command) => {
    const failed = new RunEngine()([new Msg(command, twoStreams())]);
    await expect(failed).rejects.toThrow(`A '${command}' message was sent but no run is open.`);
  });
});

describe('detectors that stream their values', () => {
  it('are collected together as far as all have come; numbers go on by frames', async () => {
    const [a, b] = [new StreamDetector('a'), new StreamDetector('b')];
    const more = (function* (): Plan {
      [a.frames, b.frames] = [3, 2];
      yield collect(a, { name: 'main' }, [b]);
      [a.frames, b.frames] = [5, 5];
      yield collect(a, { name: 'main' }, [b]);
    })();
    const { documents } = await run(declare('main', a, b), more);
    expect(documents.names).toEqual([
      ...['start', 'descriptor', 'stream_resource', 'stream_datum', 'stream_resource', 'stream_datum'],
      ...['stream_datum', 'stream_datum', 'stop'],
    ]);
    const [{ uid: descriptor } = { uid: '' }] = documents.of('descriptor');
    const [start] = documents.of('start');
    expect(documents.of('stream_resource').map(({ data_key, run_start }) => [data_key, run_start])).toEqual([
      ['a', start?.uid],
      ['b', start?.uid],
    ]);
    expect(documents.of('stream_datum').map(({ indices, seq_nums }) => [indices, seq_nums])).toEqual([
      [
        { start: 0, stop: 2 },
        { start: 1, stop: 3 },
      ],
      [
        { start: 0, stop: 2 },
        { start: 1, stop: 3 },
      ],
      [
        { start: 2, stop: 5 },
        { start: 3, stop: 6 },
      ],
      [
        { start: 2, stop: 5 },
        { start: 3, stop: 6 },
      ],
    ]);
    expect(documents.of('stream_datum').every((datum) => datum.descriptor === descriptor)).toBe(true);
    expect(documents.of('stop')[0]?.num_events).toEqual({ main: 5 });
  });

  it('are read step by step, a frame an event', async () => {
    const detector = new StreamDetector('cam');
    const { documents } = await run(triggerAndRead([detector]), triggerAndRead([detector]));
    expect(documents.names).toEqual([
      ...['start', 'descriptor', 'stream_resource', 'stream_datum', 'event', 'stream_datum', 'event', 'stop'],
    ]);
    expect(documents.of('event').map(({ data, filled }) => [data, filled])).toEqual([
      [{}, {}],
      [{}, {}],
    ]);
    expect(documents.of('stream_datum')[1]).toMatchObject({
      indices: { start: 1, stop: 2 },
      seq_nums: { start: 2, stop: 3 },
    });
  });

  it('must not have two frames in one event', async () => {
    const detector = new StreamDetector('cam');
    detector.frames = 1;
    await expect(run(triggerAndRead([detector]))).rejects.toThrow(/of 2 frames for one event of the stream 'primary'/);
  });

  it('must give a frame for each field of their stream', async () => {
    const [a, b] = [new StreamDetector('a'), new StreamDetector('b')];
    for (const detector of [a, b]) detector.trigger();
    b.collectAssetDocs = function* () {};
    const failed = run(declare('main', a, b), collect(a, { name: 'main' }, [b]));
    await expect(failed).rejects.toThrow(/stream_datum for a, but none for b/);
  });
});
