/** The texts of an axis' ticks, and what they have to be multiplied with or added to. */
export interface TickTexts {
  texts: string[];
  /** Such as `×10⁻⁹` or `+1795000000`; empty where the texts speak for themselves. */
  note: string;
}

const MOST_DECIMALS = 12;

/** Ticks that differ only after this many digits are written as differences from a round number. */
const DIGITS_BEFORE_OFFSET = 5;

/** Steps are 1, 2 or 5 times a power of ten but for rounding errors. */
const ROUNDING = 1e-4;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Writes ticks short enough to stand side by side, however large, small or alike they are. */
export function tickTexts(ticks: readonly number[]): TickTexts {
  const largest = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs((ticks[1] as number) - (ticks[0] as number)) : largest;
  if (step > 0 && largest / step >= 10 ** DIGITS_BEFORE_OFFSET) return withOffset(ticks, step);
  const exponent = exponentOf(largest);
  const unit = 10 ** exponent;
  const decimals = decimalsOf(step / unit);
  const note = exponent === 0 ? '' : `×10${superscript(exponent)}`;
  return { texts: ticks.map((tick) => minus((tick / unit).toFixed(decimals))), note };
}

function withOffset(ticks: readonly number[], step: number): TickTexts {
  const first = Math.min(...ticks);
  const round = 10 ** Math.ceil(Math.log10(step * ticks.length));
  const offset = Math.floor(first / round) * round;
  const decimals = decimalsOf(round);
  const { texts, note } = tickTexts(ticks.map((tick) => tick - offset));
  const sign = offset < 0 ? '\u2212' : '+';
  return { texts, note: `${note} ${sign}${Math.abs(offset).toFixed(decimals)}`.trim() };
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

function superscript(exponent: number): string {
  const digits = Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]);
  return (exponent < 0 ? '⁻' : '') + digits.join('');
}

/** A true minus sign; and no minus before a zero that was rounded. */
function minus(text: string): string {
  const zero = Number(text) === 0;
  return zero ? text.replace('-', '') : text.replace('-', '\u2212');
}
