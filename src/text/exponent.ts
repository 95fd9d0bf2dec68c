/** JavaScript's numbers can be written with at most this many digits after the first. */
const MOST_DIGITS = 100;

/**
 * A number in scientific notation, as Python's `%.ne` writes it: exact ties go to the even digit and the
 * exponent has at least two digits.
 *
 * @example
 * scientific(12345, 2) // '1.23e+04'
 */
export function scientific(value: number, digits: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const { sign, mantissa, exponent } = rounded(value, digits);
  return `${sign}${mantissa}e${exponentText(exponent)}`;
}

/**
 * A number with so many significant digits, as Python's `%.ng` writes it: the shorter of plain and
 * scientific notation, without zeros at the end.
 *
 * @example
 * general(0.39978769, 4) // '0.3998'
 * general(2.5e-7, 4)     // '2.5e-07'
 */
export function general(value: number, digits: number): string {
  if (!Number.isFinite(value)) return notFinite(value);
  const significant = Math.max(1, digits);
  const { sign, mantissa, exponent } = rounded(value, significant - 1);
  if (exponent < -4 || exponent >= significant) return `${sign}${trimmed(mantissa)}e${exponentText(exponent)}`;
  return sign + trimmed(shifted(mantissa.replace('.', ''), exponent));
}

function notFinite(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

interface Rounded {
  sign: string;
  mantissa: string;
  exponent: number;
}

/** The value rounded half to even; `toExponential` takes exact ties up. */
function rounded(value: number, digits: number): Rounded {
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  const [mantissa, exponent] = size.toExponential(digits).split('e') as [string, string];
  const below = tieBelow(size, digits);
  return { sign, mantissa: below ?? mantissa, exponent: Number(exponent) };
}

/** If the value lies exactly between two texts and the lower one is even, that one. */
function tieBelow(size: number, digits: number): string | undefined {
  const [exact] = size.toExponential(MOST_DIGITS).split('e') as [string];
  const at = digits === 0 ? 2 : digits + 2;
  if (exact[at] !== '5' || /[1-9]/.test(exact.slice(at + 1))) return undefined;
  const cut = exact.slice(0, digits === 0 ? 1 : at);
  return Number(cut.at(-1)) % 2 === 0 ? cut : undefined;
}

function exponentText(exponent: number): string {
  return `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function shifted(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1);
  const rest = digits.slice(exponent + 1);
  return rest === '' ? whole : `${whole}.${rest}`;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
