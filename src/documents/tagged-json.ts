/**
 * Values that strict JSON lacks, written as small marks: `{"$float": "NaN"}`, `{"$bigint": "123"}`.
 *
 * Browsers refuse the bare `NaN` that Python's json writes, and `JSON.stringify` turns it into `null`.
 * Messages between kernel and page, and recordings made with Python, use these marks instead.
 */
export function toTagged(value: unknown): unknown {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : { $float: floatName(value) };
    case 'bigint':
      return { $bigint: value.toString() };
    case 'object':
      return value === null ? null : tagObject(value);
    case 'function':
    case 'symbol':
      return String(value);
    default:
      return value;
  }
}

/** The value that {@link toTagged} was given: marks become numbers and big integers again. */
export function fromTagged(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromTagged);
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record);
  if (keys.length === 1) {
    if (typeof record.$float === 'string') return floatOf(record.$float);
    if (typeof record.$bigint === 'string') return bigintOf(record.$bigint);
  }
  return rebuild(record, fromTagged);
}

function tagObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(toTagged);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return Array.from(value as unknown as ArrayLike<number>, toTagged);
  }
  const json = (value as { toJSON?: unknown }).toJSON;
  if (typeof json === 'function') return toTagged(json.call(value));
  return rebuild(value as Record<string, unknown>, toTagged);
}

/** A copy with every value changed; a key `__proto__` stays a plain key. */
function rebuild(record: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function floatName(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

function floatOf(name: string): number {
  return name === 'NaN' ? NaN : Number(name);
}

function bigintOf(digits: string): bigint | number {
  if (!/^-?\d+$/.test(digits)) return NaN;
  const value = BigInt(digits);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
