import { beforeEach, describe, expect, test } from 'vitest';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { headerOf, RecordedPublishing } from '../../tests/instruments/recorded-publishing.js';
import { Outputs } from './outputs.js';

const cell = { header: headerOf('cell-1'), cell: '1' };
const other = { header: headerOf('cell-2'), cell: '2' };
let recorded: RecordedPublishing;
let ticker: FakeTicker;
let outputs: Outputs;
beforeEach(() => {
  recorded = new RecordedPublishing();
  ticker = new FakeTicker();
  outputs = new Outputs(recorded, ticker);
});
const texts = (): string[] =>
  recorded.take().map(({ type, content }) => (type === 'stream' ? `${content.name}: ${content.text}` : type));

describe('Outputs', () => {
  test('gathers text for 50 ms', () => {
    outputs.write(cell, 'stdout', 'a');
    ticker.pass(40);
    outputs.write(cell, 'stdout', 'b');
    expect(texts()).toEqual([]);
    ticker.pass(10);
    expect(texts()).toEqual(['stdout: ab']);
  });

  test('keeps the order between streams and displays, and cells apart', () => {
    outputs.write(cell, 'stdout', '1');
    outputs.write(cell, 'stderr', '2');
    outputs.write(other, 'stdout', 'x');
    outputs.write(cell, 'stdout', '3');
    outputs.message(cell, 'display_data', {});
    outputs.write(cell, 'stdout', '4');
    ticker.pass(50);
    const all = recorded.published.filter(({ parent }) => parent.msg_id === 'cell-1');
    expect(all.map(({ content, type }) => content.text ?? type)).toEqual(['1', '2', '3', 'display_data', '4']);
    expect(recorded.published.filter(({ parent }) => parent.msg_id === 'cell-2')).toHaveLength(1);
  });

  test('drain sends what is gathered', async () => {
    outputs.write(cell, 'stdout', 'now');
    await outputs.drain();
    expect(texts()).toEqual(['stdout: now']);
  });

  test('text beyond 500 kB/s waits its turn, in order with what follows it', async () => {
    outputs.write(cell, 'stdout', 'x'.repeat(1_200_000));
    outputs.message(cell, 'display_data', {});
    let drained = false;
    void outputs.drain().then(() => (drained = true));
    const sent = (): number => recorded.published.reduce((sum, { content }) => sum + (content.text?.length ?? 0), 0);
    expect(sent()).toBeLessThanOrEqual(600_000);
    ticker.pass(1000);
    expect(sent()).toBeLessThanOrEqual(1_100_000);
    await Promise.resolve();
    expect(drained).toBe(false);
    ticker.pass(1000);
    await Promise.resolve();
    expect(drained).toBe(true);
    expect(sent()).toBe(1_200_000);
    expect(recorded.published.at(-1)?.type).toBe('display_data');
  });

  test('what cannot even wait is dropped, and said once', () => {
    for (let each = 0; each < 100; each += 1) outputs.write(cell, 'stdout', 'x'.repeat(64_005));
    ticker.pass(10_000);
    const notes = texts().filter((text) => text.startsWith('stderr'));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/\d+ bytes of output were dropped/);
    outputs.write(cell, 'stdout', 'and on it goes');
    ticker.pass(50);
    expect(texts()).toEqual(['stdout: and on it goes']);
  });

  test('never cuts a character in two', () => {
    outputs.write(cell, 'stdout', '😀'.repeat(50_000));
    ticker.pass(50);
    const whole = recorded.take().map(({ content }) => content.text as string);
    expect(whole.length).toBeGreaterThan(1);
    expect(whole.every((text) => Buffer.from(text).toString() === text)).toBe(true);
  });

  test('many small messages count as more than their bytes', () => {
    for (let each = 0; each < 2000; each += 1) outputs.write(cell, each % 2 ? 'stdout' : 'stderr', '.');
    expect(recorded.published.length).toBeLessThanOrEqual(300);
    ticker.pass(10_000);
    expect(recorded.published).toHaveLength(2000);
  });
});
