/** Round numbers that divide a range into about so many parts, those inside it. */
export function ticksBetween(from: number, to: number, parts: number): number[] {
  const width = to - from;
  if (!(width > 0) || !Number.isFinite(width)) return [from];
  const step = roundStep(width / parts);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** One, two or five times a power of ten. */
function roundStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const share = width / power;
  if (share < 1.5) return power;
  if (share < 3.5) return 2 * power;
  return share < 7.5 ? 5 * power : 10 * power;
}

/** A tick's number, as short as it goes. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e6 || size < 1e-4) ? value.toExponential().replace('e+', 'e') : String(value);
}
