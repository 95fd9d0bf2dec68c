/** The distance from 1 to the next larger number. */
export const EPSILON: number = Number.EPSILON;

/** The smallest positive normal number. */
export const SMALLEST = 2.2250738585072014e-308;
