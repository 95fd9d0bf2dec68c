import { warn } from '../host/index.js';
import { messageOf } from '../text/index.js';

/** Does what must not keep the rest from being done: a failure is told as a warning. */
export async function attempt(what: string, action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    warn(`Could not ${what}: ${messageOf(error)}`);
  }
}
