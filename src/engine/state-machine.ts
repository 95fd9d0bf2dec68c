import { TransitionError } from './errors.js';

/** What an engine is doing. */
export type EngineState =
  'idle' | 'running' | 'suspending' | 'pausing' | 'paused' | 'stopping' | 'aborting' | 'halting';

const TRANSITIONS: Record<EngineState, readonly EngineState[]> = {
  idle: ['running'],
  running: ['idle', 'pausing', 'halting', 'stopping', 'aborting', 'suspending'],
  suspending: ['running', 'idle', 'halting', 'stopping', 'aborting'],
  pausing: ['paused', 'idle', 'halting', 'aborting'],
  paused: ['idle', 'running', 'halting', 'stopping', 'aborting'],
  halting: ['idle'],
  stopping: ['idle'],
  aborting: ['idle'],
};

/** Holds the state and refuses changes that make no sense. */
export class StateMachine {
  #state: EngineState = 'idle';
  readonly #onChange: (state: EngineState, old: EngineState) => void;

  constructor(onChange: (state: EngineState, old: EngineState) => void) {
    this.#onChange = onChange;
  }

  get state(): EngineState {
    return this.#state;
  }

  to(next: EngineState): void {
    const old = this.#state;
    if (!TRANSITIONS[old].includes(next)) {
      throw new TransitionError(`The RunEngine is ${old}; from there it cannot become ${next}.`);
    }
    this.#state = next;
    this.#onChange(next, old);
  }
}
