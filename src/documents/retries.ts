import { isThenable } from '../host/index.js';
import { DataNotAccessible } from './errors.js';

/**
 * Tries something, and again after each of `intervals` seconds while it fails because a file cannot be
 * read: it may not have been written yet. Other errors are thrown at once.
 *
 * @returns the value at once if the first try gives it at once
 */
export function tryAgain<T>(
  attempt: () => T | PromiseLike<T>,
  intervals: readonly number[],
  failed: string,
): T | Promise<T> {
  try {
    const value = attempt();
    if (!isThenable(value)) return value as T;
    return Promise.resolve(value as PromiseLike<T>).catch((error: unknown) => later(error, attempt, intervals, failed));
  } catch (error) {
    return later(error, attempt, intervals, failed);
  }
}

async function later<T>(
  first: unknown,
  attempt: () => T | PromiseLike<T>,
  intervals: readonly number[],
  failed: string,
): Promise<T> {
  let last = first;
  for (const seconds of intervals) {
    if (!isFileError(last)) throw last;
    await new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000));
    try {
      return await attempt();
    } catch (error) {
      last = error;
    }
  }
  if (!isFileError(last)) throw last;
  throw new DataNotAccessible(`${failed}: ${(last as Error).message}`, { cause: last });
}

/** An error of the operating system's, as Node throws them, or one that a handler throws to say the same. */
function isFileError(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return name === 'DataNotAccessible' || (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code));
}
