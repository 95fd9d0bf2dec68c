import { quoted } from './python-quotes.js';

/** An array as numpy knows it; recognised by its form, since text knows nothing of documents. */
export interface ArrayLike {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data: { readonly length: number; readonly [at: number]: unknown };
}

/** From this size on numpy writes only the edges. */
const THRESHOLD = 1000;
const EDGE = 3;
const LINE_WIDTH = 75;
const PREFIX = 'array(';

/** Whether a value is an array of numbers with its shape. */
export function isArrayLike(value: unknown): value is ArrayLike {
  if (typeof value !== 'object' || value === null) return false;
  const { dtype, shape, data } = value as Partial<ArrayLike>;
  return typeof dtype === 'string' && Array.isArray(shape) && typeof data?.length === 'number';
}

/**
 * An array as numpy's `repr` writes it: in columns, cut in the middle from a thousand values on.
 *
 * The rules are those of numpy's `arrayprint` with its default settings.
 */
export function numpyRepr(array: ArrayLike): string {
  const { dtype, shape, data } = array;
  const kind = KINDS[dtype.replace(/^[<>|=]/, '')] ?? dtype;
  const isEmpty = data.length === 0;
  const extras: string[] = [];
  if ((isEmpty && shape.length > 1) || data.length > THRESHOLD) extras.push(`shape=${tuple(shape)}`);
  if (isEmpty || !DEFAULT_KINDS.includes(kind)) extras.push(`dtype=${kind}`);
  const text = PREFIX + (isEmpty ? '[]' : new ArrayWriter(array, kind, LINE_WIDTH - 1).write());
  if (extras.length === 0) return `${text})`;
  const end = `${extras.join(', ')})`;
  const lastLine = text.length - text.lastIndexOf('\n');
  return `${text},${lastLine + end.length + 1 > LINE_WIDTH ? `\n${' '.repeat(PREFIX.length)}` : ' '}${end}`;
}

function tuple(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** numpy's names of types that it calls by letters. */
const KINDS: Readonly<Record<string, string>> = {
  f8: 'float64',
  f4: 'float32',
  i8: 'int64',
  i4: 'int32',
  i2: 'int16',
  i1: 'int8',
  u8: 'uint64',
  u4: 'uint32',
  u2: 'uint16',
  u1: 'uint8',
  b1: 'bool',
};

const DEFAULT_KINDS: readonly string[] = ['float64', 'int64', 'bool'];

/** Writes rows within rows, each line as long as fits. */
class ArrayWriter {
  readonly #format: (value: unknown) => string;
  readonly #cut: boolean;

  constructor(
    readonly array: ArrayLike,
    kind: string,
    readonly width: number,
  ) {
    this.#cut = array.data.length > THRESHOLD;
    this.#format = formatOf(this.#shown(), kind);
  }

  write(): string {
    return this.#rows([], ' '.repeat(PREFIX.length), this.width);
  }

  /** The values that will be written: their widths are what matters. */
  #shown(): unknown[] {
    const places = (axis: number): readonly number[] => this.#places(this.array.shape[axis] as number) as number[];
    const visit = (axis: number, at: number): unknown[] => {
      if (axis === this.array.shape.length) return [this.array.data[at]];
      return places(axis).flatMap((i) => visit(axis + 1, at * (this.array.shape[axis] as number) + i));
    };
    return visit(0, 0);
  }

  /** The places along an axis that are written. */
  #places(length: number): number[] {
    const all = Array.from({ length }, (_, i) => i);
    return this.#cut && length > 2 * EDGE ? [...all.slice(0, EDGE), ...all.slice(-EDGE)] : all;
  }

  #rows(index: readonly number[], indent: string, width: number): string {
    const { shape, data } = this.array;
    if (index.length === shape.length) {
      return this.#format(data[index.reduce((at, i, axis) => at * (shape[axis] as number) + i, 0)]);
    }
    const length = shape[index.length] as number;
    const cut = this.#cut && length > 2 * EDGE;
    const words = this.#places(length).map((i) => this.#rows([...index, i], `${indent} `, width - 1));
    if (cut) words.splice(EDGE, 0, '...');
    if (index.length === shape.length - 1) return `[${wrapped(words, `${indent} `, width - 1)}]`;
    const between = `,${'\n'.repeat(shape.length - index.length - 1)}${indent} `;
    return `[${words.join(between)}]`;
  }
}

/** Words with commas, in lines of at most `width` that begin with `indent`; the first is begun already. */
function wrapped(words: readonly string[], indent: string, width: number): string {
  const lines: string[] = [];
  let line = indent;
  words.forEach((word, i) => {
    if (line.length + word.length > width && line.length > indent.length) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += i < words.length - 1 ? `${word}, ` : word;
  });
  return [...lines, line].join('\n').slice(indent.length);
}

function formatOf(values: readonly unknown[], kind: string): (value: unknown) => string {
  if (kind === 'bool') return (value) => (value ? ' True' : 'False');
  if (kind.startsWith('float')) return floatFormat(values.map(Number), kind === 'float32');
  if (typeof values[0] === 'string') return (value) => quoted(String(value));
  const width = Math.max(...values.map((value) => String(value).length));
  return (value) => String(value).padStart(width);
}

/** Floats with their points below each other, at most eight digits behind them. */
function floatFormat(values: readonly number[], single: boolean): (value: unknown) => string {
  const finite = values.filter(Number.isFinite);
  const sizes = finite.map(Math.abs).filter((size) => size > 0);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const scientific = sizes.length > 0 && (most >= 1e8 || least < 1e-4 || most / least > 1000);
  const digits = scientific ? exponential(finite, single) : fixed(finite, single);
  const special = values.length > finite.length ? Math.max(...values.map((each) => specialText(each)?.length ?? 0)) : 0;
  const width = Math.max(special, ...finite.map((each) => digits(each).length));
  return (value) => (specialText(value as number) ?? digits(value as number)).padStart(width);
}

function specialText(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  return Number.isFinite(value) ? undefined : value > 0 ? 'inf' : '-inf';
}

const PRECISION = 8;

function fixed(values: readonly number[], single: boolean): (value: number) => string {
  const split = (value: number): [string, string] => {
    const [whole = '', fraction = ''] = shortest(value, single, (each) => each.toFixed(PRECISION)).split('.');
    return [(Object.is(value, -0) ? '-' : '') + whole, fraction.replace(/0+$/, '')];
  };
  const behind = Math.max(0, ...values.map((value) => split(value)[1].length));
  return (value) => {
    const [whole, fraction] = split(value);
    return `${whole}.${fraction.padEnd(behind)}`;
  };
}

function exponential(values: readonly number[], single: boolean): (value: number) => string {
  const split = (value: number): [string, number] => {
    const [mantissa = '', power] = shortest(value, single, (each) => each.toExponential(PRECISION), true).split('e');
    return [mantissa.includes('.') ? mantissa.replace(/0+$/, '').replace(/\.$/, '') : mantissa, Number(power)];
  };
  const behind = Math.max(0, ...values.map((value) => split(value)[0].split('.')[1]?.length ?? 0));
  const places = Math.max(2, ...values.map((value) => String(Math.abs(split(value)[1])).length));
  return (value) => {
    const [mantissa, power] = split(value);
    const [whole = '', fraction = ''] = mantissa.split('.');
    return `${whole}.${fraction.padEnd(behind, '0')}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(places, '0')}`;
  };
}

/** The fewest digits that read back as the number, or as the single, unless `rounded` has fewer. */
function shortest(value: number, single: boolean, rounded: (value: number) => string, scientific = false): string {
  const exact = single ? shortestSingle(value) : value;
  const text = scientific ? exact.toExponential() : plain(exact);
  const short = rounded(exact);
  return text.length <= short.length ? text : short;
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}

function shortestSingle(value: number): number {
  for (let digits = 1; digits < 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return value;
}
