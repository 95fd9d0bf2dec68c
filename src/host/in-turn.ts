/** Whether `value` has to be waited for: a promise, of whichever kind. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Goes on with a value: at once, or when it has come. */
export function whenCome<T, R>(value: T | PromiseLike<T>, next: (value: T) => R): R | Promise<Awaited<R>> {
  if (!isThenable(value)) return next(value as T);
  return Promise.resolve(value as PromiseLike<T>).then(next) as Promise<Awaited<R>>;
}

/**
 * Calls once for each item, one after another, and waits for a promise before the next call.
 *
 * @returns a promise only if one of the calls returned one
 */
export function inTurn<T>(items: Iterable<T>, call: (item: T) => unknown): void | Promise<void> {
  const rest = items[Symbol.iterator]();
  for (let item = rest.next(); !item.done; item = rest.next()) {
    const result = call(item.value);
    if (isThenable(result)) return restInTurn(result, rest, call);
  }
}

async function restInTurn<T>(
  first: PromiseLike<unknown>,
  rest: Iterator<T>,
  call: (item: T) => unknown,
): Promise<void> {
  await first;
  for (let item = rest.next(); !item.done; item = rest.next()) await call(item.value);
}
