/** An array as numpy keeps it, and livesky in its documents. */
export interface ArrayLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: { readonly length: number; readonly [index: number]: number | bigint };
}

/** numpy's settings for printing. */
const LINE_WIDTH = 75;
const MOST_ELEMENTS = 1000;
const EDGE_ITEMS = 3;
const PRECISION = 8;

/** Element types that numpy does not name after an array, and the names of the others. */
const PLAIN: readonly string[] = ['<f8', '<i8', '|b1'];
const NAMES: Readonly<Record<string, string>> = { f: 'float', i: 'int', u: 'uint' };

/** Whether a value is an array of numbers with its type and shape. */
export function isArrayLike(value: unknown): value is ArrayLike {
  const { dtype, shape, data } = (value ?? {}) as Partial<Record<keyof ArrayLike, unknown>>;
  return typeof dtype === 'string' && Array.isArray(shape) && ArrayBuffer.isView(data);
}

/** An array as numpy's `repr` writes it; of more than 1000 elements only the edges. */
export function numpyRepr(array: ArrayLike): string {
  const shown = array.data.length > MOST_ELEMENTS ? EDGE_ITEMS : Infinity;
  const indices = shownIndices(array.shape, shown);
  const texts = formatted(array, indices);
  const body = nested(array.shape, shown, texts, ' '.repeat('array('.length + 1), LINE_WIDTH - 1);
  const extras = [...(shown < Infinity ? [`shape=${tuple(array.shape)}`] : []), ...dtypeOf(array)];
  if (extras.length === 0) return `array(${body})`;
  const text = `array(${body},`;
  const ending = `${extras.join(', ')})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  return text + (lastLine + ending.length + 1 > LINE_WIDTH ? `\n${' '.repeat('array('.length)}` : ' ') + ending;
}

function tuple(numbers: readonly number[]): string {
  return numbers.length === 1 ? `(${numbers[0]},)` : `(${numbers.join(', ')})`;
}

function dtypeOf({ dtype }: ArrayLike): string[] {
  return PLAIN.includes(dtype) ? [] : [`dtype=${NAMES[dtype[1] as string]}${Number(dtype[2]) * 8}`];
}

/** The places of a row that are shown; undefined stands for those that are left out. */
function placesOf(length: number, shown: number): (number | undefined)[] {
  const all = Array.from({ length }, (_, at) => at);
  return length <= 2 * shown ? all : [...all.slice(0, shown), undefined, ...all.slice(-shown)];
}

function shownIndices(shape: readonly number[], shown: number): number[] {
  return shape.reduce<number[]>(
    (offsets, length) =>
      offsets.flatMap((offset) =>
        placesOf(length, shown).flatMap((at) => (at === undefined ? [] : [offset * length + at])),
      ),
    [0],
  );
}

function nested(
  shape: readonly number[],
  shown: number,
  texts: Iterator<string>,
  indent: string,
  width: number,
): string {
  const [length, ...inner] = shape;
  if (length === undefined) return texts.next().value as string;
  const parts = placesOf(length, shown).map((at) =>
    at === undefined ? '...' : nested(inner, shown, texts, `${indent} `, width - 1),
  );
  if (inner.length > 0) return `[${parts.join(`,${'\n'.repeat(inner.length)}${indent}`)}]`;
  return `[${wrapped(parts, indent, width - 1).slice(indent.length)}]`;
}

function wrapped(words: readonly string[], indent: string, width: number): string {
  let done = '';
  let line = indent;
  words.forEach((word, at) => {
    if (line.length + word.length > width && line.length > indent.length) {
      done += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += at < words.length - 1 ? `${word}, ` : word;
  });
  return done + line;
}

function* formatted({ dtype, data }: ArrayLike, indices: readonly number[]): Generator<string> {
  const values = indices.map((at) => data[at] as number | bigint);
  const texts =
    dtype[1] === 'f' ? floats(values.map(Number), dtype === '<f4') : values.map((each) => whole(each, dtype));
  const width = Math.max(0, ...texts.map((each) => each.length));
  for (const each of texts) yield each.padStart(width);
}

function whole(value: number | bigint, dtype: string): string {
  return dtype === '|b1' ? (Number(value) ? 'True' : 'False') : String(value);
}

/** Floats with their points below each other; very large or small ones with exponents. */
function floats(values: readonly number[], single: boolean): string[] {
  const sizes = values.filter((each) => Number.isFinite(each) && each !== 0).map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const scientific = sizes.length > 0 && (most >= 1e8 || least < 1e-4 || most / least > 1000);
  const parts = values.map((each) => partsOf(each, scientific, single));
  const decimals = Math.max(0, ...parts.map(({ fraction = '' }) => fraction.length));
  return parts.map(({ before, fraction, exponent }) => {
    if (fraction === undefined) return before;
    return scientific
      ? `${before}.${fraction.padEnd(decimals, '0')}${exponent}`
      : `${before}.${fraction.padEnd(decimals)}`;
  });
}

function partsOf(
  value: number,
  scientific: boolean,
  single: boolean,
): { before: string; fraction?: string; exponent: string } {
  if (!Number.isFinite(value))
    return { before: Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf', exponent: '' };
  const exact = single ? shortest(value) : value;
  const sign = Object.is(value, -0) ? '-' : '';
  if (!scientific) {
    const [before = '', fraction = ''] = trimmed(exact.toFixed(PRECISION)).split('.');
    return { before: sign + before, fraction, exponent: '' };
  }
  const digits = Math.min(
    PRECISION,
    exact
      .toExponential()
      .replace(/e.*/, '')
      .replace(/^-?\d\.?/, '').length,
  );
  const [mantissa = '', power = ''] = exact.toExponential(digits).split('e');
  const [before = '', fraction = ''] = mantissa.split('.');
  return { before: sign + before, fraction, exponent: `e${power[0]}${power.slice(1).padStart(2, '0')}` };
}

/** The number with the fewest digits that is this one in single precision. */
function shortest(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}

function trimmed(text: string): string {
  return text.replace(/0+$/, '');
}
