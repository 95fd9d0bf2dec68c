import type { ParameterSet } from '../parameters/index.js';
import { probabilityOf, tQuantile } from '../special/distributions.js';

/** What a band needs of a fit. */
export interface BandInput {
  readonly params: ParameterSet;
  readonly varNames: readonly string[];
  readonly covar: readonly (readonly number[])[];
  readonly nfree: number;
  /** The curves whose bands are wanted, at given parameters. */
  curves(params: ParameterSet): readonly Float64Array[];
}

/**
 * The uncertainties of curves that follow from those of their parameters (J. Wolberg, "Data Analysis Using
 * the Method of Least Squares", 2006).
 *
 * @param sigma - numbers of standard deviations, or a probability if less than 1
 * @param dscale - steps of the derivatives, in standard errors
 * @returns variances of each curve, and the factor by which their roots are to be scaled
 */
export function uncertaintyBands(
  input: BandInput,
  sigma: number,
  dscale: number,
): { variances: Float64Array[]; scale: number } {
  const params = input.params.copy();
  const slopes = input.varNames.map((name) => slopesOf(input, params, name, dscale));
  const variances = (slopes[0] ?? []).map((curve, c) => {
    const variance = new Float64Array(curve.length);
    slopes.forEach((row, i) => {
      slopes.forEach((column, j) => {
        const covariance = input.covar[i]?.[j] as number;
        const [a, b] = [row[c] as Float64Array, column[c] as Float64Array];
        for (let k = 0; k < variance.length; k++) {
          variance[k] = (variance[k] as number) + (a[k] as number) * (b[k] as number) * covariance;
        }
      });
    });
    return variance;
  });
  return { variances, scale: tQuantile((probabilityOf(sigma) + 1) / 2, input.nfree) };
}

/** The derivatives of every curve by one parameter. */
function slopesOf(input: BandInput, params: ParameterSet, name: string, dscale: number): Float64Array[] {
  const parameter = params.get(name);
  const { value, stderr } = input.params.get(name);
  const step = (stderr ?? 0) * dscale;
  parameter.value = value + step;
  const above = input.curves(params);
  parameter.value = value - step;
  const below = input.curves(params);
  parameter.value = value;
  return above.map((curve, c) =>
    curve.map((each, k) => (each - ((below[c] as Float64Array)[k] as number)) / (2 * step)),
  );
}
