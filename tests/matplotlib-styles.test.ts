import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DashPattern, DrawStyle, LineStyleOptions, Rgba } from '../src/figures/index.js';
import { dashPattern, lineStyle, rgbaOf, STYLE_OPTIONS } from '../src/figures/index.js';
import { MARKERS } from '../src/figures/marker-shapes.js';
import type { Paint } from '../src/lab/draw/color.js';
import { lookOf } from '../src/lab/draw/look.js';
import type { PixelPoints } from '../src/lab/draw/pixel-points.js';
import { everyPoint, steppedPoints } from '../src/lab/draw/picked-points.js';
import { askMatplotlib } from './instruments/matplotlib.js';
import type { MatplotlibAnswer } from './instruments/matplotlib.js';

/** Colours in every form, good and bad, with an alpha or without. */
const COLORS: [unknown, number | null][] = [
  ...['C0', 'C7', 'C10', 'C123', 'c0', 'C', 'C-1'],
  ...['#abc', '#ABC', '#abcd', '#1f77b4', '#1f77b480', '#ab', '#abcde', '#abcdefg', '#ggg', 'abc', '# abc'],
  ...['0', '1', '0.5', '.5', '1.', '5e-1', ' 0.5 ', '+0.5', '-0', '1.1', '-0.1', '0.5.5', 'nan', 'inf', '', ' '],
  ...['none', 'NONE', 'None', 'RED', 'Tab:Blue', 'tab:grey', 'tab:nonsense', 'R', 'K', 'Grey', 'rgb(1,2,3)', 'auto'],
  ...[[1, 0, 0], [0.1, 0.2, 0.3], [0.1, 0.2, 0.3, 0.4], [1, 2, 3], [0, 0], [0, 0, 0, 0, 0], [-0.1, 0, 0], []],
  ...[
    ['r', 0.5],
    ['#1f77b480', null],
    ['#1f77b480', 0.9],
    ['C1', 0.25],
    [[0.1, 0.2, 0.3], 0.4],
    ['none', 0.5],
  ],
  ...[['r', 2], ['nonsense', 0.5], [['r', 0.5], 0.5], ['0.5', '0.5', '0.5'], 3, 0.5, true],
].flatMap((color): [unknown, number | null][] => [
  [color, null],
  [color, 0.75],
]);

const LINESTYLES: (string | DashPattern)[] = [
  ...['-', '--', '-.', ':', 'solid', 'dashed', 'dashdot', 'dotted'],
  ...([
    [0, [3, 1]],
    [2.5, [3, 1, 1, 1]],
    [-1, [4, 2]],
    [100.5, [4, 2]],
    [0, [0, 2, 3, 1]],
  ] as DashPattern[]),
];
const DASHES = LINESTYLES.flatMap((style) => [0.5, 1, 1.5, 4].map((width) => [style, width] as const));

const X = [0, 1, 3, 4, 8];
const Y = [1, -2, 5, 5, 0];

const STYLES: LineStyleOptions[] = [
  { c: 'C0' },
  { c: 'r', lw: 3 },
  { c: 'r', ls: ':' },
  { c: 'r', ls: 'none', marker: 'o' },
  { c: 'r', lw: 0, marker: 'x', mew: 2.5 },
  { c: '#ff000080', marker: 'o', alpha: 0.3 },
  { c: '#ff000080', marker: 'o' },
  { c: 'g', marker: 'o', mfc: '#0000ff40' },
  { c: 'g', marker: 'o', mfc: '#0000ff40', mec: 'k' },
  { c: 'g', marker: 'o', mfc: 'none', alpha: 0.5 },
  { c: 'g', marker: 'o', mfc: [0, 0, 1, 0] },
  { c: 'g', marker: 's', fillstyle: 'none', mfc: '#0000ff40' },
  { c: 'g', marker: 's', fillstyle: 'left' },
  { c: 'g', marker: 's', fillstyle: 'left', mfc: 'b', mfcalt: 'y', mec: 'none', alpha: 0.5 },
  { c: 'g', marker: 's', fillstyle: 'left', mfcalt: 'auto' },
  { c: 'g', marker: 7, mew: 0, mfc: 'b' },
  { c: 'g', marker: ',', ms: 20, mew: 3 },
  { c: 'g', marker: 'o', ms: 0 },
  { c: 'none', marker: 'o' },
  { c: 'g', marker: 'o', markevery: 2 },
  { c: 'g', marker: 'o', markevery: [1, 3], ds: 'steps' },
];

let matplotlib: MatplotlibAnswer;

beforeAll(async () => {
  matplotlib = await askMatplotlib({ colors: COLORS, dashes: DASHES, styles: STYLES, x: X, y: Y });
});

function pointsOf(x: readonly number[], y: readonly number[]): PixelPoints {
  return { length: x.length, x: (row) => x[row] as number, y: (row) => y[row] as number };
}

/** The colours that are not the same as matplotlib's, by their place. */
function otherColors(ours: readonly (readonly number[] | undefined)[], theirs: readonly (Rgba | null)[]): number[] {
  const isSame = (a: readonly number[] | undefined, b: Rgba | null): boolean =>
    a && b ? b.every((part, i) => Math.abs(part - (a[i] as number)) < 1e-12) : !a && !b;
  return theirs.flatMap((each, i) => (isSame(ours[i], each) ? [] : [i]));
}

describe("matplotlib's colours", () => {
  it('are all known by their names, with their values', () => {
    const names = Object.keys(matplotlib.names);
    // 148 of CSS, 11 of Tableau (gray is grey, too), 8 letters.
    expect(names).toHaveLength(167);
    const ours = names.map((name) => rgbaOf(name));
    expect(otherColors(ours, Object.values(matplotlib.names)).map((i) => names[i])).toEqual([]);
    expect(
      otherColors(
        matplotlib.cycle.map((_, i) => rgbaOf(`C${i}`)),
        matplotlib.cycle,
      ),
    ).toEqual([]);
  });

  it('are read, or refused, in every form', () => {
    const ours = COLORS.map(([color, alpha]) => rgbaOf(color, alpha));
    expect(otherColors(ours, matplotlib.colors).map((i) => COLORS[i])).toEqual([]);
    const refused = matplotlib.colors.filter((each) => each === null).length;
    expect([COLORS.length, refused]).toEqual([134, 65]);
  });

  it("control: CSS' values of letters are noticed", () => {
    const letters = { g: 'green', c: 'cyan', m: 'magenta', y: 'yellow', r: 'red' };
    const theirs = Object.keys(letters).map((letter) => matplotlib.names[letter] as Rgba);
    expect(
      otherColors(
        Object.values(letters).map((name) => rgbaOf(name)),
        theirs,
      ),
    ).toEqual([0, 1, 2, 3]);
  });
});

describe("matplotlib's dashes", () => {
  /** The linestyles whose pattern is not matplotlib's. */
  function otherDashes(pattern: typeof dashPattern): unknown[] {
    return DASHES.filter(([style, width], i) => {
      const [offset, dashes] = pattern(lineStyle({ linestyle: style }).linestyle as string, width);
      const [theirOffset, theirDashes] = matplotlib.dashes[i] as [number, number[]];
      const theirs = [theirOffset, ...theirDashes];
      const isNear = [offset, ...dashes].every((each, j) => Math.abs(each - (theirs[j] as number)) < 1e-9);
      return !isNear || dashes.length !== theirDashes.length;
    });
  }

  it('are as long, for every linestyle and width', () => {
    expect(otherDashes(dashPattern)).toEqual([]);
    expect(matplotlib.dashes.filter(Boolean)).toHaveLength(52);
  });

  it('control: dashes that do not grow with the line are noticed', () => {
    expect(otherDashes((style) => dashPattern(style, 1)).length).toBeGreaterThan(20);
  });
});

describe("matplotlib's steps", () => {
  const corners = (style: string): [number[], number[]] => {
    const { length, x, y } = steppedPoints(pointsOf(X, Y), lineStyle({ drawstyle: style }).drawstyle as DrawStyle);
    const rows = Array.from({ length }, (_, row) => row);
    return [rows.map(x), rows.map(y)];
  };

  it('go through the same corners', () => {
    expect(Object.keys(matplotlib.steps)).toHaveLength(5);
    for (const [style, theirs] of Object.entries(matplotlib.steps))
      expect([style, corners(style)]).toEqual([style, theirs]);
  });

  it('control: before is not behind', () => {
    expect(corners('steps-pre')).not.toEqual(matplotlib.steps['steps-post']);
  });
});

describe("matplotlib's lines", () => {
  /** What is seen of a line, in points. */
  interface Seen {
    stroke: [color: Rgba, width: number, cap: string] | null;
    fills: Rgba[];
    edge: [color: Rgba, width: number] | null;
    places: number[];
  }

  function ours(options: LineStyleOptions): Seen {
    const look = lookOf(lineStyle(options), 0);
    const rgba = ({ css, opacity }: Paint): Rgba => rgbaOf(css === 'currentColor' ? look.color : css, opacity) as Rgba;
    // A halo is ours alone.
    const layers = (look.marker ?? []).filter(({ stroke }) => !stroke?.css.startsWith('var('));
    const edge = layers.find(({ stroke }) => stroke);
    const { length, x } = everyPoint(pointsOf(X, Y), look.markEvery);
    return {
      stroke: look.width > 0 ? [rgba(look.paint), look.width * 0.75, look.cap] : null,
      fills: layers.flatMap(({ fill }) => (fill ? [rgba(fill)] : [])),
      edge: edge?.stroke ? [rgba(edge.stroke), edge.width * 0.75] : null,
      places: layers.length > 0 ? Array.from({ length }, (_, i) => x(i)) : [],
    };
  }

  function theirs({ stroke, markers }: MatplotlibAnswer['drawn'][number]): Seen {
    const [first] = markers;
    const fills = markers.map(({ face }) => face).filter(([, , , alpha]) => alpha > 0);
    const edge: Seen['edge'] = first && first.width > 0 && first.edge[3] > 0 ? [first.edge, first.width] : null;
    const hasStroke = stroke && stroke.width > 0 && stroke.color[3] > 0;
    return {
      stroke: hasStroke ? [stroke.color, stroke.width, stroke.cap === 'projecting' ? 'square' : stroke.cap] : null,
      fills,
      edge,
      places: fills.length > 0 || edge ? (first?.places ?? []).map(([x]) => x) : [],
    };
  }

  /** Eight bits of a colour are sent to the page. */
  function rounded(seen: Seen): unknown {
    return JSON.parse(
      JSON.stringify(seen, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
    );
  }

  it('are drawn with the same paints and widths, at the same points', () => {
    expect(matplotlib.drawn).toHaveLength(STYLES.length);
    STYLES.forEach((style, i) => {
      const drawn = matplotlib.drawn[i] as MatplotlibAnswer['drawn'][number];
      expect([style, rounded(ours(style))]).toEqual([style, rounded(theirs(drawn))]);
    });
  });

  it('control: another style is another line', () => {
    const seen = STYLES.map((style) => JSON.stringify(rounded(ours(style))));
    const others = matplotlib.drawn.map((drawn) => JSON.stringify(rounded(theirs(drawn))));
    expect(seen.filter((each, i) => each === others.at(i - 1))).toEqual([]);
  });
});

describe("matplotlib's options", () => {
  it('have the same short names, and defaults', () => {
    // What smooths edges cannot be chosen for one line of a page.
    const { aa, ...aliases } = matplotlib.aliases;
    expect(aa).toBe('antialiased');
    for (const [short, long] of Object.entries(aliases)) {
      expect(STYLE_OPTIONS).toContain(long);
      expect(() => lineStyle({ [short]: null, [long]: null })).toThrow(/Got both/);
    }
    expect(lineStyle({})).toMatchObject({ linewidth: 1.5, linestyle: '-', markersize: 6 });
    expect(matplotlib.defaults).toEqual({
      linewidth: 1.5,
      linestyle: '-',
      markersize: 6,
      markeredgewidth: 1,
      drawstyle: 'default',
      fillstyle: 'full',
      markerfacecoloralt: 'none',
      solid_capstyle: 'projecting',
      dash_capstyle: 'butt',
      joinstyle: ['round', 'round'],
    });
  });
});

describe('docs/reference-line-styles.md', () => {
  const text = readFileSync(new URL('../docs/reference-line-styles.md', import.meta.url), 'utf8');

  it('names every option and every marker', () => {
    expect(STYLE_OPTIONS.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    const letters = MARKERS.filter((marker) => typeof marker === 'string');
    expect(text).toContain(`\`${letters.join(' ')}\` as letters`);
  });
});
