import { fromTagged } from '../documents/index.js';

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
  return fromTagged(JSON.parse(marked(text)));
}

/** Every bare word outside strings, as the mark that {@link fromTagged} knows. */
function marked(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?Infinity|NaN/g, (piece) =>
    piece.startsWith('"') ? piece : `{"$float":"${piece}"}`,
  );
}
