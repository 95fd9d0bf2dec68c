/** How well a fit describes its data. */
export interface Statistics {
  readonly ndata: number;
  readonly nvarys: number;
  readonly nfree: number;
  readonly chisqr: number;
  readonly redchi: number;
  readonly aic: number;
  readonly bic: number;
}

/** Chi-square and what follows from it, as lmfit defines them; logarithms of zero are kept finite. */
export function statisticsOf(residual: Float64Array, nvarys: number): Statistics {
  let sum = 0;
  for (let i = 0; i < residual.length; i++) sum += (residual[i] as number) ** 2;
  const ndata = residual.length;
  const nfree = ndata - nvarys;
  const redchi = sum / Math.max(1, nfree);
  const chisqr = Number.isNaN(sum) ? NaN : Math.max(sum, 1e-250 * ndata);
  const likelihood = ndata * Math.log(chisqr / ndata);
  return {
    ndata,
    nvarys,
    nfree,
    chisqr,
    redchi,
    aic: likelihood + 2 * nvarys,
    bic: likelihood + Math.log(ndata) * nvarys,
  };
}

/** The share of the data's variance that a curve describes; `null` for fewer than two points. */
export function rSquared(data: Float64Array, curve: Float64Array): number | null {
  if (data.length < 2) return null;
  let mean = 0;
  for (let i = 0; i < data.length; i++) mean += data[i] as number;
  mean /= data.length;
  let rest = 0;
  let total = 0;
  for (let i = 0; i < data.length; i++) {
    rest += ((data[i] as number) - (curve[i] as number)) ** 2;
    total += ((data[i] as number) - mean) ** 2;
  }
  return 1 - rest / (total > 1e-15 ? total : 1e-15);
}
