import type { Rgba } from '../../figures/index.js';
import { hexOf, rgbaOf } from '../../figures/index.js';

/** How many colours style/base.css defines for series. */
export const PALETTE = 10;

/** What is drawn with: a colour in CSS' words, and its opacity. */
export interface Paint {
  css: string;
  opacity: number;
  /** The theme's background on which this cannot be seen well. */
  faintOn?: Background;
}

export type Background = 'light' | 'dark';

/** JupyterLab's backgrounds: white and `#111`, as luminances. */
const LUMINANCE: Readonly<Record<Background, number>> = { light: 1, dark: 0.0056 };

/** Below this ratio a thin line is hardly there; 1 is no contrast at all. */
const LEAST_CONTRAST = 1.5;

/** A colour of a specification; undefined for null, and for one that is unknown here. */
export function paintOf(color: string | null | undefined, alpha: number | undefined): Paint | undefined {
  const rgba = rgbaOf(color, alpha);
  if (!rgba) return undefined;
  const [red, green, blue, opacity] = rgba;
  const luminance = luminanceOf(rgba);
  const faintOn = (['light', 'dark'] as const).find((each) => contrast(luminance, LUMINANCE[each]) < LEAST_CONTRAST);
  return { css: hexOf([red, green, blue, 1]), opacity, ...(faintOn && { faintOn }) };
}

/** A colour of the theme's palette; those after the last begin again. */
export function paletteColor(index: number): string {
  return `var(--jp-livesky-series-${index % PALETTE})`;
}

/** Colours that were read where an element is, by the theme and by what they are in CSS. */
const read = new WeakMap<Element, Map<string, string>>();

/** What a paint is on a canvas, which knows no variables: they are read where the `element` is, once a theme. */
export function canvasColor(element: Element, paint: Paint): string {
  let known = read.get(element);
  if (!known) {
    known = new Map();
    read.set(element, known);
  }
  const { jpThemeName, jpThemeLight } = document.body.dataset;
  const key = JSON.stringify([jpThemeName, jpThemeLight, element.getAttribute('style'), paint.css]);
  const color = known.get(key) ?? readColor(element, paint);
  if (color !== '') known.set(key, color);
  return color;
}

function readColor(element: Element, { css }: Paint): string {
  const style = getComputedStyle(element);
  if (css === 'currentColor') return style.color;
  const variable = /^var\((.*)\)$/.exec(css)?.[1];
  return variable === undefined ? css : style.getPropertyValue(variable).trim();
}

/** Relative luminance as in WCAG 2. */
function luminanceOf([red, green, blue]: Rgba): number {
  const [r, g, b] = [red, green, blue].map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2's ratio, from 1 to 21. */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
