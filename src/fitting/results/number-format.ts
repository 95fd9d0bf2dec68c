import { fixed, scientific } from '../../text/index.js';

/** Shorter texts would hold no digits. */
const SHORTEST = 7;

/**
 * A number in so many characters with as many digits as fit, as lmfit's reports write it.
 *
 * @param length - default 11
 */
export function gformat(value: number | boolean | null, length = 11): string {
  if (value === null) return 'None'.padStart(length);
  if (typeof value === 'boolean') return (value ? 'True' : 'False').padStart(length);
  const width = Math.max(length, SHORTEST);
  const exponent = wholeLogarithm(Math.abs(value));
  let digits = width - SHORTEST;
  if (Math.abs(exponent) > 99) digits -= 1;
  else if ((exponent > 0 && exponent < digits + 4) || (exponent <= 0 && -exponent < digits - 1)) {
    return fixed(value, digits + 4 - Math.max(0, exponent)).padStart(width);
  }
  return scientific(value, Math.max(0, digits)).padStart(width);
}

/** The decimal logarithm without its fraction, as rounding leaves it; 0 where there is none. */
function wholeLogarithm(size: number): number {
  if (size === 0 || !Number.isFinite(size)) return 0;
  const logarithm = Math.log10(size);
  const near = Math.round(logarithm);
  if (Math.abs(logarithm - near) > 1e-12) return Math.trunc(logarithm);
  // Math.log10 may be off by the last digit, which decides here.
  const power = Number(`1e${near}`);
  const distance = (size - power) / power / Math.LN10;
  const atPower = Math.abs(distance) <= (Math.abs(near) * Number.EPSILON) / 4;
  return Math.trunc(atPower ? near : near + Math.sign(distance) * 0.5);
}

/** A ratio in percent with two digits. */
function percent(ratio: number): string {
  return `${fixed(ratio * 100, 2)}%`;
}

/** The relative error in brackets, or nothing for a value of zero. */
export function relativeError(stderr: number, value: number): string {
  return value === 0 ? '' : `(${percent(Math.abs(stderr / value))})`;
}

/** A number with its sign and four digits. */
export function signed(value: number): string {
  const text = fixed(value, 4);
  return text.startsWith('-') ? text : `+${text}`;
}
