import { timeTicks } from 'd3';
import { isoDate } from '../../text/index.js';
import type { TickTexts } from './ticks.js';

const MS_PER_S = 1000;

/** Dates reach as far as this from 1970, in seconds. */
const FARTHEST = 8.64e12;

/** Below this distance between ticks, in seconds, clock times say less than plain seconds. */
const SHORTEST_STEP = 0.002;

/** Ticks at round local times, in seconds since the Unix epoch; nothing where clocks are of no use. */
export function timeTicksOf(low: number, high: number, count: number): number[] {
  if (Math.max(-low, high) > FARTHEST || (high - low) / count < SHORTEST_STEP) return [];
  const dates = timeTicks(new Date(low * MS_PER_S), new Date(high * MS_PER_S), count);
  // Dates are whole milliseconds: the first may lie before the beginning.
  return dates.map((date) => +date / MS_PER_S).filter((time) => time >= low && time <= high);
}

/** Writes ticks as local times, no finer than they are; the day stands in the note where it is one. */
export function timeTickTexts(ticks: readonly number[]): TickTexts {
  const dates = ticks.map((tick) => new Date(Math.round(tick * MS_PER_S)));
  const days = new Set(dates.map(isoDate));
  const years = new Set(dates.map((date) => String(date.getFullYear())));
  const clock = clockOf(dates);
  if (!clock) {
    const oneYear = years.size === 1;
    return {
      texts: dates.map((date) => isoDate(date).slice(oneYear ? 5 : 0)),
      note: oneYear ? [...years].join('') : '',
    };
  }
  if (days.size === 1) return { texts: distinct(dates.map(clock), dates), note: [...days].join('') };
  const texts = dates.map((date) => `${isoDate(date).slice(5)} ${clock(date)}`);
  return { texts: distinct(texts, dates), note: years.size === 1 ? [...years].join('') : '' };
}

/** How times of day are written so that none loses a part; undefined if all are midnight. */
function clockOf(dates: readonly Date[]): ((date: Date) => string) | undefined {
  const any = (part: (date: Date) => number): boolean => dates.some((date) => part(date) !== 0);
  const length = any((date) => date.getSeconds()) ? 'HH:MM:SS'.length : 'HH:MM'.length;
  const decimals = [0, 1, 2, 3].find((count) => !any((date) => date.getMilliseconds() % 10 ** (3 - count))) ?? 3;
  if (decimals > 0)
    return (date) => `${timeOfDay(date)}.${String(date.getMilliseconds()).padStart(3, '0').slice(0, decimals)}`;
  const midnights = !any((date) => date.getHours() + date.getMinutes() + date.getSeconds());
  return midnights ? undefined : (date) => timeOfDay(date).slice(0, length);
}

function timeOfDay(date: Date): string {
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** When clocks are set back an hour comes twice: then each time names its distance from UTC. */
function distinct(texts: readonly string[], dates: readonly Date[]): string[] {
  if (new Set(texts).size === texts.length) return [...texts];
  return texts.map((text, i) => {
    const hours = -(dates[i] as Date).getTimezoneOffset() / 60;
    return `${text}${hours < 0 ? '\u2212' : '+'}${Math.abs(hours)}`;
  });
}
