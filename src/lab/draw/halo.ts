import type { Paint } from './color.js';

/** How far a halo reaches beyond what it surrounds, in pixels. */
export const HALO_WIDTH = 1;

/**
 * What is drawn under some paints, a little wider, so that they can be seen on any theme.
 *
 * A colour that was asked for is drawn as it is, white on white too. Such a line gets an edge in a colour
 * that the theme chooses; in a theme where the paints stand out by themselves, style/base.css makes it
 * transparent. One paint that stands out is enough.
 */
export function haloOf(paints: readonly (Paint | undefined)[]): Paint | undefined {
  const drawn = paints.filter((paint) => paint !== undefined && paint.opacity > 0) as Paint[];
  const faintOn = drawn[0]?.faintOn;
  if (faintOn === undefined || drawn.some((paint) => paint.faintOn !== faintOn)) return undefined;
  const opacity = Math.max(...drawn.map((paint) => paint.opacity));
  return { css: `var(--jp-livesky-halo-on-${faintOn})`, opacity };
}
