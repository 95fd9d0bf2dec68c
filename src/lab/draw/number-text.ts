const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Digits that are written even where fewer would tell a number from its neighbours. */
const FEWEST_DIGITS = 6;

/** A double has no more. */
const MOST_DIGITS = 17;

/** Smaller and larger numbers are written with a power of ten. */
const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e15;

/** Makes the sign a true minus; a zero that was rounded has none. */
export function minus(text: string): string {
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '\u2212');
}

/** A power of ten as a factor: `×10⁻⁹`; nothing for 0. */
export function timesTenTo(exponent: number): string {
  if (exponent === 0) return '';
  const digits = Array.from(String(Math.abs(exponent)), (digit) => SUPERSCRIPTS[Number(digit)]);
  return `×10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** Writes a number with as many digits as tell it from its neighbours, and with six at least. */
export function numberText(value: number, neighbours: readonly number[] = []): string {
  if (!Number.isFinite(value)) return String(value).replace('-', '\u2212');
  const others = neighbours.filter((each) => Number.isFinite(each) && each !== value);
  const fewest = Math.max(FEWEST_DIGITS, wholeDigits(value));
  for (let digits = fewest; digits < MOST_DIGITS; digits++) {
    const text = value.toPrecision(digits);
    if (others.every((other) => other.toPrecision(digits) !== text)) return written(value, digits);
  }
  return written(value, MOST_DIGITS);
}

/** Digits before the point: none of them may be rounded away. */
function wholeDigits(value: number): number {
  const size = Math.abs(value);
  return size >= 1 && size < LARGEST_PLAIN ? Math.floor(Math.log10(size)) + 1 : 0;
}

function written(value: number, digits: number): string {
  const precise = value.toPrecision(digits);
  const size = Math.abs(Number(precise));
  if (size === 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN)) return minus(trimmed(precise));
  const [mantissa = '', power] = value.toExponential(digits - 1).split('e');
  return minus(trimmed(mantissa)) + timesTenTo(Number(power));
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
