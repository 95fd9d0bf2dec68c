/** The Chebyshev series with these coefficients at `t` in [-1, 1], by Clenshaw's recurrence. */
export function chebyshev(coefficients: readonly number[], t: number): number {
  const twice = 2 * t;
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const here = twice * next - afterNext + (coefficients[k] as number);
    afterNext = next;
    next = here;
  }
  return t * next - afterNext + (coefficients[0] as number) / 2;
}
