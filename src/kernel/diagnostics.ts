import { readFileSync } from 'node:fs';
import type { Failure } from './failure.js';
import type { Diagnostic } from './tslab.js';

/** What TypeScript found wrong with a cell, or with a file that runs as one, as one error. */
export function failureOfDiagnostics(source: string, diagnostics: readonly Diagnostic[], file?: string): Failure {
  const lines = source.split('\n');
  const traceback: string[] = [];
  let previous: Diagnostic | undefined;
  for (const diagnostic of diagnostics) {
    if (previous && belongsTo(previous, diagnostic)) {
      // The converter flattens a chain of reasons; the later ones explain the first.
      traceback.splice(-2, 0, `  ${diagnostic.messageText}`);
    } else {
      traceback.push(...describe(lines, diagnostic, file));
      previous = diagnostic;
    }
  }
  const first = diagnostics[0];
  const evalue = first ? `${placeOf(lines, first, file)} - ${first.messageText}` : 'unknown';
  return { ename: 'TypeScriptError', evalue, traceback };
}

function belongsTo(first: Diagnostic, next: Diagnostic): boolean {
  return first.start.offset === next.start.offset && first.end.offset === next.end.offset;
}

function describe(cell: readonly string[], diagnostic: Diagnostic, file?: string): string[] {
  const headline = `TypeScriptError: ${placeOf(cell, diagnostic, file)} - ${diagnostic.messageText}`;
  const lines = diagnostic.fileName === undefined ? cell : linesOfFile(diagnostic.fileName);
  const { line, character } = clamp(lines, diagnostic);
  const source = lines[line] ?? '';
  const sameLine = diagnostic.end.line === diagnostic.start.line;
  const end = sameLine ? diagnostic.end.character : source.length;
  const carets = '^'.repeat(Math.max(1, Math.min(end, source.length) - character));
  return [headline, source, source.slice(0, character).replace(/[^\t]/g, ' ') + carets];
}

/** The compiler names files from the folder of the notebook, which is ours. */
function linesOfFile(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
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
