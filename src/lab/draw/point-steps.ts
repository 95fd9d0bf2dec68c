import type { PointIndex, ShownPoints } from './shown-points.js';

/** Points that Page Up and Page Down pass over. */
const PAGE = 10;

/** How far keys go along a line, in the order in which its points were taken. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: -Infinity,
  End: Infinity,
};

/** Keys that go to another line. */
const LINES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/**
 * The point that a key leads to; undefined for keys that lead nowhere, `from` where there is no
 * further point. Gaps and points outside of the plot are passed over.
 */
export function stepFrom(from: PointIndex | undefined, key: string, shown: ShownPoints): PointIndex | undefined {
  const line = LINES[key];
  const step = STEPS[key] ?? line;
  if (step === undefined) return undefined;
  if (!from) return enter(step, shown);
  return line === undefined ? along(from, step, shown) : otherLine(from, line, shown);
}

/** The first step from nowhere: forward from the beginning, backward from the end. */
function enter(step: number, shown: ShownPoints): PointIndex | undefined {
  const fromBeginning = step === -Infinity || (step > 0 && step !== Infinity);
  for (const line of shown.lines.keys()) {
    const found = outermost(line, fromBeginning, shown);
    if (found) return found;
  }
  return undefined;
}

function along(from: PointIndex, step: number, shown: ShownPoints): PointIndex {
  if (!Number.isFinite(step)) return outermost(from.line, step < 0, shown) ?? from;
  let at = from;
  for (let left = Math.abs(step); left > 0; left--) at = next(at, Math.sign(step), shown) ?? at;
  return at;
}

/** The first or the last point of a line. */
function outermost(line: number, first: boolean, shown: ShownPoints): PointIndex | undefined {
  return first ? next({ line, point: -1 }, 1, shown) : next({ line, point: shown.count(line) }, -1, shown);
}

/** The next point that can be seen. */
function next({ line, point }: PointIndex, direction: number, shown: ShownPoints): PointIndex | undefined {
  for (let at = point + direction; at >= 0 && at < shown.count(line); at += direction) {
    if (shown.placeOf({ line, point: at })) return { line, point: at };
  }
  return undefined;
}

function otherLine(from: PointIndex, step: number, shown: ShownPoints): PointIndex {
  const place = shown.placeOf(from);
  for (let line = from.line + step; line >= 0 && line < shown.lines.length; line += step) {
    const found = place && shown.nearestInLine(line, place);
    if (found) return found;
  }
  return from;
}
