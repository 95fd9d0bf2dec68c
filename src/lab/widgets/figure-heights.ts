/** So many figures are remembered; a page that makes more has long forgotten the first. */
const MOST = 500;

const heights = new Map<string, number>();

/** The height that the user gave a figure while this page lives, in pixels; null for none. */
export function heightOf(figure: string): number | null {
  return heights.get(figure) ?? null;
}

/** Remembers a height, or forgets it. */
export function rememberHeight(figure: string, height: number | null): void {
  heights.delete(figure);
  if (height === null) return;
  heights.set(figure, height);
  const [oldest] = heights.keys();
  if (heights.size > MOST && oldest !== undefined) heights.delete(oldest);
}
