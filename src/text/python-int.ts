/** What Python's `int(value)` makes of a value, or undefined where it raises. */
export function pythonInt(value: unknown): number | undefined {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const digits = /^\s*([+-]?\d+(?:_\d+)*)\s*$/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits.replaceAll('_', ''));
}
