// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, EventDescriptor, RunStart, RunStop } from '../../documents/index.js';
import { RunPublisher } from '../../wire/index.js';
import { FakeComm } from '../../../tests/instruments/fake-widgets.js';
import { runModelOf } from '../../../tests/instruments/fake-runs.js';
import type { RunModel } from './run-model.js';
import { RUN_CHANGED } from './run-model.js';

const START: RunStart = { uid: 'run-1', time: 100, scan_id: 3 };
const DESCRIPTOR = {
  uid: 'd',
  time: 100,
  run_start: 'run-1',
  name: 'primary',
  data_keys: { det: { source: '', dtype: 'number', shape: [] } },
} as EventDescriptor;

let comm: FakeComm;
let publisher: RunPublisher;

function takeEvents(...values: number[]): void {
  for (const det of values) {
    const seqNum = (publisher.columns.streams.get('primary')?.length ?? 0) + 1;
    publisher.event({
      uid: '',
      time: 100 + seqNum,
      seq_num: seqNum,
      descriptor: 'd',
      data: { det },
      timestamps: {},
    } as Event);
  }
}

async function sendFrame(ask = false): Promise<void> {
  const frame = publisher.takeFrame();
  if (frame) await comm.custom({ ...frame.message, ask }, frame.buffers);
}

function values(model: RunModel): number[] {
  return Array.from(model.columns?.streams.get('primary')?.columns.get('det')?.floats?.view() ?? []);
}

beforeEach(() => {
  comm = new FakeComm();
  publisher = new RunPublisher(START, () => {});
  publisher.want(['det']);
  publisher.descriptor(DESCRIPTOR);
});

describe('RunModel', () => {
  it('begins with the snapshot of its state', async () => {
    takeEvents(1, 2, 3);
    const model = await runModelOf(publisher, comm);
    expect(model.columns?.start.scan_id).toBe(3);
    expect(values(model)).toEqual([1, 2, 3]);
    expect(comm.sent).toEqual([]);
  });

  it('takes frames and tells of several with one event', async () => {
    const model = await runModelOf(publisher, comm);
    const changed = vi.fn();
    model.on(RUN_CHANGED, changed);
    takeEvents(1, 2);
    const first = sendFrame();
    takeEvents(3);
    await Promise.all([first, sendFrame()]);
    expect(values(model)).toEqual([1, 2, 3]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('asks for the state once when a frame is missing, and has every point after it came', async () => {
    const model = await runModelOf(publisher, comm);
    takeEvents(1);
    publisher.takeFrame();
    takeEvents(2);
    await sendFrame();
    takeEvents(3);
    await sendFrame();
    expect(comm.sent).toEqual([{ method: 'request_state' }]);
    expect(values(model)).toEqual([]);
    await comm.update({ snapshot: publisher.snapshot(), engine: 'running' });
    expect(values(model)).toEqual([1, 2, 3]);
    takeEvents(4);
    await sendFrame();
    expect(values(model)).toEqual([1, 2, 3, 4]);
    expect(comm.sent).toHaveLength(1);
  });

  it('says how far it is with a state and when a frame asks, and never that it has what it lacks', async () => {
    await runModelOf(publisher, comm);
    expect(comm.taken).toEqual([0]);
    for (let i = 1; i <= 3; i++) {
      takeEvents(i);
      await sendFrame(i === 2);
    }
    expect(comm.taken).toEqual([0, 2]);
    takeEvents(4);
    publisher.takeFrame();
    takeEvents(5);
    await sendFrame(true);
    expect(comm.taken).toEqual([0, 2, 3]);
    await comm.update({ snapshot: publisher.snapshot() });
    expect(comm.taken).toEqual([0, 2, 3, 5]);
  });

  it('says that points are missing where no state comes, asks again and again, and is silent once it has come', async () => {
    vi.useFakeTimers();
    try {
      const model = await runModelOf(publisher, comm);
      takeEvents(1);
      publisher.takeFrame();
      takeEvents(2);
      await sendFrame();
      vi.advanceTimersByTime(2999);
      expect([comm.sent.length, model.notice]).toEqual([1, '']);
      vi.advanceTimersByTime(1);
      expect(comm.sent).toHaveLength(2);
      expect(model.notice).toMatch(/^Points are missing here/);
      vi.advanceTimersByTime(6000);
      expect(comm.sent).toHaveLength(3);
      await comm.update({ snapshot: publisher.snapshot() });
      expect([values(model), model.notice]).toEqual([[1, 2], '']);
      vi.advanceTimersByTime(600_000);
      expect(comm.sent).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('says nothing of points that have come late, by themselves', async () => {
    vi.useFakeTimers();
    try {
      const model = await runModelOf(publisher, comm);
      takeEvents(1);
      const late = publisher.takeFrame();
      takeEvents(2);
      await sendFrame();
      await comm.custom(late?.message, late?.buffers);
      vi.advanceTimersByTime(600_000);
      expect([values(model), model.notice, comm.sent.length]).toEqual([[1, 2], '', 1]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is live until the stop document or the end of the kernel', async () => {
    const model = await runModelOf(publisher, comm);
    expect(model.isLive).toBe(true);
    model.comm_live = false;
    expect(model.isLive).toBe(false);
    model.comm_live = true;
    publisher.stop({ uid: 's', time: 1, run_start: 'run-1', exit_status: 'success' } as RunStop);
    await sendFrame();
    expect(model.isLive).toBe(false);
  });

  it('sends control messages exactly, and nothing to a kernel that is gone', async () => {
    const model = await runModelOf(publisher, comm);
    model.control('pause');
    expect(comm.sent).toEqual([{ method: 'custom', content: { kind: 'control', action: 'pause' } }]);
    model.comm_live = false;
    model.control('abort');
    expect(comm.sent).toHaveLength(1);
  });

  it('goes on saying how far it is until the engine has followed, so that the answer comes soon', async () => {
    vi.useFakeTimers();
    try {
      const model = await runModelOf(publisher, comm);
      comm.taken.length = 0;
      model.control('pause');
      await vi.advanceTimersByTimeAsync(20);
      expect(comm.taken).toHaveLength(2);
      await comm.update({ engine: 'pausing' });
      await vi.advanceTimersByTimeAsync(8);
      expect(comm.taken).toHaveLength(3);
      await comm.update({ engine: 'paused' });
      await vi.advanceTimersByTimeAsync(500);
      expect(comm.taken).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a notice until the next request', async () => {
    const model = await runModelOf(publisher, comm);
    await comm.custom({ kind: 'notice', text: 'There is nothing to pause.' });
    expect(model.notice).toBe('There is nothing to pause.');
    model.control('pause');
    expect(model.notice).toBe('');
  });

  it.each([[2], [null], ['1'], [0]])('does not read a model of wire %j', async (wire) => {
    const model = await runModelOf(publisher, comm, { wire });
    expect(model.columns).toBeUndefined();
    await sendFrame();
    expect(model.columns).toBeUndefined();
  });

  it('says what it could not read and heals', async () => {
    const model = await runModelOf(publisher, comm);
    takeEvents(1);
    const frame = publisher.takeFrame();
    await comm.custom(frame?.message, []);
    expect(model.notice).toContain('A frame could not be read');
    await comm.custom({ kind: 'frame', wire: 1, seq: 'x' });
    await comm.custom(null);
    takeEvents(2);
    await sendFrame();
    expect(comm.sent).toEqual([{ method: 'request_state' }]);
    await comm.update({ snapshot: publisher.snapshot() });
    expect(values(model)).toEqual([1, 2]);
    expect(model.notice).toBe('');
  });

  it('saves what frames have brought, so that a model made of the saved state has it', async () => {
    const model = await runModelOf(publisher, comm);
    takeEvents(1, 2);
    await sendFrame();
    const saved = model.serialize({ ...model.get_state(true) }) as Record<string, unknown>;
    const again = await runModelOf(
      publisher,
      undefined,
      JSON.parse(JSON.stringify({ start: saved.start })) as object,
      saved.snapshot ?? null,
    );
    expect(values(again)).toEqual([1, 2]);
    expect(again.isLive).toBe(false);
    expect(saved.wire).toBe(1);
  });
});
