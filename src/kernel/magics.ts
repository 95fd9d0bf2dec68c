import type { Compiler } from './tslab.js';

/** A line of a cell that speaks to the kernel, such as `%matplotlib notebook`. */
export interface Magic {
  name: string;
  argument: string;
}

/** A cell without its magics, everything else at the same line and column. */
export interface Demagicked {
  source: string;
  magics: Magic[];
}

/** The names of all magics; other lines that begin with `%` are TypeScript. */
export const MAGIC_NAMES: readonly string[] = ['matplotlib'];

const MAGIC_LINE = new RegExp(`^[ \\t]*%(${MAGIC_NAMES.join('|')})(?![\\w$])(.*)$`, 'gm');

interface Found extends Magic {
  start: number;
  text: string;
}

/**
 * Overwrites magics with comments of the same length, so that lines, columns and cursors stay right.
 *
 * A line within a template, a string or a block comment is no magic.
 */
export function takeMagics(compiler: Compiler, source: string): Demagicked {
  const found: Found[] = [...source.matchAll(MAGIC_LINE)].map((match) => {
    const start = match.index + match[0].indexOf('%');
    return {
      start,
      text: source.slice(start, match.index + match[0].length),
      name: match[1] ?? '',
      argument: (match[2] ?? '').trim(),
    };
  });
  if (found.length === 0) return { source, magics: [] };
  // Blank first: a magic that is left in the text keeps the parser from seeing what follows it.
  const blank = overwrite(source, found, (text) => ' '.repeat(text.length));
  const file = compiler.createSourceFile('cell.ts', blank, compiler.ScriptTarget.Latest, true);
  const real = found.filter(({ start }) => !isWithinText(compiler, file, start));
  const magics = real.map(({ name, argument }) => ({ name, argument }));
  return { source: overwrite(source, real, (text) => `//${text.slice(2)}`), magics };
}

function overwrite(source: string, found: readonly Found[], by: (text: string) => string): string {
  let out = '';
  let at = 0;
  for (const { start, text } of found) {
    out += source.slice(at, start) + by(text);
    at = start + text.length;
  }
  return out + source.slice(at);
}

function isWithinText(compiler: Compiler, file: ReturnType<Compiler['createSourceFile']>, position: number): boolean {
  const token = compiler.getTokenAtPosition(file, position);
  const start = token.getStart();
  return start <= position ? position < token.end : endsInComment(file.text.slice(token.pos, position));
}

/** Whether a text of spaces and comments ends within a block comment. */
function endsInComment(trivia: string): boolean {
  let rest = trivia;
  for (;;) {
    const comment = /\/\/[^\n]*|\/\*/.exec(rest);
    if (!comment) return false;
    rest = rest.slice(comment.index + comment[0].length);
    if (comment[0] !== '/*') continue;
    const end = rest.indexOf('*/');
    if (end < 0) return true;
    rest = rest.slice(end + 2);
  }
}
