import { ExpressionError } from './expression-error.js';

/** A piece of an expression's text. */
export interface Token {
  kind: 'number' | 'imaginary' | 'name' | 'operator' | 'end';
  text: string;
  at: number;
}

/** Longer expressions are refused: they are no formula, and evaluating them could exhaust the stack. */
const LONGEST = 2_000;

const SPACE = /[ \t\r\n]+/y;
const NUMBER = /(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const OPERATOR = /\*\*|\/\/|<=|>=|==|!=|[-+*/%<>()[\],.]/y;

/** Splits an expression into tokens; the last one is the end. */
export function tokens(text: string): Token[] {
  if (text.length > LONGEST) throw new ExpressionError(`it is longer than ${LONGEST} characters`);
  const found: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const blank = match(SPACE, text, at);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const token = tokenAt(text, at);
    found.push(token);
    at += token.text.length;
  }
  found.push({ kind: 'end', text: '', at });
  return found;
}

function tokenAt(text: string, at: number): Token {
  const number = match(NUMBER, text, at);
  if (number !== undefined) return { kind: /[jJ]$/.test(number) ? 'imaginary' : 'number', text: number, at };
  const name = match(NAME, text, at);
  if (name !== undefined) return { kind: 'name', text: name, at };
  const operator = match(OPERATOR, text, at);
  if (operator !== undefined) return { kind: 'operator', text: operator, at };
  throw new ExpressionError(`'${[...text.slice(at)][0] ?? ''}' at position ${at} cannot stand in an expression`);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
