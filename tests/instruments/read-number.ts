const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a number as figures write it: a true minus sign, and perhaps a power of ten. */
export function readNumber(text: string): number {
  const [mantissa = '', power] = text.replaceAll('\u2212', '-').split('×10');
  if (power === undefined) return Number(mantissa);
  const exponent = Array.from(power, (each) => (each === '⁻' ? '-' : SUPERSCRIPTS.indexOf(each))).join('');
  return Number(`${mantissa || '1'}e${exponent}`);
}
