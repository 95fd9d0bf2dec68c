import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../style/base.css', import.meta.url), 'utf8');

/** WCAG 2.2, 1.4.11: graphics stand out from what is beside them by this factor. */
const LEAST = 3;

/** What JupyterLab's themes lay behind outputs: light, dark, and dark with high contrast. */
const BACKGROUNDS = { light: ['#ffffff'], dark: ['#111111', '#212121', '#000000'] };

/** The series' colours that a rule of the style sheet defines. */
function palette(selector: string): string[] {
  const begin = css.indexOf(selector);
  const rule = css.slice(begin, css.indexOf('}', begin));
  return Array.from(rule.matchAll(/--jp-livesky-series-\d+:\s*(#[0-9a-f]{6});/g), ([, color]) => color as string);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function tooFaint(colors: readonly string[], backgrounds: readonly string[]): string[] {
  return colors.filter((color) => backgrounds.some((background) => contrast(color, background) < LEAST));
}

describe("the series' colours", () => {
  const light = palette("[data-jp-theme-light='true'] {");
  const dark = palette("[data-jp-theme-light='false'] {");

  it('are ten for each theme, all different', () => {
    expect([new Set(light).size, new Set(dark).size]).toEqual([10, 10]);
  });

  it('stand out from the light theme', () => {
    expect(tooFaint(light, BACKGROUNDS.light)).toEqual([]);
  });

  it('stand out from the dark themes', () => {
    expect(tooFaint(dark, BACKGROUNDS.dark)).toEqual([]);
  });

  it('control: those of the other theme would not all', () => {
    expect(tooFaint(dark, BACKGROUNDS.light).length).toBeGreaterThan(0);
    expect(tooFaint(['#1f3a93'], BACKGROUNDS.dark)).toEqual(['#1f3a93']);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
