/** An array with the type of its elements, the last index running fastest. */
export interface ArrayToWrite {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: ArrayLike<number | bigint>;
}

/** Characters in a line. */
const LINE_WIDTH = 75;
/** Digits after the point. */
const PRECISION = 8;
/** Arrays of more elements are shortened to so many at each end. */
const THRESHOLD = 1000;
const EDGE = 3;

/**
 * An array as numpy's `repr` writes it: elements of one width, lines of at most 75 characters, and only the
 * ends of arrays of more than 1000 elements.
 *
 * Layout: numpy.core.arrayprint.
 *
 * @example
 * numpyRepr({ dtype: '<f8', shape: [2], data: [1, 2.5] }) // 'array([1. , 2.5])'
 */
export function numpyRepr(array: ArrayToWrite): string {
  const { dtype, shape, data } = array;
  if (data.length === 0) return `array([], dtype=${NAMES[dtype] ?? 'float64'})`;
  const shortened = data.length > THRESHOLD;
  const text = `array(${layers(new Elements(array, shortened), 0, 0, ' '.repeat(INDENT + 1), LINE_WIDTH - 1)}`;
  const extras = [shortened ? `shape=${tuple(shape)}` : '', IMPLIED.includes(dtype) ? '' : `dtype=${NAMES[dtype]}`];
  const extra = extras.filter((each) => each !== '').join(', ');
  if (extra === '') return `${text})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1);
  const fits = lastLine + extra.length + 3 <= LINE_WIDTH;
  return `${text},${fits ? ' ' : `\n${' '.repeat(INDENT)}`}${extra})`;
}

/** As wide as `array(`. */
const INDENT = 6;

/** Types that numpy does not name, since it takes them for granted. */
const IMPLIED: readonly string[] = ['<f8', '<i8', '|b1'];

const NAMES: Readonly<Record<string, string>> = {
  '|b1': 'bool',
  '|i1': 'int8',
  '|u1': 'uint8',
  '<i2': 'int16',
  '<u2': 'uint16',
  '<i4': 'int32',
  '<u4': 'uint32',
  '<i8': 'int64',
  '<u8': 'uint64',
  '<f4': 'float32',
  '<f8': 'float64',
};

function tuple(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

/** The elements as words of one width. */
class Elements {
  readonly shape: readonly number[];
  readonly #shortened: boolean;
  readonly #word: (at: number) => string;

  constructor({ dtype, shape, data }: ArrayToWrite, shortened: boolean) {
    this.shape = shape;
    this.#shortened = shortened;
    const shown = this.#shownOf(data.length);
    const words = padded(
      shown.map((at) => data[at] as number | bigint),
      dtype,
    );
    const byIndex = new Map(shown.map((at, i) => [at, words[i] as string]));
    this.#word = (at) => byIndex.get(at) as string;
  }

  word(at: number): string {
    return this.#word(at);
  }

  /** Which of so many are shown; null stands for those that are not. */
  indices(count: number): (number | null)[] {
    const all = Array.from({ length: count }, (_, i) => i);
    return this.#shortened && count > 2 * EDGE ? [...all.slice(0, EDGE), null, ...all.slice(-EDGE)] : all;
  }

  #shownOf(size: number): number[] {
    const seen: number[] = [];
    const visit = (axis: number, from: number, length: number): void => {
      const count = this.shape[axis];
      if (count === undefined) seen.push(from);
      else
        for (const i of this.indices(count))
          if (i !== null) visit(axis + 1, from + (i * length) / count, length / count);
    };
    visit(0, 0, size);
    return seen;
  }
}

function layers(elements: Elements, axis: number, from: number, indent: string, width: number): string {
  const left = elements.shape.length - axis;
  if (left <= 1) return row(elements, from, indent, width);
  const stride = elements.shape.slice(axis + 1).reduce((product, each) => product * each, 1);
  const parts = elements
    .indices(elements.shape[axis] as number)
    .map((i) => (i === null ? '...' : layers(elements, axis + 1, from + i * stride, `${indent} `, width - 1)));
  return `[${parts.join(`,${'\n'.repeat(left - 1)}${indent}`)}]`;
}

function row(elements: Elements, from: number, indent: string, width: number): string {
  const words = elements.indices(elements.shape.at(-1) ?? 1).map((i) => (i === null ? '...' : elements.word(from + i)));
  const lines: string[] = [];
  let line = indent;
  for (const word of words) {
    if (line.length > indent.length && line.length + word.length > width - 1) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word}, `;
  }
  return `[${[...lines, line.slice(0, -2)].join('\n').slice(indent.length)}]`;
}

function padded(values: readonly (number | bigint)[], dtype: string): string[] {
  if (dtype === '|b1') return values.map((value) => (value ? ' True' : 'False'));
  if (!dtype.startsWith('<f')) return toWidth(values.map(String));
  return floats(values.map(Number));
}

/** All with as many digits before and after the point as the longest. */
function floats(values: readonly number[]): string[] {
  const sizes = values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const scientific = sizes.length > 0 && (most >= 1e8 || least < 1e-4 || most / least > 1000);
  const words = values.map((value) => {
    if (!Number.isFinite(value)) return [Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf', '', ''] as const;
    return scientific ? exponential(value) : positional(value);
  });
  const after = Math.max(...words.map(([, fraction]) => fraction.length));
  const fill = scientific ? '0' : ' ';
  return toWidth(
    words.map(([whole, fraction, exponent], i) =>
      Number.isFinite(values[i]) ? `${whole}.${fraction.padEnd(after, fill)}${exponent}` : whole,
    ),
  );
}

type FloatParts = readonly [whole: string, fraction: string, exponent: string];

function positional(value: number): FloatParts {
  const [whole = '', fraction = ''] = value.toFixed(PRECISION).replace(/0+$/, '').split('.');
  return [whole, fraction, ''];
}

function exponential(value: number): FloatParts {
  const [mantissa = '', power = '0'] = value.toExponential(PRECISION).split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/0+$/, '').split('.');
  const exponent = Number(power);
  return [whole, fraction, `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`];
}

function toWidth(words: readonly string[]): string[] {
  const width = Math.max(...words.map((word) => word.length));
  return words.map((word) => word.padStart(width));
}
