import { truncate } from '../text/index.js';

/** More names than these would hide the sentence that they follow. */
const MOST_NAMED = 10;

/** A longer name is cut: what a recording holds may be of any length. */
const LONGEST_NAME = 40;

/** A sentence to follow a notice of unknown fields: which there are; nothing where there are none. */
export function knownFields(known: readonly string[]): string {
  const [only] = known;
  if (only === undefined) return '';
  if (known.length === 1) return ` The only field is ${quoted(only)}.`;
  const named = known.slice(0, MOST_NAMED).map(quoted);
  const others = known.length - named.length;
  const last = others > 0 ? `${others} more` : named.pop();
  return ` The fields are ${named.join(', ')} and ${last}.`;
}

function quoted(name: string): string {
  return name.length > LONGEST_NAME ? `'${truncate(name, LONGEST_NAME)}...'` : `'${name}'`;
}
