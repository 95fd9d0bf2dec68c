import { readFileSync } from 'node:fs';
import { shortened } from '../text/index.js';
import type { Failure } from './failure.js';
import { bestOverload } from './overloads.js';
import { pythonHint } from './python-syntax.js';
import type { Compiler, Diagnostic } from './tslab.js';

/** A cell, or a file that runs as one, that the compiler has refused. */
export interface Refused {
  /** As the user wrote it. */
  code: string;
  /** Without magics, everything else in its place. */
  source: string;
  /** The file's name; undefined for a cell. */
  file?: string | undefined;
}

/** The longest type that is shown of those that the compiler spells out. */
const LONGEST_TYPE = 90;

/** How many reasons are shown beneath a message. */
const MOST_REASONS = 2;

/** What TypeScript found wrong, as one error: the answer first, the compiler's chains of reasons cut short. */
export function failureOfDiagnostics(
  compiler: Compiler,
  { code, source, file }: Refused,
  diagnostics: readonly Diagnostic[],
): Failure {
  const lines = code.split(/\r?\n/);
  const told = chainsIn(diagnostics).map((chain) => bestOverload(compiler, source, chain) ?? endsOf(chain));
  const explained = new Set<number>();
  const traceback = told.flatMap((chain) => {
    const [first] = chain;
    if (!first || (first.fileName === undefined && explained.has(clamp(lines, first).line))) return [];
    const hint = firstHint(code, chain);
    // The compiler stumbles over every word of a line that is another language.
    if (hint !== undefined) explained.add(first.start.line);
    return [...describe(lines, chain, file), ...(hint === undefined ? [] : [hint])];
  });
  const first = told[0]?.[0];
  const evalue = first ? `${placeOf(lines, first, file)} - ${withShortTypes(first.messageText)}` : 'unknown';
  return { ename: 'TypeScriptError', evalue, traceback };
}

/** The converter flattens a chain of reasons; the later ones explain the first. */
function chainsIn(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const chains: Diagnostic[][] = [];
  for (const diagnostic of diagnostics) {
    const last = chains.at(-1);
    if (last?.[0] && belongsTo(last[0], diagnostic)) last.push(diagnostic);
    else chains.push([diagnostic]);
  }
  return chains;
}

function belongsTo(first: Diagnostic, next: Diagnostic): boolean {
  return first.start.offset === next.start.offset && first.end.offset === next.end.offset;
}

/** Of a long chain the first message and the last, which is the deepest reason. */
function endsOf(chain: readonly Diagnostic[]): Diagnostic[] {
  return chain.length > 1 + MOST_REASONS ? [...chain.slice(0, 1), ...chain.slice(-1)] : [...chain];
}

function firstHint(code: string, chain: readonly Diagnostic[]): string | undefined {
  for (const each of chain) {
    const hint = pythonHint(code, each);
    if (hint !== undefined) return hint;
  }
  return undefined;
}

function describe(cell: readonly string[], chain: readonly Diagnostic[], file?: string): string[] {
  const [diagnostic, ...reasons] = chain;
  if (!diagnostic) return [];
  const headline = `TypeScriptError: ${placeOf(cell, diagnostic, file)} - ${withShortTypes(diagnostic.messageText)}`;
  const lines = diagnostic.fileName === undefined ? cell : linesOfFile(diagnostic.fileName);
  const { line, character } = clamp(lines, diagnostic);
  const source = lines[line] ?? '';
  const sameLine = diagnostic.end.line === diagnostic.start.line;
  const end = sameLine ? diagnostic.end.character : source.length;
  const carets = '^'.repeat(Math.max(1, Math.min(end, source.length) - character));
  return [
    headline,
    ...reasons.map(({ messageText }) => `  ${withShortTypes(messageText)}`),
    source,
    source.slice(0, character).replace(/[^\t]/g, ' ') + carets,
  ];
}

/** Types stand in single quotes. What they hold is left out where anything may be: `Readable`, as it is documented. */
function withShortTypes(message: string): string {
  return message.replace(/'([^']*)'/g, (_, type: string) => {
    return `'${shortened(type.replaceAll('<unknown>', ''), LONGEST_TYPE)}'`;
  });
}

/** The compiler names files from the folder of the notebook, which is ours. */
function linesOfFile(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

function placeOf(lines: readonly string[], diagnostic: Diagnostic, file?: string): string {
  if (diagnostic.fileName !== undefined) {
    return `${diagnostic.fileName} ${diagnostic.start.line + 1}:${diagnostic.start.character + 1}`;
  }
  const { line, character } = clamp(lines, diagnostic);
  return `${file === undefined ? '' : `${file} `}${line + 1}:${character + 1}`;
}

/** The converter appends a line to the cell; what is found there belongs to the cell's end. */
function clamp(lines: readonly string[], { start }: Diagnostic): { line: number; character: number } {
  if (start.line < lines.length) return start;
  const line = Math.max(0, lines.length - 1);
  return { line, character: lines[line]?.length ?? 0 };
}
