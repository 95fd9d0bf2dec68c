import { FitError } from '../fit-error.js';

/** The argument names of a function, and the numbers that are their defaults. */
export interface Signature {
  names: string[];
  defaults: Map<string, number>;
}

/**
 * Reads the argument names from a function's text, as far as they are plain names.
 *
 * A minified function has lost them: give `params` then.
 */
export function signatureOf(f: (...args: never[]) => unknown): Signature {
  const names: string[] = [];
  const defaults = new Map<string, number>();
  for (const argument of argumentsOf(f)) {
    const [, name, value] = /^([\p{L}_$][\p{L}\p{N}_$]*)\s*(?:=\s*([^]*))?$/u.exec(argument) ?? [];
    if (name === undefined) throw unreadable(f, argument);
    names.push(name);
    if (value !== undefined && value.trim() !== '' && Number.isFinite(Number(value))) defaults.set(name, Number(value));
  }
  return { names, defaults };
}

function unreadable(f: { name: string }, argument: string): FitError {
  return new FitError(
    `The argument '${argument}' of the model function ${f.name || 'given'} is no plain name; ` +
      "name the parameters yourself: new Model(f, { params: ['A', 'sigma'] }).",
  );
}

/** The text of each argument, without comments. */
function argumentsOf(f: (...args: never[]) => unknown): string[] {
  const text = Function.prototype.toString.call(f).replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '');
  const single = /^(?:async\s+)?([\p{L}_$][\p{L}\p{N}_$]*)\s*=>/u.exec(text)?.[1];
  if (single !== undefined) return [single];
  const start = text.indexOf('(');
  if (start < 0) return [];
  return splitTopLevel(text, start + 1);
}

/** What stands between the commas up to the closing parenthesis. */
function splitTopLevel(text: string, start: number): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < text.length; at++) {
    const character = text[at] as string;
    if (depth === 0 && (character === ',' || character === ')')) {
      pieces.push(text.slice(from, at).trim());
      from = at + 1;
      if (character === ')') break;
    }
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
  }
  return pieces.filter((piece) => piece !== '');
}
