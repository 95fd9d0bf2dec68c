import type { FigureSpec, RunColumns } from '../figures/index.js';
import { plotsOf } from '../figures/index.js';
import type { FrameBody } from './frame.js';

/** A saved figure that asks for more than a page has. */
export class SizeError extends Error {
  override readonly name = 'SizeError';
}

/** Values that a figure may have in memory; as text they would take 200 MB of its notebook. */
const MOST_VALUES = 20_000_000;

/** Refuses a small file that is large once it is read: rows take room in every column, and columns can share bytes. */
export function checkValues({ rows }: FrameBody): void {
  const fields = new Set(rows.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const length = rows.reduce((sum, chunk) => sum + chunk.length, 0);
  refuseMany(length * fields.size, 'values');
}

/** Refuses a small specification that draws the same points again and again. */
export function checkPoints(spec: FigureSpec, runs: ReadonlyMap<string, RunColumns>): void {
  const lengthOf = (uid: string): number => {
    let length = 0;
    for (const stream of runs.get(uid)?.streams.values() ?? []) length += stream.length;
    return length;
  };
  const lengths = new Map([...runs.keys()].map((uid) => [uid, lengthOf(uid)]));
  refuseMany(
    plotsOf(spec)
      .flatMap(({ series }) => series)
      .reduce((sum, { run }) => sum + (lengths.get(run) ?? 0), 0),
    'points',
  );
}

function refuseMany(count: number, what: string): void {
  if (count <= MOST_VALUES) return;
  throw new SizeError(`The saved figure has ${count} ${what}, more than the ${MOST_VALUES} that can be shown.`);
}
