/**
 * A number with a fixed count of digits after the point, as Python's `%.nf` writes it.
 *
 * The exact binary value is rounded half to even. `Number.toFixed` differs in three ways: it rounds
 * exact ties up, loses the sign of zero and switches to exponents from 1e21 on.
 *
 * @example
 * fixed(2.5, 0)    // '2'
 * fixed(0.125, 2)  // '0.12'
 * fixed(-0, 3)     // '-0.000'
 */
export function fixed(value: number | bigint, digits: number): string {
  if (typeof value === 'bigint') return digits > 0 ? `${value}.${'0'.repeat(digits)}` : `${value}`;
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}inf`;
  return sign + (isSafeForToFixed(size, digits) ? size.toFixed(digits) : exact(size, digits));
}

/** A tie needs a value that is a whole number of 2^-(digits+1); all others round alike everywhere. */
function isSafeForToFixed(size: number, digits: number): boolean {
  if (size >= 1e21 || digits > 100) return false;
  return Number.isInteger(size) || !Number.isInteger(size * 2 ** (digits + 1));
}

function exact(size: number, digits: number): string {
  const { mantissa, exponent } = split(size);
  const scaled = mantissa * 10n ** BigInt(digits);
  const whole = exponent >= 0 ? scaled << BigInt(exponent) : divideHalfEven(scaled, BigInt(-exponent));
  const text = whole.toString().padStart(digits + 1, '0');
  if (digits === 0) return text;
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Divides by 2^bits, ties to even. */
function divideHalfEven(value: bigint, bits: bigint): bigint {
  const quotient = value >> bits;
  const rest = value - (quotient << bits);
  const half = 1n << (bits - 1n);
  const up = rest > half || (rest === half && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

/** A finite positive double as `mantissa * 2^exponent`, both whole. */
function split(size: number): { mantissa: bigint; exponent: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, size);
  const raw = bits.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}
