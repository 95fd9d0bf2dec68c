import { beforeEach, describe, expect, it } from 'vitest';

import { FakeChannel } from '../../tests/instruments/fake-channel.js';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import type { RunControl } from './control.js';
import { Kicker } from './kicker.js';
import { LiveRun } from './live-run.js';
import { parseFrame, RunReceiver } from './run-receiver.js';
import type { ReceivedSnapshot } from './run-receiver.js';

const control: RunControl = { stateOf: () => undefined, command: () => Promise.resolve(), onChange: () => {} };

let channel: FakeChannel;
let ticker: FakeTicker;
let run: LiveRun;

beforeEach(() => {
  channel = new FakeChannel();
  ticker = new FakeTicker();
  run = new LiveRun('run', startDoc('a'), channel, control, new Kicker(ticker), () => undefined);
  run.publisher.want(['x']);
  run.publisher.descriptor(descriptorDoc('a-d', ['x'], { run: 'a' }));
});

/** What a page finds that asks for the state. */
function stateNow(): { start: unknown; snapshot: ReceivedSnapshot } {
  return channel.sources.get('run')?.state() as { start: unknown; snapshot: ReceivedSnapshot };
}

/** A page that reads a part of what is sent, and says what it has taken as often as it likes. */
class Page {
  readonly receiver: RunReceiver;
  #read = 0;

  constructor(readonly name: string) {
    const { start } = stateNow();
    this.receiver = new RunReceiver(start, () => this.receiver.adopt(stateNow().snapshot));
    this.receiver.adopt(stateNow().snapshot);
    this.#read = channel.sent.length;
  }

  read(): void {
    for (const sent of channel.sent.slice(this.#read)) {
      if (sent[0] !== 'custom') continue;
      const frame = parseFrame(JSON.parse(JSON.stringify(sent[2])));
      if (frame) this.receiver.take(frame, sent[3]);
    }
    this.#read = channel.sent.length;
  }

  acknowledge(): void {
    channel.sources.get('run')?.receive({ kind: 'taken', page: this.name, seq: this.receiver.have });
  }

  get values(): unknown[] {
    const stream = this.receiver.columns.streams.get('primary');
    return Array.from({ length: stream?.length ?? 0 }, (_, row) => stream?.columns.get('x')?.at(row));
  }
}

const frames = (): number => channel.sent.filter(([kind]) => kind === 'custom').length;

/** Takes events, one a millisecond; pages do what they do every ten. */
function take(from: number, to: number, everyTen: () => void = () => {}): void {
  for (let i = from; i <= to; i++) {
    run.publisher.event(eventDoc('a-d', i, { x: i }));
    ticker.pass(1);
    if (i % 10 === 0) everyTen();
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('LiveRun', () => {
  it('gives ten pages the same, one of which is slow, one silent and one gone in the middle', () => {
    const pages = upTo(10).map((at) => new Page(`page ${at}`));
    const [slow, silent, gone, ...others] = pages as [Page, Page, Page, ...Page[]];
    let round = 0;
    take(1, 5000, () => {
      round += 1;
      for (const each of others) {
        each.read();
        each.acknowledge();
      }
      silent.read();
      if (round % 20 === 0) {
        slow.read();
        slow.acknowledge();
      }
      if (round < 200) {
        gone.read();
        gone.acknowledge();
      }
    });
    run.publisher.stop(stopDoc('a'));
    ticker.pass(5000);
    for (const page of [slow, silent, ...others]) {
      page.read();
      expect([page.values, page.receiver.columns.stop === undefined]).toEqual([upTo(5000), false]);
    }
    expect(gone.values.length).toBeLessThan(5000);
  });

  it('sends to a page that never acknowledges as if there were none, and few frames', () => {
    const page = new Page('silent');
    const before = frames();
    take(1, 10_000);
    expect(frames() - before).toBeLessThanOrEqual(10 * 10 + 10);
    run.publisher.stop(stopDoc('a'));
    ticker.pass(1000);
    page.read();
    expect(page.values).toEqual(upTo(10_000));
  });

  it('sends a page that takes everything more than a hundred frames a second', () => {
    const page = new Page('quick');
    page.acknowledge();
    const before = frames();
    take(1, 10_000, () => {
      page.read();
      page.acknowledge();
    });
    expect(frames() - before).toBeGreaterThan(1050);
    expect(frames() - before).toBeLessThanOrEqual(1260);
  });

  it('holds back what a page has not taken, and takes the rest in larger frames', () => {
    const page = new Page('slow');
    page.acknowledge();
    const before = frames();
    let round = 0;
    take(1, 10_000, () => {
      round += 1;
      if (round % 37 !== 0) return;
      page.read();
      page.acknowledge();
    });
    expect(frames() - before).toBeLessThan(500);
    run.publisher.stop(stopDoc('a'));
    ticker.pass(1000);
    page.read();
    expect(page.values).toEqual(upTo(10_000));
  });
});
