/** What every function has, and hardly anybody asks for. */
const OF_FUNCTIONS = ['apply', 'arguments', 'bind', 'call', 'caller', 'length', 'name', 'prototype', 'toString'];

/**
 * Leaves out what an object has only because it can be called, as an engine can, unless its beginning
 * has been typed. Of a function that has nothing else everything stays.
 */
export function withoutFunctions(matches: readonly string[], typed: string, members: readonly string[]): string[] {
  const isCallable = ['apply', 'bind', 'call'].every((name) => members.includes(name));
  const hasMore = members.some((name) => !OF_FUNCTIONS.includes(name));
  if (!isCallable || !hasMore) return [...matches];
  return matches.filter((name) => !OF_FUNCTIONS.includes(name) || (typed !== '' && name.startsWith(typed)));
}
