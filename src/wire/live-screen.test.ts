import { describe, expect, it } from 'vitest';

import { FakeChannel } from '../../tests/instruments/fake-channel.js';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { FigureSpec, LineSpec, RunColumns, RunFeed } from '../figures/index.js';
import { lineStyle, olderLinesNotice } from '../figures/index.js';
import type { ControlAction, RunControl } from './control.js';
import { Kicker } from './kicker.js';
import type { FigurePlace } from './live-figure.js';
import { LiveScreen } from './live-screen.js';
import { RunReceiver } from './run-receiver.js';
import type { ReceivedSnapshot } from './run-receiver.js';
import type { SavedFigure } from './saved-figure.js';
import { SAVED_FIGURE_MIME } from './versions.js';

/** An engine that notes what it is asked for, and refuses what it is told to. */
class FakeControl implements RunControl {
  readonly asked: [string, ControlAction][] = [];
  state: string | undefined = 'running';
  refusal: string | undefined;
  #listener: (run: string) => void = () => {};

  stateOf(): string | undefined {
    return this.state;
  }

  async command(run: string, action: ControlAction): Promise<void> {
    this.asked.push([run, action]);
    if (this.refusal !== undefined) throw new Error(this.refusal);
    return Promise.resolve();
  }

  onChange(listener: (run: string) => void): void {
    this.#listener = listener;
  }

  becomes(run: string, state: string | undefined): void {
    this.state = state;
    this.#listener(run);
  }
}

function bench(): { screen: LiveScreen; channel: FakeChannel; control: FakeControl; ticker: FakeTicker } {
  const [channel, control, ticker] = [new FakeChannel(), new FakeControl(), new FakeTicker()];
  return { screen: new LiveScreen(channel, control, new Kicker(ticker)), channel, control, ticker };
}

const table = (id: string, run: string): FigureSpec => ({
  kind: 'table',
  id,
  description: 'LiveTable of x',
  run,
  stream: 'primary',
  fields: ['x'],
  minWidth: 12,
  defaultPrec: 3,
  extraPad: 1,
});

const line = (id: string, ...runs: string[]): FigureSpec => ({
  kind: 'line',
  id,
  description: 'LivePlot of x',
  xLabel: '',
  yLabel: 'x',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: runs.map((run) => ({ run, x: 'seq_num', y: 'x', epoch: 'run', label: '1', style: lineStyle({}) })),
});

/** The id of a run's latest model. */
function modelOf(channel: FakeChannel, run: string): string {
  const opened = channel.sent.filter(
    ([kind, id]) => kind === 'open' && id.startsWith('livesky-run-') && id.endsWith(run),
  );
  return opened.at(-1)?.[1] ?? 'none';
}

/** The id of the run's model that was opened last. */
function newestModel(channel: FakeChannel): string {
  const opened = channel.sent.filter(([kind, id]) => kind === 'open' && id.startsWith('livesky-run-'));
  return opened.at(-1)?.[1] ?? 'none';
}

function columnOf({ streams }: RunColumns): unknown[] {
  const stream = streams.get('primary');
  return Array.from({ length: stream?.length ?? 0 }, (_, row) => stream?.columns.get('x')?.at(row));
}

/** Hands over a whole run of some events, to one or to several. */
function record(to: RunFeed | readonly RunFeed[], run: string, events = 1): void {
  const feeds = [to].flat();
  for (const feed of feeds) {
    feed.want(['x']);
    feed.descriptor(descriptorDoc(`${run}-d`, ['x'], { run }));
  }
  for (let i = 1; i <= events; i++) {
    const event = eventDoc(`${run}-d`, i, { x: i });
    for (const feed of feeds) feed.event(event);
  }
}

/** What a page that asks for a run's state finds in its column x. */
function valuesOf(channel: FakeChannel, id: string): unknown[] {
  const state = channel.sources.get(id)?.state() as { start: unknown; snapshot: ReceivedSnapshot };
  const receiver = new RunReceiver(state.start, () => {});
  receiver.adopt(state.snapshot);
  return columnOf(receiver.columns);
}

describe('LiveScreen', () => {
  it('leaves a figure in a form that lasts when its run ends, and again only when it has changed', () => {
    const { screen, channel, ticker } = bench();
    const feed = screen.openRun(startDoc('a'), 't');
    screen.figure(table('t', 'a')).show();
    record(feed, 'a', 3);
    expect(channel.lasting).toEqual([]);
    feed.stop(stopDoc('a'));
    ticker.pass(1);
    expect(channel.lasting.map(({ id, cell }) => [id, cell])).toEqual([['t', 'cell 1']]);
    expect(String(channel.lasting[0]?.bundle['text/plain'])).toContain('3.000');
    void screen.flush();
    expect(channel.lasting).toHaveLength(1);
  });

  it('leaves the figures of a cell that ends as they are then, and puts them right when more comes', () => {
    const { screen, channel, ticker } = bench();
    const feed = screen.openRun(startDoc('a'), 't');
    screen.figure(table('t', 'a')).show();
    record(feed, 'a', 3);
    channel.currentCell = 'cell 2';
    void screen.flush();
    expect(channel.lasting).toEqual([]);
    channel.currentCell = 'cell 1';
    void screen.flush();
    feed.event(eventDoc('a-d', 4, { x: 4 }));
    feed.stop(stopDoc('a'));
    ticker.pass(20_000);
    expect(channel.lasting.map(({ cell }) => cell)).toEqual(['cell 1', 'cell 1']);
    expect(channel.lasting.map(({ bundle }) => String(bundle['text/plain']).includes('4.000'))).toEqual([false, true]);
  });

  it('gives figures less room when several show a run, and pictures when the notebook is full', () => {
    const saved = (limits: { perRun: number; perNotebook: number }, ids: string[]): number[] => {
      const { screen, channel, ticker } = bench();
      screen.limitSaving(limits);
      const feeds = ids.map((id) => {
        const feed = screen.openRun(startDoc('a'), id);
        screen.figure(line(id, 'a')).show();
        return feed;
      });
      record(feeds, 'a', 5000);
      feeds[0]?.stop(stopDoc('a'));
      ticker.pass(1);
      return channel.lasting.map(
        ({ bundle }) => JSON.stringify((bundle[SAVED_FIGURE_MIME] as SavedFigure).runs).length,
      );
    };
    const [alone = 0] = saved({ perRun: 100_000, perNotebook: 1e6 }, ['f']);
    const [first = 0, second = 0] = saved({ perRun: 100_000, perNotebook: 1e6 }, ['f', 'g']);
    expect(alone).toBeGreaterThan(30_000);
    expect(alone).toBeLessThan(100_000);
    expect(first).toBeLessThan(0.6 * alone);
    expect(second).toBe(first);
    expect(saved({ perRun: 100_000, perNotebook: 6_000 }, ['f', 'g'])[1]).toBe('[]'.length);
  });

  it('opens a run and its figure before it displays the figure', () => {
    const { screen, channel } = bench();
    screen.openRun(startDoc('a'), 'f');
    screen.figure(table('t', 'a')).show();
    expect(channel.sent).toEqual([
      ['open', modelOf(channel, 'a')],
      ['open', 't'],
      ['display', 't', 'LiveTable of x'],
    ]);
  });

  it('gives a figure columns of its own once its events differ from what others were given', () => {
    const { screen, channel } = bench();
    const feeds = ['t', 'p'].map((id) => screen.openRun(startDoc('a'), id));
    screen.figure(table('t', 'a')).show();
    screen.figure(line('p', 'a')).show();
    const shared = modelOf(channel, 'a');
    const raw = [1, 2, 3].map((i) => eventDoc('a-d', i, { x: i }));
    for (const feed of feeds) {
      feed.want(['x']);
      feed.descriptor(descriptorDoc('a-d', ['x'], { run: 'a' }));
    }
    for (const [i, doc] of raw.entries()) {
      feeds[0]?.event(doc);
      feeds[1]?.event(i === 0 ? doc : { ...doc, data: { x: 100 * (i + 1) } });
    }
    for (const feed of feeds) feed.stop(stopDoc('a'));
    const own = newestModel(channel);
    expect(own).not.toBe(shared);
    expect(valuesOf(channel, shared)).toEqual([1, 2, 3]);
    expect(valuesOf(channel, own)).toEqual([1, 200, 300]);
    expect(channel.sources.get('t')?.state()).toMatchObject({ runs: [`IPY_MODEL_${shared}`] });
    expect(channel.sources.get('p')?.state()).toMatchObject({ runs: [`IPY_MODEL_${own}`] });
  });

  it.each([
    ['its first event', [1], [2, 3]],
    ['one in between', [2], [1, 3]],
    ['the last ones', [2, 3], [1]],
  ])('gives a figure columns of its own once its callback drops events: %s', (_which, dropped, kept) => {
    const { screen, channel } = bench();
    const feeds = ['t', 'p'].map((id) => screen.openRun(startDoc('a'), id)) as [RunFeed, RunFeed];
    screen.figure(table('t', 'a')).show();
    screen.figure(line('p', 'a')).show();
    const shared = modelOf(channel, 'a');
    for (const feed of feeds) {
      feed.want(['x']);
      feed.descriptor(descriptorDoc('a-d', ['x'], { run: 'a' }));
    }
    for (const i of [1, 2, 3]) {
      const event = eventDoc('a-d', i, { x: i });
      feeds[0].event(event);
      if (!dropped.includes(i)) feeds[1].event(event);
    }
    feeds[0].stop(stopDoc('a'));
    const own = newestModel(channel);
    expect(own).not.toBe(shared);
    expect(valuesOf(channel, shared)).toEqual([1, 2, 3]);
    expect(valuesOf(channel, own)).toEqual(kept);
    expect(columnOf(feeds[1].columns)).toEqual(kept);
    expect(feeds[1].columns.stop).toBeDefined();
    expect(channel.sources.get('p')?.state()).toMatchObject({ runs: [`IPY_MODEL_${own}`] });
  });

  it('keeps callbacks apart that draw on one figure, of which one changes its events', () => {
    const { screen, channel } = bench();
    const feeds = ['raw', 'half'].map((id) => screen.openRun(startDoc('a'), id)) as [RunFeed, RunFeed];
    const { series, ...spec } = line('p', 'a', 'a') as LineSpec;
    const sources = ['raw', 'half'];
    screen.figure({ ...spec, series: series.map((each, i) => ({ ...each, source: sources[i] as string })) }).show();
    record(feeds, 'a');
    const event = eventDoc('a-d', 2, { x: 2 });
    feeds[0].event(event);
    feeds[1].event({ ...event, data: { x: 1 } });
    const { spec: shown, runs } = channel.sources.get('p')?.state() as { spec: LineSpec; runs: string[] };
    const models = runs.map((each) => each.replace('IPY_MODEL_', ''));
    expect(models.map((id) => valuesOf(channel, id))).toEqual([
      [1, 2],
      [1, 1],
    ]);
    const starts = models.map((id) => (channel.sources.get(id)?.state() as { start: { uid: string } }).start.uid);
    expect(shown.series.map(({ run }) => run)).toEqual(starts);
    expect(new Set(starts).size).toBe(2);
    expect(screen.listRuns().map(({ uid }) => uid)).toEqual(['a']);
  });

  it('opens a figure again that was forgotten and is drawn on once more', () => {
    const { screen, channel } = bench();
    const figure = screen.figure(line('p', 'run 0'));
    record(screen.openRun(startDoc('run 0'), 'p'), 'run 0');
    figure.update(line('p', 'run 0'));
    figure.show();
    screen.openRun(startDoc('run 0'), 'p').stop(stopDoc('run 0'));
    for (let i = 1; i < 30; i++) screen.openRun(startDoc(`run ${i}`), 'x').stop(stopDoc(`run ${i}`));
    expect(channel.sources.has('p')).toBe(false);
    screen.openRun(startDoc('new'), 'p');
    figure.update(line('p', 'run 0', 'new'));
    figure.show();
    expect(channel.sources.get('p')?.state()).toMatchObject({ spec: { olderLines: 1, series: [{ run: 'new' }] } });
    expect(channel.sent.filter(([kind, id]) => kind === 'display' && id === 'p')).toHaveLength(2);
  });

  it('has what a dropped event has replaced', () => {
    const { screen } = bench();
    const feeds = ['t', 'p'].map((id) => screen.openRun(startDoc('a'), id)) as [RunFeed, RunFeed];
    for (const feed of feeds) {
      feed.want(['x']);
      feed.descriptor(descriptorDoc('a-d', ['x'], { run: 'a' }));
    }
    for (const [seqNum, x] of [
      [1, 10],
      [2, 20],
      [2, 21],
    ] as const) {
      const event = eventDoc('a-d', seqNum, { x });
      feeds[0].event(event);
      if (x !== 21) feeds[1].event(event);
    }
    for (const feed of feeds) feed.stop(stopDoc('a'));
    expect(columnOf(feeds[0].columns)).toEqual([10, 21]);
    expect(columnOf(feeds[1].columns)).toEqual([10, 20]);
  });

  it('leaves a callback with the others that drops only what it does not show', () => {
    const { screen, channel } = bench();
    const feeds = ['t', 'p'].map((id) => screen.openRun(startDoc('a'), id)) as [RunFeed, RunFeed];
    record(feeds, 'a');
    feeds[0].descriptor(descriptorDoc('dark', ['y'], { run: 'a', name: 'dark' }));
    feeds[0].event(eventDoc('dark', 1, { y: 1 }));
    for (const feed of feeds) feed.stop(stopDoc('a'));
    expect(channel.sent.filter(([kind, id]) => kind === 'open' && id.startsWith('livesky-run-'))).toHaveLength(1);
    expect(feeds[1].columns).toBe(feeds[0].columns);
  });

  it('has one model for a run that a table and a plot share', () => {
    const { screen, channel } = bench();
    const feeds = [screen.openRun(startDoc('a'), 'f'), screen.openRun(startDoc('a'), 'f')];
    screen.figure(table('t', 'a')).show();
    screen.figure(line('p', 'a')).show();
    expect(feeds).toHaveLength(2);
    expect(channel.sent.filter(([kind]) => kind === 'open').map(([, id]) => id)).toEqual([
      modelOf(channel, 'a'),
      't',
      'p',
    ]);
    for (const id of ['t', 'p']) {
      expect(channel.sources.get(id)?.state()).toMatchObject({ runs: [`IPY_MODEL_${modelOf(channel, 'a')}`], wire: 1 });
    }
  });

  it('displays a figure once in a cell, and again in another', () => {
    const { screen, channel } = bench();
    screen.openRun(startDoc('a'), 'f');
    const figure = screen.figure(line('p', 'a'));
    figure.show();
    figure.show();
    channel.currentCell = 'cell 2';
    figure.show();
    channel.currentCell = undefined;
    figure.show();
    channel.currentCell = 'cell 1';
    figure.show();
    expect(channel.sent.map(([kind]) => kind)).toEqual(['open', 'open', 'display', 'display']);
  });

  it('sends the first change at once, and the end at once', () => {
    const { screen, channel, ticker } = bench();
    const feed = screen.openRun(startDoc('a'), 'f');
    record(feed, 'a', 3);
    const frames = (): unknown[] =>
      channel.sent.filter(([kind]) => kind === 'custom').map((each) => (each[2] as { seq: number }).seq);
    expect(frames()).toEqual([1]);
    feed.stop(stopDoc('a'));
    expect(frames()).toEqual([1, 2]);
    ticker.pass(1000);
    expect(frames()).toEqual([1, 2]);
    expect(channel.sent.at(-1)).toEqual([
      'custom',
      modelOf(channel, 'a'),
      expect.objectContaining({ kind: 'frame', wire: 1, seq: 2 }),
      expect.any(Array),
    ]);
  });

  it('sends what waits when it is flushed', () => {
    const { screen, channel } = bench();
    const feed = screen.openRun(startDoc('a'), 'f');
    record(feed, 'a', 2);
    screen.flush();
    expect(channel.sent.filter(([kind]) => kind === 'custom')).toHaveLength(2);
  });

  it('tells whoever comes late everything', () => {
    const { screen, channel } = bench();
    record(screen.openRun(startDoc('a', { sample: NaN }), 'f'), 'a', 5);
    const state = channel.sources.get(modelOf(channel, 'a'))?.state() as Record<string, unknown>;
    expect(state).toMatchObject({
      _model_name: 'RunModel',
      start: { uid: 'a', sample: { $float: 'NaN' } },
      engine: 'running',
      snapshot: { seq: 1, columns: { body: { rows: [{ length: 5 }] } } },
    });
  });

  it('updates a figure that is open, and one that is not says nothing', () => {
    const { screen, channel } = bench();
    for (const uid of ['a', 'b']) screen.openRun(startDoc(uid), 'f');
    const figure = screen.figure(line('p', 'a'));
    figure.update(line('p', 'a', 'b'));
    expect(channel.sent.filter(([kind]) => kind === 'update')).toEqual([]);
    figure.show();
    figure.update(line('p', 'b'));
    expect(channel.sent.at(-1)).toEqual([
      'update',
      'p',
      { spec: line('p', 'b'), runs: [`IPY_MODEL_${modelOf(channel, 'b')}`] },
    ]);
  });

  it('hands what a button asks to the engine of the run', () => {
    const { screen, channel, control } = bench();
    screen.openRun(startDoc('a'), 'f');
    const source = channel.sources.get(modelOf(channel, 'a'));
    source?.receive({ kind: 'control', action: 'pause' });
    source?.receive({ kind: 'control', action: 'explode' });
    source?.receive('nonsense');
    expect(control.asked).toEqual([['a', 'pause']]);
  });

  it('answers with a notice when that could not be done', async () => {
    const { screen, channel, control } = bench();
    screen.openRun(startDoc('a'), 'f');
    control.refusal = 'The RunEngine is idle.';
    channel.sources.get(modelOf(channel, 'a'))?.receive({ kind: 'control', action: 'resume' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(channel.sent.at(-1)).toEqual([
      'custom',
      modelOf(channel, 'a'),
      { kind: 'notice', text: 'The RunEngine is idle.' },
      [],
    ]);
  });

  it('tells pages what the engine does', () => {
    const { screen, channel, control, ticker } = bench();
    screen.openRun(startDoc('a'), 'f');
    control.becomes('a', 'paused');
    ticker.pass(20);
    control.becomes('a', undefined);
    ticker.pass(20);
    control.becomes('unknown', 'running');
    ticker.pass(20);
    expect(channel.sent.slice(1)).toEqual([
      ['update', modelOf(channel, 'a'), { engine: 'paused' }],
      ['update', modelOf(channel, 'a'), { engine: null }],
    ]);
  });

  it('keeps the last 20 runs and their figures, and never one that goes on', () => {
    const { screen, channel } = bench();
    const told: string[] = [];
    screen.onRelease = (models) => void told.push(...models);
    for (let i = 0; i < 25; i++) {
      const feed = screen.openRun(startDoc(`run ${i}`), 'f');
      screen.figure(table(`table ${i}`, `run ${i}`)).show();
      if (i !== 2) feed.stop(stopDoc(`run ${i}`));
    }
    const released = channel.sent.filter(([kind]) => kind === 'release').map(([, id]) => id);
    expect(released).toEqual([0, 1, 3, 4, 5].flatMap((i) => [modelOf(channel, `-run ${i}`), `table ${i}`]));
    expect(told).toEqual(released);
  });

  it('shows a run that is replayed anew', () => {
    const { screen, channel } = bench();
    for (let i = 0; i < 2; i++) {
      const feed = screen.openRun(startDoc('a'), 'f');
      record(feed, 'a', 2);
      feed.stop(stopDoc('a'));
    }
    const models = channel.sent.filter(([kind]) => kind === 'open').map(([, id]) => id);
    expect(new Set(models).size).toBe(2);
    const state = channel.sources.get(models[1] as string)?.state() as { snapshot: { columns: { body: unknown } } };
    expect(state.snapshot.columns.body).toMatchObject({ rows: [{ length: 2 }], stop: { run_start: 'a' } });
  });

  it('never has a figure refer to a run that is forgotten', () => {
    const { screen, channel } = bench();
    const runs = Array.from({ length: 25 }, (_, i) => `run ${i}`);
    const figure = screen.figure(line('p', 'run 0'));
    runs.forEach((run, i) => {
      screen.openRun(startDoc(run), 'f').stop(stopDoc(run));
      figure.update(line('p', ...runs.slice(0, i + 1)));
      figure.show();
    });
    const state = channel.sources.get('p')?.state() as { runs: string[]; spec: LineSpec };
    const { runs: models, spec } = state;
    expect(models).toHaveLength(20);
    expect([spec.series.length, spec.olderLines]).toEqual([20, 5]);
    expect(olderLinesNotice(spec)).toBe('5 older lines are left out: their runs are no longer kept.');
    for (const model of models) expect(channel.sources.has(model.replace('IPY_MODEL_', ''))).toBe(true);
  });
});

it('a figure says where it wants to be drawn, as it is when it is shown', () => {
  const { channel, control, ticker } = bench();
  let place: FigurePlace = 'cell';
  const screen = new LiveScreen(channel, control, new Kicker(ticker), () => place);
  const figure = screen.figure(table('f', 'run-1'));
  place = 'tab';
  figure.show();
  expect(channel.sources.get('f')?.state()).toMatchObject({ place: 'tab' });
  place = 'cell';
  channel.currentCell = 'cell 2';
  figure.show();
  expect(channel.sent).toContainEqual(['update', 'f', { place: 'cell' }]);
});
