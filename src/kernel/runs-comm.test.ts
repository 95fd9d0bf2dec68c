import { beforeEach, describe, expect, it } from 'vitest';
import { FakeChannel } from '../../tests/instruments/fake-channel.js';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { descriptorDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { ControlAction, RunControl, RunsNews } from '../wire/index.js';
import { Kicker, LiveScreen, RUNS_TARGET } from '../wire/index.js';
import { CellOutputs } from './cell-outputs.js';
import { Comms } from './comms.js';
import type { Message } from './message.js';
import { Attribution } from './origin.js';
import { RunsComm } from './runs-comm.js';

let ticker: FakeTicker;
let outputs: CellOutputs;
let screen: LiveScreen;
let comms: Comms;
let asked: [string, ControlAction][];
let refusal: string | undefined;
/** What the kernel has said to each page. */
let said: Map<string, RunsNews[]>;

function message(type: string, session: string, content: object): Message {
  const header = { msg_id: `${type} ${session}`, msg_type: type, session, username: '', date: '', version: '5.3' };
  return { identities: [], header, parent: {}, metadata: {}, content: content as Record<string, unknown>, buffers: [] };
}

/** A page opens the comm; `answers` tells whether it is still there when it is asked. */
function open(page: string, answers = true): void {
  comms.handleOpen(message('comm_open', page, { comm_id: page, target_name: RUNS_TARGET, data: {} }));
  if (answers) present.add(page);
}
const say = (page: string, data: object): void =>
  comms.handleMessage(message('comm_msg', page, { comm_id: page, data }));
const heard = (page: string, kind: RunsNews['kind']): RunsNews[] =>
  (said.get(page) ?? []).filter((each) => each.kind === kind);

let present: Set<string>;

beforeEach(() => {
  [ticker, said, present, asked, refusal] = [new FakeTicker(), new Map(), new Set(), [], undefined];
  const publish = (type: string, content: object): void => {
    const { comm_id: page, data } = content as { comm_id: string; data: RunsNews };
    if (type !== 'comm_msg') return;
    said.set(page, [...(said.get(page) ?? []), structuredClone(data)]);
    if (data.kind === 'here?' && present.has(page)) say(page, { kind: 'here' });
  };
  comms = new Comms({ publish }, new Attribution());
  outputs = new CellOutputs({ publish: () => {} });
  const control: RunControl = {
    stateOf: () => 'running',
    onChange: () => {},
    command: async (run, action) => {
      asked.push([run, action]);
      if (refusal !== undefined) throw new Error(refusal);
      return Promise.resolve();
    },
  };
  screen = new LiveScreen(new FakeChannel(), control, new Kicker(ticker));
  new RunsComm(comms, { outputs, screen, control, ticker });
});

/** A cell that `page` runs, and something that it prints. */
function cell(page: string): Message {
  const request = { ...message('execute_request', page, {}), metadata: { cellId: 'c1' } };
  outputs.begin(request);
  outputs.publish('stream', { name: 'stdout', text: 'x' }, request.header);
  return request;
}

describe('livesky.runs', () => {
  it('offers what cells of a page have put out that is gone, and goes on telling', () => {
    open('first', false);
    const request = cell('first');
    open('second');
    say('second', { kind: 'outputs' });
    ticker.pass(1000);
    expect(heard('second', 'outputs')).toMatchObject([
      { cells: [{ cell: 'c1', ended: false, outputs: [{ text: 'x' }] }] },
    ]);
    outputs.publish('stream', { name: 'stdout', text: 'y' }, request.header);
    outputs.end(request);
    ticker.pass(1000);
    expect(heard('second', 'outputs')).toHaveLength(2);
    expect(heard('second', 'outputs')[1]).toMatchObject({ cells: [{ ended: true, outputs: [{ text: 'xy' }] }] });
    expect(heard('first', 'outputs')).toEqual([]);
  });

  it('leaves a cell to its own page while that is there', () => {
    open('first');
    cell('first');
    open('second');
    say('second', { kind: 'outputs' });
    ticker.pass(1000);
    expect(heard('second', 'outputs')).toEqual([{ kind: 'outputs', cells: [] }]);
  });

  it('gives cells back to their page when it was only late, and waits longer for it from then on', () => {
    open('first', false);
    const request = cell('first');
    open('second');
    say('second', { kind: 'outputs' });
    ticker.pass(600);
    expect(heard('second', 'outputs')).toMatchObject([{ cells: [{ cell: 'c1' }] }]);
    say('first', { kind: 'here' });
    expect(heard('second', 'returned')).toEqual([{ kind: 'returned', executions: [request.header.msg_id] }]);
    outputs.publish('stream', { name: 'stdout', text: 'y' }, request.header);
    open('third');
    say('third', { kind: 'outputs' });
    ticker.pass(1000);
    say('first', { kind: 'here' });
    ticker.pass(1000);
    expect(heard('third', 'outputs')).toEqual([{ kind: 'outputs', cells: [] }]);
    expect(heard('second', 'outputs')).toHaveLength(1);
  });

  it('does not wait any longer for a page that was slow and is gone', () => {
    open('first', false);
    cell('first');
    const ask = (page: string): void => {
      open(page);
      say(page, { kind: 'outputs' });
    };
    ask('second');
    ticker.pass(1000);
    say('first', { kind: 'here' });
    ask('third');
    ticker.pass(1000);
    expect(heard('third', 'outputs')).toEqual([]);
    ticker.pass(3000);
    expect(heard('third', 'outputs')).toHaveLength(1);
    ask('fourth');
    ticker.pass(450);
    expect(heard('fourth', 'outputs')).toMatchObject([{ cells: [{ cell: 'c1' }] }]);
  });

  it('takes what a page said to one that asked for what it said to another, too', () => {
    open('first', false);
    cell('first');
    for (const page of ['second', 'third']) {
      open(page);
      say(page, { kind: 'outputs' });
      ticker.pass(150);
    }
    say('first', { kind: 'here' });
    ticker.pass(1000);
    expect(heard('second', 'outputs')).toEqual([{ kind: 'outputs', cells: [] }]);
    expect(heard('third', 'outputs')).toEqual([{ kind: 'outputs', cells: [] }]);
  });

  it('forgets pages that have not been heard for a minute', () => {
    open('first', false);
    cell('first');
    const ask = (page: string): void => {
      open(page);
      say(page, { kind: 'outputs' });
      ticker.pass(1000);
    };
    ask('second');
    ask('third');
    expect(heard('first', 'here?')).toHaveLength(2);
    ticker.pass(60_000);
    ask('fourth');
    ask('fifth');
    expect(heard('first', 'here?')).toHaveLength(3);
    expect(heard('fifth', 'outputs')).toMatchObject([{ cells: [{ cell: 'c1' }] }]);
  });

  it('tells every page of what the kernel has let go of, some at a time', () => {
    open('first');
    open('second');
    for (let i = 0; i < 25; i++) screen.openRun(startDoc(`run ${i}`), 'f').stop(stopDoc(`run ${i}`));
    expect(heard('first', 'released')).toEqual([]);
    ticker.pass(1000);
    for (const page of ['first', 'second']) {
      const [news, ...more] = heard(page, 'released') as { models: string[] }[];
      expect(news?.models.map((id) => id.replace(/^livesky-run-\d+-/, ''))).toEqual(
        [0, 1, 2, 3, 4].map((i) => `run ${i}`),
      );
      expect(more).toEqual([]);
    }
  });

  it('notes what has been delivered', () => {
    open('first', false);
    const { header } = cell('first');
    open('second');
    say('second', { kind: 'delivered', execution: header.msg_id });
    say('second', { kind: 'outputs' });
    ticker.pass(1000);
    expect(heard('second', 'outputs')).toMatchObject([{ cells: [{ delivered: true }] }]);
  });

  it('lists runs, gives their documents, and steers them', async () => {
    const feed = screen.openRun(startDoc('run', { scan_id: 4, plan_name: 'scan' }), 'f');
    feed.descriptor(descriptorDoc('d', ['x']));
    open('page');
    say('page', { kind: 'runs' });
    feed.stop(stopDoc());
    say('page', { kind: 'runs' });
    const run = { uid: 'run', time: 100, scanId: 4, planName: 'scan' };
    expect(heard('page', 'runs')).toEqual([
      { kind: 'runs', runs: [{ ...run, state: 'running' }] },
      { kind: 'runs', runs: [{ ...run, state: 'success' }] },
    ]);
    say('page', { kind: 'documents', run: 'run' });
    say('page', { kind: 'documents', run: 'no run' });
    const names = heard('page', 'documents').map(
      (each) => each.kind === 'documents' && each.documents.map(([name]) => name),
    );
    expect(names).toEqual([['start', 'descriptor', 'stop'], []]);
    refusal = 'this run has ended.';
    say('page', { kind: 'control', run: 'run', action: 'pause' });
    await Promise.resolve();
    await Promise.resolve();
    expect(asked).toEqual([['run', 'pause']]);
    expect(heard('page', 'notice')).toEqual([{ kind: 'notice', run: 'run', text: refusal }]);
  });

  it.each([
    [null],
    [7],
    [{ kind: 'control', run: 'run', action: 'explode' }],
    [{ kind: 'limits', limits: { perRun: -1 } }],
    [{ kind: 'x' }],
  ])('does not mind %j', (data) => {
    open('page');
    expect(() => say('page', data as object)).not.toThrow();
    expect(said.get('page')).toBeUndefined();
    expect(asked).toEqual([]);
  });
});
