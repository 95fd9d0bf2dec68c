import { inspect } from 'node:util';

const NODES_MARK = /^(async_id_symbol|trigger_async_id_symbol|kResourceStore)$/;

/**
 * Makes promises print as they do elsewhere: where work is followed, Node marks each promise with the
 * work that it belongs to, and prints the marks.
 */
export function hidePromiseMarks(): void {
  Object.defineProperty(Promise.prototype, inspect.custom, { value: hideMarks, configurable: true });
}

/** Returning the promise itself has it printed as usual. */
function hideMarks(this: object): object {
  for (const mark of Object.getOwnPropertySymbols(this)) {
    if (!NODES_MARK.test(mark.description ?? '')) continue;
    Object.defineProperty(this, mark, { enumerable: false });
  }
  return this;
}
