import type { Place } from './source-map.js';

/** A text without line breaks that is put into a source. */
export interface Insertion {
  /** Where, in the source as it was. */
  at: number;
  text: string;
}

/** The source with all of it put in; `insertions` are in order. */
export function insert(source: string, insertions: readonly Insertion[]): string {
  let out = '';
  let from = 0;
  for (const { at, text } of insertions) {
    out += source.slice(from, at) + text;
    from = at;
  }
  return out + source.slice(from);
}

/** Leads from a place (from 0) in the source with insertions to the same place without: only columns move. */
export function wayBack(source: string, insertions: readonly Insertion[]): (place: Place) => Place {
  const placed = insertions.map(({ at, text }) => {
    const before = source.slice(0, at).split('\n');
    return { line: before.length - 1, column: before.at(-1)?.length ?? 0, length: text.length };
  });
  return ({ line, column }) => {
    let back = column;
    for (const each of placed) {
      if (each.line !== line || each.column >= back) continue;
      back = Math.max(each.column, back - each.length);
    }
    return { line, column: back };
  };
}
