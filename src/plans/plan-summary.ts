import { nameOf } from '../devices/index.js';
import type { Msg } from '../engine/index.js';
import { center, pythonFloat, pythonRepr, pythonStr } from '../text/index.js';

const WIDTH = 80;

/** Patterns whose positions are those of the user; Python computes all others as floats. */
const LISTED = /list_product$/;

/** A plan in a few lines, as bluesky's `print_summary` writes them: runs, moves, and what each event reads. */
export class PlanSummary {
  #read: string[] = [];
  /** Whether positions are floats in Python, which writes `1.0` for the whole ones. */
  #computed = false;

  /** What there is to say of a message: a line, or undefined. */
  take({ command, obj, args, kwargs }: Msg): string | undefined {
    switch (command) {
      case 'open_run':
        this.#computed = typeof kwargs.plan_pattern === 'string' && !LISTED.test(kwargs.plan_pattern);
        return center(' Open Run ', WIDTH, '=');
      case 'close_run':
        this.#computed = false;
        return center(' Close Run ', WIDTH, '=');
      case 'set':
        return `${nameOf(obj)} -> ${this.#position(args[0])}`;
      case 'create':
        this.#read = [];
        return undefined;
      case 'read':
        this.#read.push(nameOf(obj));
        return undefined;
      case 'save':
        return `  Read ${pythonRepr(this.#read)}`;
      default:
        return undefined;
    }
  }

  #position(value: unknown): string {
    return this.#computed && typeof value === 'number' ? pythonFloat(value) : pythonStr(value);
  }
}
