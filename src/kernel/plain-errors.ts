import { inspect } from 'node:util';
import type { InspectOptions } from 'node:util';

/** What an error's description tells already. */
const DESCRIBED = new Set(['name', 'message', 'stack', 'cause', 'errors']);

/** Makes errors print in the user's own lines wherever they are printed, also within other values. */
export function printErrorsAs(describe: (error: Error) => string): void {
  const value = function (this: Error, depth: number, options: InspectOptions): string {
    if (depth < 0) return `[${this.name}: ${this.message}]`;
    const more = Object.entries(this).filter(([key]) => !DESCRIBED.has(key));
    const text = describe(this);
    return more.length === 0 ? text : `${text} ${inspect(Object.fromEntries(more), options)}`;
  };
  Object.defineProperty(Error.prototype, inspect.custom, { value, configurable: true, writable: true });
}
