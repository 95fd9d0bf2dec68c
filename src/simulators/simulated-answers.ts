import type { HasName, Reading, Readings } from '../devices/index.js';
import { nameOf, Status } from '../devices/index.js';
import type { DeviceHints } from '../documents/index.js';
import type { Msg } from '../engine/index.js';
import { now } from '../host/index.js';

/** The value of what nobody has measured. */
const UNMEASURED = 0;

/**
 * Answers a plan's messages without touching a device: everything is done at once, a motor is where it was sent,
 * and what would have to be measured is 0.
 */
export class SimulatedAnswers {
  /** The names of the devices whose simulated values the plan has looked at: what it does may depend on them. */
  readonly guessed: Set<string> = new Set();
  readonly #positions = new Map<unknown, unknown>();
  #runs = 0;
  #tokens = 0;

  answer(msg: Msg): unknown {
    const { command, obj, args } = msg;
    switch (command) {
      case 'open_run':
        return `simulated-run-${++this.#runs}`;
      case 'close_run':
        return `simulated-run-${this.#runs}`;
      case 'set':
        this.#positions.set(obj, args[0]);
        return Status.finished();
      case 'trigger':
      case 'kickoff':
      case 'complete':
      case 'prepare':
        return Status.finished();
      case 'read':
        return this.#readings(obj as HasName);
      case 'locate':
        return this.#location(obj);
      case 'subscribe':
        return this.#tokens++;
      case 'input':
        this.guessed.add('the input');
        return '';
      case 'wait':
      case 'rewindable':
        return true;
      case 'stage':
      case 'unstage':
      case 'collect':
        return [];
      case 'configure':
        return [{}, {}];
      default:
        return undefined;
    }
  }

  #readings(device: HasName): Readings {
    const hinted = (device as { hints?: DeviceHints }).hints?.fields;
    const fields = hinted?.length ? hinted : [device.name];
    return Object.fromEntries(fields.map((field) => [field, this.#reading(device)]));
  }

  #reading(device: HasName): Reading {
    const timestamp = now();
    if (this.#positions.has(device)) return { value: this.#positions.get(device), timestamp };
    const note = (): void => void this.guessed.add(nameOf(device));
    return {
      get value() {
        note();
        return UNMEASURED;
      },
      timestamp,
    };
  }

  #location(device: unknown): { setpoint: unknown; readback: unknown } {
    if (!this.#positions.has(device)) this.guessed.add(nameOf(device));
    const position = this.#positions.get(device) ?? UNMEASURED;
    return { setpoint: position, readback: position };
  }
}
