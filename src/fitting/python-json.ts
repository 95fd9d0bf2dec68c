/** JSON as Python's `json` writes it: with bare `NaN` and `Infinity`, which strict JSON lacks. */
export function writePythonJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(writePythonJson).join(', ')}]`;
  if (ArrayBuffer.isView(value)) return writePythonJson(Array.from(value as Float64Array));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${writePythonJson(each)}`);
  return `{${entries.join(', ')}}`;
}

/** Reads JSON with or without Python's bare `NaN` and `Infinity`. */
export function readPythonJson(text: string): unknown {
  return JSON.parse(marked(text), (_, value: unknown) => numberOf(value) ?? value);
}

/** No key of the JSON that is read here begins so. */
const MARK = '$python';

/** Every bare word outside strings, as an object that holds its name. */
function marked(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (piece) =>
    piece.startsWith('"') ? piece : `{"${MARK}":"${piece}"}`,
  );
}

function numberOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MARK)) return undefined;
  return Number((value as Record<string, unknown>)[MARK]);
}
