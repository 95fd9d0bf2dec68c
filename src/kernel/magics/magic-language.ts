import { CELL_MAGIC_NAMES, KNOWN_MAGICS, MAGIC_NAMES, magicHelp } from './known-magics.js';

/** What the text before the cursor could become, and where that begins; offsets in UTF-16 units. */
export interface MagicCompletion {
  matches: string[];
  start: number;
}

/** Completes the name or the argument of a magic; undefined where there is none. */
export function completeMagic(code: string, at: number): MagicCompletion | undefined {
  const lineStart = code.lastIndexOf('\n', at - 1) + 1;
  const line = code.slice(lineStart, at);
  const [, indent = '', sign = '', typed = '', gap, argument = ''] =
    /^([ \t]*)(%%?)(\w*)(?:([ \t]+)(\w*))?$/.exec(line) ?? [];
  if (sign === '') return undefined;
  if (gap !== undefined) return found(KNOWN_MAGICS[typed]?.choices ?? [], argument, '', at - argument.length);
  const isFirst = code.slice(0, lineStart).trim() === '';
  const cell = isFirst ? found(CELL_MAGIC_NAMES, typed, '%%', lineStart + indent.length) : undefined;
  if (sign === '%%') return cell;
  const lines = found(MAGIC_NAMES, typed, '%', lineStart + indent.length);
  return lines && { ...lines, matches: [...lines.matches, ...(cell?.matches ?? [])] };
}

function found(names: readonly string[], typed: string, sign: string, start: number): MagicCompletion | undefined {
  const matches = names.filter((name) => name.startsWith(typed)).map((name) => sign + name);
  return matches.length > 0 ? { matches, start } : undefined;
}

/** The help on the magic whose name is at the cursor; undefined where there is none. */
export function inspectMagic(code: string, at: number): string | undefined {
  const lineStart = code.lastIndexOf('\n', at - 1) + 1;
  const line = code.slice(lineStart).split('\n', 1)[0] ?? '';
  const [, before = '', name = ''] = /^([ \t]*%%?)(\w+)/.exec(line) ?? [];
  const column = at - lineStart;
  if (!Object.hasOwn(KNOWN_MAGICS, name) || column > before.length + name.length) return undefined;
  return magicHelp([name]);
}
