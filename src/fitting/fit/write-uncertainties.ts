import type { Parameter, ParameterSet } from '../parameters/index.js';

/**
 * Writes standard errors and correlations from the covariance of the varied parameters.
 *
 * @returns whether every error is a number above zero
 */
export function writeUncertainties(
  params: ParameterSet,
  varied: readonly Parameter[],
  covar: readonly (readonly number[])[],
  pegged?: Uint8Array,
): boolean {
  for (const parameter of params.values()) parameter.stderr = 0;
  let good = true;
  varied.forEach((parameter, i) => {
    const stderr = Math.sqrt(covar[i]?.[i] as number);
    const isPegged = pegged?.[i] === 1;
    parameter.stderr = isPegged ? null : stderr;
    if (!isPegged) good &&= stderr > 0;
    parameter.correl = isPegged ? null : correlationsOf(i, varied, covar, pegged);
  });
  return good;
}

function correlationsOf(
  i: number,
  varied: readonly Parameter[],
  covar: readonly (readonly number[])[],
  pegged?: Uint8Array,
): Record<string, number> {
  const stderr = Math.sqrt(covar[i]?.[i] as number);
  const correl: Record<string, number> = {};
  varied.forEach(({ name }, j) => {
    if (i === j || pegged?.[j] === 1) return;
    correl[name] = (covar[i]?.[j] as number) / (stderr * Math.sqrt(covar[j]?.[j] as number));
  });
  return correl;
}
