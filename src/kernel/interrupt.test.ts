import { expect, test } from 'vitest';
import type { EngineDirectory } from './engine-directory.js';
import { Interrupter } from './interrupt.js';
import type { Origin } from './origin.js';
import type { Outputs } from './outputs.js';

/** An interrupter of one engine, driven by the cell that runs. */
function bench() {
  const engine = {};
  const said: string[] = [];
  const pauses: boolean[] = [];
  const state = { now: 0, cell: {} as Origin };
  const engines = { drivenBy: () => [engine], pauseNow: (_: object, defer: boolean) => pauses.push(defer) };
  const outputs = { write: (_: Origin, __: string, text: string) => said.push(text) };
  const cells = {
    interrupt: () => undefined,
    get running() {
      return state.cell;
    },
  };
  const interrupter = new Interrupter(
    cells,
    engines as unknown as EngineDirectory,
    outputs as unknown as Outputs,
    () => state.now,
  );
  return { interrupter, pauses, said, state };
}

test('a second press within ten seconds pauses now, a third one is a first one again', () => {
  const { interrupter, pauses, said, state } = bench();
  for (const now of [0, 9_000, 9_500]) {
    state.now = now;
    interrupter.press();
  }
  expect(pauses).toEqual([true, false, true]);
  expect(said[1]).toBe('Pausing now.\n');
});

test('a press after ten seconds asks for a checkpoint again', () => {
  const { interrupter, pauses, state } = bench();
  interrupter.press();
  state.now = 10_001;
  interrupter.press();
  expect(pauses).toEqual([true, true]);
});

test('a press in the cell that went on after a pause is a first one', () => {
  const { interrupter, pauses, said, state } = bench();
  interrupter.press();
  state.cell = {} as Origin;
  state.now = 2_000;
  interrupter.press();
  expect(pauses).toEqual([true, true]);
  expect(said[1]).toMatch(/^Pausing at the next checkpoint/);
});
