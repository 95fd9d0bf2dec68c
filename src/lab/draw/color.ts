/** How many colours style/base.css defines for series. */
const PALETTE = 10;

/** matplotlib's letters. Black and white follow the theme, or they could not be seen in one of the two. */
const LETTERS: Readonly<Record<string, string>> = {
  b: 'blue',
  g: 'green',
  r: 'red',
  c: 'darkcyan',
  m: 'darkmagenta',
  y: 'goldenrod',
  k: 'var(--jp-ui-font-color0)',
  black: 'var(--jp-ui-font-color0)',
  w: 'var(--jp-layout-color1)',
};

/** matplotlib's `tab:` colours, in the order of our palette. */
const TABLEAU = 'blue orange green red purple brown pink gray olive cyan'.split(' ');

/** The colour of a series as CSS: matplotlib's words are translated, null takes the theme's next. */
export function seriesColor(color: string | null, index: number): string {
  if (color === null) return paletteColor(index);
  const cycle = /^C(\d+)$/.exec(color);
  if (cycle) return paletteColor(Number(cycle[1]));
  if (color.startsWith('tab:')) return paletteColor(TABLEAU.indexOf(color.slice('tab:'.length)));
  if (/^(0?\.\d+|[01](\.0*)?)$/.test(color)) return gray(Number(color));
  return LETTERS[color] ?? color;
}

/** A colour of the palette; unknown ones become the first. */
export function paletteColor(index: number): string {
  return `var(--jp-livesky-series-${Math.max(0, index) % PALETTE})`;
}

function gray(lightness: number): string {
  const level = Math.round(lightness * 255);
  return `rgb(${level}, ${level}, ${level})`;
}
