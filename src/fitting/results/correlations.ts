import type { ParameterSet } from '../parameters/index.js';

/** The correlation of two parameters. */
export interface Correlation {
  readonly first: string;
  readonly second: string;
  readonly value: number;
}

/** The correlations above `least` in size, the strongest first; each pair once, in the order of `names`. */
export function correlations(params: ParameterSet, names: readonly string[], least: number): Correlation[] {
  const found: Correlation[] = [];
  names.forEach((first, i) => {
    const { vary, correl } = params.get(first);
    if (!vary || !correl) return;
    for (const second of names.slice(i + 1)) {
      const value = Object.hasOwn(correl, second) ? (correl[second] as number) : 0;
      if (Math.abs(value) > least) found.push({ first, second, value });
    }
  });
  // Python sorts upwards and then reverses, so that of equals the later one comes first.
  return found.sort((a, b) => Math.abs(a.value) - Math.abs(b.value)).reverse();
}
