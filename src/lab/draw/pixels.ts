/** matplotlib's points are 1/72 of an inch, CSS' pixels 1/96. */
const PIXELS_PER_POINT = 4 / 3;

/** Points as pixels of CSS. */
export function pixels(points: number): number {
  return points * PIXELS_PER_POINT;
}
