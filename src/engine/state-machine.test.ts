import { describe, expect, it } from 'vitest';

import { TransitionError } from './errors.js';
import type { EngineState } from './state-machine.js';
import { StateMachine } from './state-machine.js';

function machineAt(...path: EngineState[]): StateMachine {
  const machine = new StateMachine(() => {});
  for (const state of path) machine.to(state);
  return machine;
}

describe('StateMachine', () => {
  it('tells each change, with the state before it', () => {
    const changes: EngineState[][] = [];
    const machine = new StateMachine((state, old) => changes.push([state, old]));
    machine.to('running');
    machine.to('idle');
    expect(changes).toEqual([
      ['running', 'idle'],
      ['idle', 'running'],
    ]);
  });

  it.each([
    [[], 'paused'],
    [[], 'idle'],
    [['running'], 'paused'],
    [['running', 'halting'], 'running'],
    [['running', 'pausing', 'paused'], 'pausing'],
  ] as [EngineState[], EngineState][])('refuses to go from %j to %s', (path, next) => {
    const machine = machineAt(...path);
    const before = machine.state;
    expect(() => machine.to(next)).toThrow(TransitionError);
    expect(() => machine.to(next)).toThrow(`The RunEngine is ${before}; from there it cannot become ${next}.`);
    expect(machine.state).toBe(before);
  });

  it.each(['stopping', 'aborting', 'halting', 'running', 'idle'] as const)('can become %s when paused', (next) => {
    const machine = machineAt('running', 'pausing', 'paused');
    machine.to(next);
    expect(machine.state).toBe(next);
  });
});
