/**
 * Resolves in a macrotask of its own.
 *
 * A resolved promise is a microtask: a loop that awaits only those starves sockets and timers, and with
 * them the comm messages that a pause button sends.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
