/** Divisors smaller than this are taken as this, as in lmfit. */
export const TINY = 1e-15;

/** A curve over arrays of independent variables. */
export interface Kernel {
  /** Writes the curve's values. */
  fill(out: Float64Array, variables: readonly Float64Array[], args: Float64Array): void;
  /**
   * Writes the values and their derivatives by the arguments, in one pass.
   *
   * @param columns - where in `jacobian` the derivatives by each argument begin
   */
  differentiate?(
    out: Float64Array,
    variables: readonly Float64Array[],
    args: Float64Array,
    jacobian: Float64Array,
    columns: Int32Array,
  ): void;
}

/** Value and derivatives of a curve at one point; `gradient[k]` is by argument k. */
export type PointGradient = (x: number, args: Float64Array, gradient: Float64Array) => number;

/** A curve that is known at one point, and perhaps its derivatives. */
export function pointwise(value: (x: number, args: Float64Array) => number, slope?: PointGradient): Kernel {
  const kernel: Kernel = {
    fill: (out, [x], args) => {
      const xs = x as Float64Array;
      for (let i = 0; i < out.length; i++) out[i] = value(xs[i] as number, args);
    },
  };
  return slope ? { ...kernel, differentiate: differentiatePoints(slope) } : kernel;
}

function differentiatePoints(slope: PointGradient): NonNullable<Kernel['differentiate']> {
  return (out, [x], args, jacobian, columns) => {
    const xs = x as Float64Array;
    const gradient = new Float64Array(args.length);
    for (let i = 0; i < out.length; i++) {
      out[i] = slope(xs[i] as number, args, gradient);
      for (let k = 0; k < gradient.length; k++) jacobian[(columns[k] as number) + i] = gradient[k] as number;
    }
  };
}

/** Python's `max(TINY, value)`: TINY for NaN too. */
export function atLeastTiny(value: number): number {
  return value > TINY ? value : TINY;
}

/** The value, at least TINY in size, with its sign. */
export function notZero(value: number): number {
  const size = Math.max(TINY, Math.abs(value));
  return value < 0 || Object.is(value, -0) ? -size : size;
}
