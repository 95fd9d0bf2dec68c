import type { Diagnostic } from './tslab.js';

/** What the compiler complains of, with the code around it. */
interface Complaint {
  /** The line of code. */
  line: string;
  /** The line up to the place of the complaint, and from there on. */
  before: string;
  from: string;
  /** The name at that place. */
  name: string;
  /** All that follows the line. */
  below: string;
}

type Rule = (complaint: Complaint) => string | undefined;

/** What to write instead of names that Python has and TypeScript has not. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['None', 'null, and undefined for what is not given'],
  ['True', 'true'],
  ['False', 'false'],
  ['print', 'console.log(...)'],
  ['len', 'x.length, or x.size of a Map or Set'],
  ['range', 'a loop: for (let i = 0; i < n; i++) { ... }'],
  ['str', 'String(x)'],
  ['int', 'Math.trunc(Number(x))'],
  ['float', 'Number(x)'],
  ['list', '[...x]'],
  ['dict', '{ a: 1 }, or new Map()'],
  ['self', 'this'],
  ['isinstance', 'x instanceof Class, or typeof x'],
  ['enumerate', 'for (const [i, x] of xs.entries()) { ... }'],
  ['abs', 'Math.abs(x)'],
  ['pass', 'nothing between braces: {}'],
]);

/** Where the parts of Python's packages are. */
const MODULES: readonly (readonly [python: RegExp, ours: string])[] = [
  [/^ophyd\.sim$|^livesky\.sim$/, 'livesky/sim'],
  [/^(?:bluesky|ophyd|livesky)(?:\..*)?$/, 'livesky'],
];

/** Statements, by how their line begins; `$1` and the like are what was found. */
const STATEMENTS: readonly (readonly [python: RegExp, typescript: string])[] = [
  [/^async def (\w+)\s*\((.*)\).*:/, 'async function $1($2) { ... }'],
  [/^class (\w+)\s*\((\w+)\)\s*:/, 'class $1 extends $2 { ... }'],
  [/^class (\w+)(?:\(\))?\s*:/, 'class $1 { ... }'],
  [/^for (\w+) in range\((\w+)\)\s*:/, 'for (let $1 = 0; $1 < $2; $1++) { ... }'],
  [/^for (.+) in (.+):/, 'for (const $1 of $2) { ... }'],
  [/^(if|while) (.+):/, '$1 ($2) { ... }'],
  [/^elif (.+):/, 'else if ($1) { ... }'],
  [/^(else|try|finally)\s*:/, '$1 { ... }'],
  [/^except\b.*:/, 'catch (error) { ... }'],
  [/^with (.+) as (\w+)\s*:/, 'const $2 = $1, and what ends it in try { ... } finally { ... }'],
  [/^raise (.+)/, "throw new Error('why')"],
  [/^del (.+)/, 'delete record.key; a name can be declared anew in a later cell'],
  [/^global (\w+)/, 'nothing: functions see the names of cells'],
  [/^assert (?!\()(.+)/, "if (!($1)) throw new Error('why')"],
];

/** What stands within an expression, and how TypeScript says it. */
const EXPRESSIONS: readonly (readonly [python: RegExp, typescript: string])[] = [
  [/\blambda ([\w, ]*):\s*((?:[^,()]|\([^()]*\))+)/, '($1) => $2'],
  [/\byield from (.+)/, 'yield* $1'],
  [/\bis not None\b/, 'x !== null'],
  [/\bis None\b/, 'x === null'],
  [/\bnot in\b/, '!list.includes(x)'],
  [/([^=(;{}]+) if (?!\()(.+) else ([^);]+)/, '$2 ? $1 : $3'],
  [/(?:^|[\s(])not (\w+)/, '!$1'],
  [/[\w)\]] and [\w(]/, 'a && b'],
  [/[\w)\]] or [\w(]/, 'a || b'],
];

/** Words of Python's within what is translated. */
const WORDS: readonly (readonly [python: RegExp, typescript: string])[] = [
  [/\bTrue\b/g, 'true'],
  [/\bFalse\b/g, 'false'],
  [/\bNone\b/g, 'null'],
  [/ and /g, ' && '],
  [/ or /g, ' || '],
  [/\bnot /g, '!'],
  [/(?<![=!])==(?!=)/g, '==='],
];

const RULES: readonly Rule[] = [imported, commented, defined, statement, keyword, quoted, named, expression, assigned];

/** TypeScript's numbers for names and members that it cannot find, and for what is no target of `=`. */
const UNKNOWN_NAME = [2304, 2552, 2581, 2582, 2583, 2584, 2585, 2588, 2662, 2663];
/** The numbers of messages about syntax are below the first of these, and some, of private names, in the second range. */
const isOfSyntax = (code: number): boolean => code < 2000 || code >= 18_000;
/** Messages that `import x as y` leads to. */
const OF_IMPORT = [2303, 2503, 4081];

/**
 * The TypeScript way to say what looks like Python where the compiler complains; undefined for anything
 * else. Code that compiles is never looked at.
 */
export function pythonHint(source: string, { start, code, fileName }: Diagnostic): string | undefined {
  if (fileName !== undefined || !(isOfSyntax(code) || [...UNKNOWN_NAME, ...OF_IMPORT].includes(code))) return undefined;
  const lines = source.split('\n');
  const line = (lines[start.line] ?? '').replace(/\r$/, '');
  const from = line.slice(start.character);
  const complaint: Complaint = {
    line: line.trim(),
    before: line.slice(0, start.character),
    from,
    name: /^[\p{ID_Start}$_][\p{ID_Continue}$]*/u.exec(from)?.[0] ?? '',
    below: lines.slice(start.line + 1).join('\n'),
  };
  const way = firstOf(RULES, (rule) => rule(complaint));
  return way === undefined ? undefined : `In TypeScript: ${way}`;
}

function imported({ line }: Complaint): string | undefined {
  const [, from = '', names = ''] = /^from\s+([\w.]+)\s+import\s+\(?(.+?)\)?$/.exec(line) ?? [];
  if (from !== '') {
    const all = names.trim() === '*';
    const wanted = all
      ? 'RunEngine, scan, ...'
      : names
          .split(/\s*,\s*/)
          .map(inCamelCase)
          .join(', ');
    return `import { ${wanted} } from '${moduleOf(from)}'${all ? ', each name by itself' : ''}`;
  }
  const [, module = '', , alias] = /^import\s+([\w.]+)(\s+as\s+(\w+))?$/.exec(line) ?? [];
  if (module === '') return undefined;
  return `import * as ${alias ?? module.replace(/.*\./, '')} from '${moduleOf(module)}'`;
}

function commented({ from, line }: Complaint): string | undefined {
  return from.startsWith('#') || line.startsWith('#') ? 'a comment begins with //' : undefined;
}

function defined({ line, below }: Complaint): string | undefined {
  const [, name = '', given = ''] = /^def (\w+)\s*\((.*)\).*:/.exec(line) ?? [];
  if (name === '') return undefined;
  const parameters = inCamelCase(given.replace(/^self(?:,\s*)?/, ''));
  if (name === '__init__') return `constructor(${parameters}) { ... }`;
  const body = /^(?:[ \t]+.*\n?|\n)*/.exec(below)?.[0] ?? '';
  return `function${/\byield\b/.test(line + body) ? '*' : ''} ${inCamelCase(name)}(${parameters}) { ... }`;
}

function statement({ line }: Complaint): string | undefined {
  return translated(line, STATEMENTS);
}

/** `scan(..., num=3)`: an assignment among the arguments of a call, not in the head of a loop. */
function keyword({ before, from, name }: Complaint): string | undefined {
  if (name === '' || !isAssigned(from, name) || !/(?:[\w$\])]\s*\(|,)\s*$/.test(before)) return undefined;
  if (/\b(?:for|while|if|switch|return)\s*\(\s*$/.test(before)) return undefined;
  const pairs = [...from.matchAll(/([A-Za-z_]\w*)\s*=(?![=>])\s*([^,()=]+(?:\([^()]*\))?)/g)];
  const options = pairs.map(([, key = '', value = '']) => `${inCamelCase(key)}: ${value.trim()}`);
  return `what is given by name is an object at the end: { ${options.join(', ')} }`;
}

function named({ name }: Complaint): string | undefined {
  const way = NAMES.get(name);
  if (way !== undefined) return `${name} is ${way}`;
  return /^[a-z]\w*_\w+$/.test(name) ? `names are written in camelCase: ${inCamelCase(name)}` : undefined;
}

/** `f"..."` and `"""..."""`. */
function quoted({ line, before, from }: Complaint): string | undefined {
  const text = /\b[fF](["'])(.*?)\1/.exec(line)?.[2];
  const isHere = /^[fF]?["']/.test(from) || /\b[fF]["']/.test(before);
  if (text !== undefined && isHere) return `\`${text.replace(/\{/g, '${')}\``;
  return /"""|'''/.test(line) ? '`text in backticks, over several lines`' : undefined;
}

function expression({ line }: Complaint): string | undefined {
  return translated(withoutTexts(line), EXPRESSIONS);
}

/** `x = 1` of a name that there is not, or that is a constant. */
function assigned({ before, from, name }: Complaint): string | undefined {
  if (name === '' || before.trim() !== '' || !isAssigned(from, name)) return undefined;
  return `declare it, as in const ${name} = ..., or with let if it will change`;
}

function isAssigned(from: string, name: string): boolean {
  return /^\s*=(?![=>])/.test(from.slice(name.length));
}

/** Words in a string or a comment are of no language. */
function withoutTexts(line: string): string {
  return line.replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '""').replace(/\/\/.*/, '');
}

function translated(line: string, table: readonly (readonly [RegExp, string])[]): string | undefined {
  return firstOf(table, ([python, typescript]) => {
    const found = python.exec(line);
    if (!found) return undefined;
    const part = (index: string): string =>
      WORDS.reduce((text, [word, ours]) => text.replace(word, ours), (found[Number(index)] ?? '').trim());
    return typescript.replace(/\$(\d)/g, (_all, index: string) => part(index));
  });
}

function moduleOf(python: string): string {
  return firstOf(MODULES, ([pattern, ours]) => (pattern.test(python) ? ours : undefined)) ?? python;
}

/** Classes keep their names. */
function inCamelCase(text: string): string {
  return text.replace(/(?<=[a-z0-9])_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
