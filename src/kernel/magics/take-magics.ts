import type { Compiler, SourceFile } from '../tslab.js';
import { CELL_MAGIC_NAMES, KNOWN_MAGICS, MAGIC_NAMES } from './known-magics.js';

/** A line of a cell that speaks to the kernel, such as `%matplotlib notebook`. */
export interface Magic {
  name: string;
  argument: string;
  /** Whether it stands before the whole cell: `%%time`. */
  cell: boolean;
  /** Where its argument begins, in the cell. */
  argumentAt: number;
}

/** A cell without its magics, everything else at the same line and column. */
export interface Demagicked {
  source: string;
  magics: Magic[];
  /** The names that lines such as `?name` and `name?` ask about. */
  asked: string[];
}

/** A line that may be a magic or a question. */
interface Found {
  start: number;
  /** What is overwritten. */
  text: string;
  by: string;
  magic?: Magic;
  asked?: string;
}

const MAGIC_LINE = new RegExp(`^([ \\t]*)(%%?)(${MAGIC_NAMES.join('|')})(?![\\w$?])([ \\t]*)(.*)$`, 'gm');
const PATH = '%{0,2}[\\p{ID_Start}$_][\\p{ID_Continue}$.]*';
const QUESTION_LINE = new RegExp(`^[ \\t]*(?:\\?\\??(${PATH})|(${PATH})\\?\\??)[ \\t]*;?[ \\t]*$`, 'gmu');

/**
 * Overwrites magics with comments or spaces of the same length, so that lines, columns and cursors stay
 * right.
 *
 * A line within a template, a string or a block comment is no magic, and a `?` that belongs to a
 * conditional expression is no question.
 */
export function takeMagics(compiler: Compiler, source: string): Demagicked {
  const found = [...findMagics(source), ...findQuestions(source)].sort((a, b) => a.start - b.start);
  if (found.length === 0) return { source, magics: [], asked: [] };
  // Blank first: a magic that is left in the text keeps the parser from seeing what follows it.
  const blank = overwrite(source, found, ({ text }) => ' '.repeat(text.length));
  const file = compiler.createSourceFile('cell.ts', blank, compiler.ScriptTarget.Latest, true);
  const real = found.filter(({ start }) => !isWithinText(compiler, file, start));
  return {
    source: overwrite(source, real, ({ by }) => by),
    magics: real.flatMap(({ magic }) => magic ?? []),
    asked: real.flatMap(({ asked }) => asked ?? []),
  };
}

function findMagics(source: string): Found[] {
  return [...source.matchAll(MAGIC_LINE)].flatMap((match) => {
    const [line, indent = '', sign = '', name = '', gap = '', rest = ''] = match;
    const start = match.index + indent.length;
    const cell = sign === '%%';
    if (cell && !(CELL_MAGIC_NAMES.includes(name) && source.slice(0, start).trim() === '')) return [];
    const argumentAt = start + sign.length + name.length + gap.length;
    const keepsCode = !cell && KNOWN_MAGICS[name]?.takesCode === true && rest.trim() !== '';
    const text = source.slice(start, keepsCode ? argumentAt : match.index + line.length);
    // A semicolon: the statement must not go on from the line before.
    const by = keepsCode ? `;${' '.repeat(text.length - 1)}` : `//${text.slice(2)}`;
    return [{ start, text, by, magic: { name, argument: rest.trim(), cell, argumentAt } }];
  });
}

function findQuestions(source: string): Found[] {
  const lines = [...source.matchAll(QUESTION_LINE)];
  return lines.flatMap((match) => {
    const text = match[0].trim();
    const start = match.index + match[0].indexOf(text);
    const after = source.slice(match.index + match[0].length).trimStart();
    if (!isQuestion(match[1] === undefined, after)) return [];
    return [{ start, text, by: `//${text.slice(2)}`, asked: match[1] ?? match[2] ?? '' }];
  });
}

/** `?name` may be half of a conditional expression, and so may `name?` unless nothing but questions follow. */
function isQuestion(isSuffix: boolean, after: string): boolean {
  if (!isSuffix) return !after.startsWith(':');
  return after.split('\n').every((line) => line.trim() === '' || line.match(QUESTION_LINE) !== null);
}

function overwrite(source: string, found: readonly Found[], by: (each: Found) => string): string {
  let out = '';
  let at = 0;
  for (const each of found) {
    out += source.slice(at, each.start) + by(each);
    at = each.start + each.text.length;
  }
  return out + source.slice(at);
}

function isWithinText(compiler: Compiler, file: SourceFile, position: number): boolean {
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
