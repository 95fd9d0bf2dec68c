import { host } from './host.js';

/** How a value is displayed. */
export interface DisplayOptions {
  /** The value is a MIME bundle itself, such as `{ 'text/html': '<b>x</b>' }`, and is shown as that. */
  raw?: boolean;
}

/** Something that is displayed, to be changed in place. */
export interface DisplayHandle {
  /** Shows another value in the place of this one, wherever it is displayed. */
  update(value: unknown, options?: DisplayOptions): void;
  /** Resolves when what was given so far has been sent; only forms that are promises take time. */
  readonly shown: Promise<void>;
}

/** What a host offers for displays; the kernel of a notebook does. */
export interface DisplayPort {
  display(value: unknown, options?: DisplayOptions): DisplayHandle;
  clearOutput(wait: boolean): void;
}

/**
 * Displays a value in the output of the running cell, as a last expression is shown: arrays of objects
 * and Maps as tables, errors with their place, promises as what they will be, and objects that have a
 * method `[Symbol.for('Jupyter.display')]()` as the MIME bundle that it returns.
 *
 * Without a notebook the value is printed.
 *
 * @param value - what to show
 * @param options - `raw: true` for a value that is a MIME bundle
 * @returns a handle whose `update` shows another value in the same place
 *
 * @example
 * ```ts
 * const shown = display([{ motor: 1, det: 0.6 }])
 * shown.update([{ motor: 1, det: 0.6 }, { motor: 2, det: 0.1 }])
 * display({ 'text/html': '<b>done</b>' }, { raw: true })
 * ```
 */
export function display(value: unknown, options: DisplayOptions = {}): DisplayHandle {
  return host().display?.display(value, options) ?? printed(value);
}

/**
 * Empties the output of the running cell.
 *
 * @param options - `wait: true` keeps the old output until there is a new one, so that nothing flickers
 *
 * @example
 * ```ts
 * for (let i = 3; i > 0; i--) {
 *   clearOutput({ wait: true })
 *   display(i)
 *   await new Promise((done) => setTimeout(done, 1000))
 * }
 * ```
 */
export function clearOutput({ wait = false }: { wait?: boolean } = {}): void {
  host().display?.clearOutput(wait);
}

function printed(value: unknown): DisplayHandle {
  console.log(value);
  return { update: (next) => void printed(next), shown: Promise.resolve() };
}
