/** The UTF-16 offset of a cursor that stands behind `codePoints` characters. */
export function toUtf16(text: string, codePoints: number): number {
  let units = 0;
  let count = 0;
  for (const character of text) {
    if (count >= codePoints) break;
    units += character.length;
    count += 1;
  }
  return units;
}

/** The number of characters before a UTF-16 offset. */
export function toCodePoints(text: string, units: number): number {
  let count = 0;
  let at = 0;
  for (const character of text) {
    if (at >= units) break;
    at += character.length;
    count += 1;
  }
  return count;
}
