import type { Insertion } from '../insertions.js';
import type { Compiler } from '../tslab.js';
import { MagicError } from './magic-error.js';
import type { Magic } from './take-magics.js';

/** Where the stopwatch is to be started and stopped in a cell. */
export interface Timing {
  insertions: Insertion[];
  /** Whether the whole cell is timed. */
  cell: boolean;
}

/**
 * Finds the statements that `%time` marks; `source` is the cell without its magics, and `stopwatch` an
 * expression for the object to call.
 *
 * The last statement is not stopped here: its value is the cell's, and may have to be awaited.
 */
export function timedStatements(
  compiler: Compiler,
  source: string,
  magics: readonly Magic[],
  stopwatch: string,
): Timing {
  const times = magics.filter(({ name }) => name === 'time');
  const statements = times.filter(({ cell }) => !cell);
  const timing: Timing = { insertions: [], cell: times.length > statements.length };
  if (statements.length === 0) return timing;
  const file = compiler.createSourceFile('cell.ts', source, compiler.ScriptTarget.Latest, true);
  for (const [index, { argument, argumentAt }] of statements.entries()) {
    if (argument === '') throw new MagicError('%time: write the statement on the same line.');
    const statement = file.statements.find((each) => each.getStart() === argumentAt);
    if (!statement) throw new MagicError('%time stands before a statement of the cell, not within another one.');
    timing.insertions.push({ at: argumentAt, text: `${stopwatch}.start(${index});` });
    if (statement === file.statements.at(-1)) continue;
    timing.insertions.push({ at: statement.end, text: `;${stopwatch}.stop(${index});` });
  }
  return timing;
}
