import { EventModelValueError } from './errors.js';

/** An array of numbers of one type, as JavaScript keeps it. */
export type TypedArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** numpy's names for the types of elements that an {@link NDArray} may have. */
export type NumpyDtype = '|b1' | '|i1' | '|u1' | '<i2' | '<u2' | '<i4' | '<u4' | '<i8' | '<u8' | '<f4' | '<f8';

/** An array of any number of dimensions, as numpy would hold it; the last index runs fastest. */
export interface NDArray {
  /** The type of an element; `|b1` is a boolean, kept as 0 or 1. */
  readonly dtype: NumpyDtype;
  /** The length of each dimension, the slowest first. */
  readonly shape: readonly number[];
  /** The elements. */
  readonly data: TypedArray;
}

/** A value of an array as plain lists: numbers, booleans, or lists of them. */
export type NestedList = number | bigint | boolean | NestedList[];

interface ArrayType {
  new (length: number): TypedArray;
}

const TYPES: Readonly<Record<NumpyDtype, ArrayType>> = {
  '|b1': Uint8Array,
  '|i1': Int8Array,
  '|u1': Uint8Array,
  '<i2': Int16Array,
  '<u2': Uint16Array,
  '<i4': Int32Array,
  '<u4': Uint32Array,
  '<i8': BigInt64Array,
  '<u8': BigUint64Array,
  '<f4': Float32Array,
  '<f8': Float64Array,
};

const DTYPES: readonly (readonly [string, NumpyDtype])[] = [
  ['Int8Array', '|i1'],
  ['Uint8Array', '|u1'],
  ['Uint8ClampedArray', '|u1'],
  ['Int16Array', '<i2'],
  ['Uint16Array', '<u2'],
  ['Int32Array', '<i4'],
  ['Uint32Array', '<u4'],
  ['BigInt64Array', '<i8'],
  ['BigUint64Array', '<u8'],
  ['Float32Array', '<f4'],
  ['Float64Array', '<f8'],
];

/** Whether `value` is an array of numbers of one type, in whichever realm. */
export function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) !== '[object DataView]';
}

/** Whether `value` is a typed array of floats. */
export function isFloatArray(value: unknown): value is Float32Array | Float64Array {
  return isTypedArray(value) && value[Symbol.toStringTag].startsWith('Float');
}

/** Whether `value` has an {@link NDArray}'s three parts. */
export function isNDArray(value: unknown): value is NDArray {
  if (typeof value !== 'object' || value === null) return false;
  const { dtype } = value as { dtype?: unknown };
  if (typeof dtype !== 'string' || !Object.hasOwn(TYPES, dtype)) return false;
  const { data, shape } = value as { data?: unknown; shape?: unknown };
  return ArrayBuffer.isView(data) && Array.isArray(shape);
}

/**
 * Makes an {@link NDArray} of a typed array or of nested lists.
 *
 * @param values - a typed array, whose type decides the dtype, or numbers, booleans or bigints in lists
 * @param shape - the length of each dimension; default: that of the lists, or one dimension
 * @param dtype - of lists; default: `<f8`. Of a typed array only `|b1` changes what its elements mean.
 * @throws {@link EventModelValueError} if the lists are ragged or the shape does not fit
 *
 * @example
 * ```ts
 * const image = ndArray(new Uint16Array(6), [2, 3])
 * const table = ndArray([[1, 2], [3, 4]])   // dtype '<f8', shape [2, 2]
 * ```
 */
export function ndArray(values: TypedArray | NestedList, shape?: readonly number[], dtype?: NumpyDtype): NDArray {
  if (isTypedArray(values))
    return checked({ dtype: dtype ?? dtypeOf(values), shape: shape ?? [values.length], data: values });
  const own = shapeOf(values);
  const type = dtype ?? '<f8';
  const data = new TYPES[type](own.reduce((product, each) => product * each, 1));
  fill(data, values, own, 0, 0);
  return checked({ dtype: type, shape: shape ?? own, data });
}

/** An array as nested lists, booleans and bigints among them where the dtype says so. */
export function toLists(array: NDArray): NestedList {
  return listsOf(array, 0, 0, array.data.length);
}

/** How many rows a column has: a list's, a typed array's or an {@link NDArray}'s first dimension. */
export function rowCount(column: unknown): number {
  if (isNDArray(column)) return column.shape[0] ?? 0;
  return Array.isArray(column) || isTypedArray(column) ? column.length : 0;
}

/** One row of a column; of an array of more dimensions a view of one fewer. */
export function rowAt(column: unknown, row: number): unknown {
  if (!isNDArray(column)) return (column as ArrayLike<unknown>)[row];
  const { dtype, shape, data } = column;
  if (shape.length <= 1) return element(column, row);
  const size = data.length / (shape[0] as number);
  return { dtype, shape: shape.slice(1), data: data.subarray(row * size, (row + 1) * size) };
}

function dtypeOf(array: TypedArray): NumpyDtype {
  const tag = array[Symbol.toStringTag];
  const known = DTYPES.find(([name]) => name === tag);
  if (known) return known[1];
  throw new EventModelValueError(`An array of type ${tag} has no dtype here.`);
}

function checked(array: NDArray): NDArray {
  const size = array.shape.reduce((product, each) => product * each, 1);
  if (size === array.data.length && array.shape.every((each) => Number.isInteger(each) && each >= 0)) return array;
  throw new EventModelValueError(
    `An array of ${array.data.length} elements does not have the shape [${array.shape.join(', ')}].`,
  );
}

function shapeOf(values: NestedList): number[] {
  if (!Array.isArray(values)) return [];
  return [values.length, ...(values.length > 0 ? shapeOf(values[0] as NestedList) : [])];
}

/** Writes nested lists into `data` from `at`; returns where the next element goes. */
function fill(data: TypedArray, values: NestedList, shape: readonly number[], depth: number, at: number): number {
  if (depth === shape.length && !Array.isArray(values)) {
    data[at] = (isBig(data) ? BigInt(values) : Number(values)) as never;
    return at + 1;
  }
  if (!Array.isArray(values) || values.length !== shape[depth]) {
    throw new EventModelValueError('Lists of different lengths, or of lists and numbers, make no array.');
  }
  return values.reduce<number>((next, each) => fill(data, each, shape, depth + 1, next), at);
}

function isBig(data: TypedArray): boolean {
  return data instanceof BigInt64Array || data instanceof BigUint64Array;
}

function listsOf(array: NDArray, depth: number, from: number, to: number): NestedList {
  const length = array.shape[depth];
  if (length === undefined) return element(array, from);
  const size = length === 0 ? 0 : (to - from) / length;
  return Array.from({ length }, (_, i) => listsOf(array, depth + 1, from + i * size, from + (i + 1) * size));
}

function element({ dtype, data }: NDArray, at: number): number | bigint | boolean {
  const value = data[at] as number | bigint;
  return dtype === '|b1' ? Boolean(value) : value;
}
