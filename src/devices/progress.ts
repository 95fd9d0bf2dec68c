import { now } from '../host/index.js';
import type { Progress } from './status.js';

/** From where to where something moves, and since when. */
export interface Way {
  readonly initial: number;
  readonly target: number;
  /** When the move began, in seconds since the Unix epoch. */
  readonly began: number;
}

/** What there is to tell of a move: the part that remains, and how long that will take at the same pace. */
export function progressOf(
  { name, units, precision }: { name: string; units?: string | undefined; precision?: number | undefined },
  { initial, target, began }: Way,
  current: number,
): Progress {
  const distance = Math.abs(target - initial);
  const fraction = distance === 0 ? 0 : Math.min(1, Math.abs(target - current) / distance);
  const timeElapsed = now() - began;
  return {
    name,
    current,
    initial,
    target,
    timeElapsed,
    ...(units === undefined ? {} : { unit: units }),
    ...(precision === undefined ? {} : { precision }),
    ...(Number.isFinite(fraction) ? { fraction } : {}),
    ...(fraction < 1 ? { timeRemaining: (timeElapsed * fraction) / (1 - fraction) } : {}),
  };
}
