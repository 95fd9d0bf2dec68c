import { ticks as ticksBetween } from 'd3';
import type { Quantity } from '../../figures/index.js';
import type { AxisScale } from './axis-scale.js';
import { isLogarithmic } from './axis-scale.js';
import { logTicks } from './log-ticks.js';
import { tickTexts } from './ticks.js';
import type { TickTexts } from './ticks.js';
import { timeTicksOf, timeTickTexts } from './time-ticks.js';

/** The ticks of an axis: their values, and how they are written. */
export interface Ticks extends TickTexts {
  values: number[];
}

/** How much room ticks have. */
export interface TickRoom {
  kind: Quantity['kind'];
  /** Pixels from one tick to the next that look well. */
  space: number;
  /** Pixels from one tick to the next that these texts need so as not to touch. */
  needed(texts: readonly string[]): number;
}

const FEWEST = 2;

/** Places for ticks, and how any of them are written. */
interface Candidates {
  values: readonly number[];
  write: (values: readonly number[]) => TickTexts;
}

/** Chooses round ticks, as many as look well and no more than can be read side by side. */
export function chooseTicks(scale: AxisScale, room: TickRoom): Ticks {
  const onLog = isLogarithmic(scale) ? logTicks(scale, room) : undefined;
  if (onLog) return onLog;
  const [from = 0, to = 0] = scale.range();
  for (let count = Math.max(FEWEST, Math.round(Math.abs(to - from) / room.space)); ; count--) {
    const { values, write } = candidatesOf(scale, room.kind, count);
    const { texts, note } = write(values);
    const crowding = room.needed(texts) / nearest(values.map((value) => scale(value)));
    const every = count > FEWEST || !(crowding > 1) ? 1 : Math.ceil(crowding);
    if (crowding > every) continue;
    const isKept = (_: unknown, i: number): boolean => i % every === 0;
    return { values: values.filter(isKept), texts: texts.filter(isKept), note };
  }
}

function candidatesOf(scale: AxisScale, kind: Quantity['kind'], count: number): Candidates {
  const [low = 0, high = 1] = scale.domain();
  const times = kind === 'time' ? timeTicksOf(Math.min(low, high), Math.max(low, high), count) : [];
  if (times.length > 1) return { values: times, write: timeTickTexts };
  const plain = ticksBetween(low, high, count).filter((value, i, all) => value !== all[i - 1]);
  const whole = kind === 'integer' ? plain.filter(Number.isInteger) : plain;
  return { values: whole.length > 0 ? whole : plain, write: tickTexts };
}

/** Distance of the two places that are nearest to each other. */
function nearest(places: readonly number[]): number {
  return Math.min(...places.slice(1).map((place, i) => Math.abs(place - (places[i] as number))));
}
