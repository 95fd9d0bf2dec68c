import { minus, timesTenTo } from './number-text.js';

/** The texts of an axis' ticks, and what they have to be multiplied with or added to. */
export interface TickTexts {
  texts: string[];
  /** Such as `×10⁻⁹` or `+1795000000`; empty where the texts speak for themselves. */
  note: string;
}

const MOST_DECIMALS = 12;

/** Beyond this an offset is written with a power of ten: its zeros would tell nothing. */
const LONGEST_OFFSET = 15;

/** A double has no more decimals in its mantissa. */
const MOST_OFFSET_DIGITS = 16;

/** Ticks that differ only after this many digits are written as differences from a round number. */
const DIGITS_BEFORE_OFFSET = 5;

/** Steps are 1, 2 or 5 times a power of ten but for rounding errors. */
const ROUNDING = 1e-4;

/** Writes ticks short enough to stand side by side, however large, small or alike they are. */
export function tickTexts(ticks: readonly number[]): TickTexts {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs((ticks[1] as number) - (ticks[0] as number)) : largest;
  if (step > 0 && largest / step >= 10 ** DIGITS_BEFORE_OFFSET) return withOffset(ticks, step);
  const exponent = exponentOf(largest);
  const unit = 10 ** exponent;
  const decimals = decimalsOf(step / unit);
  return { texts: ticks.map((tick) => minus((tick / unit).toFixed(decimals))), note: timesTenTo(exponent) };
}

function withOffset(ticks: readonly number[], step: number): TickTexts {
  const first = Math.min(...ticks);
  const round = 10 ** Math.ceil(Math.log10(step * ticks.length));
  const offset = Math.floor(first / round) * round;
  const { texts, note } = tickTexts(ticks.map((tick) => tick - offset));
  const sign = offset < 0 ? '\u2212' : '+';
  return { texts, note: `${note} ${sign}${offsetText(Math.abs(offset), round)}`.trim() };
}

/** An offset with every digit down to that of `round`. */
function offsetText(offset: number, round: number): string {
  const last = Math.floor(Math.log10(round) + ROUNDING);
  const first = Math.floor(Math.log10(offset) + ROUNDING);
  if (first < LONGEST_OFFSET && last > -LONGEST_OFFSET) return offset.toFixed(Math.max(0, -last));
  const [mantissa = '', power] = offset
    .toExponential(Math.min(MOST_OFFSET_DIGITS, Math.max(0, first - last)))
    .split('e');
  return mantissa + timesTenTo(Number(power));
}

/** Large and tiny numbers are written with a power of ten. */
function exponentOf(largest: number): number {
  const plain = largest === 0 || (largest >= 1e-3 && largest < 1e6);
  return plain ? 0 : Math.floor(Math.log10(largest) + ROUNDING);
}

function decimalsOf(step: number): number {
  if (!(step > 0)) return 0;
  return Math.min(MOST_DECIMALS, Math.max(0, -Math.floor(Math.log10(step) + ROUNDING)));
}
