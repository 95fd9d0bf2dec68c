import type { DashPattern, FillStyle, LineStyleOptions, Rgba } from '../../src/figures/index.js';
import { runPython } from './python.js';

const ANSWERS = new URL('../python/matplotlib_styles.py', import.meta.url).pathname;

export type Point = [x: number, y: number];

export type Polyline = Point[];

/** What matplotlib is asked for; markers, names and defaults it tells anyhow. */
export interface MatplotlibQuestion {
  colors?: readonly (readonly [color: unknown, alpha: number | null])[];
  dashes?: readonly (readonly [linestyle: string | DashPattern, linewidth: number])[];
  /** Lines through the points `x` and `y`. */
  styles?: readonly LineStyleOptions[];
  x?: readonly number[];
  y?: readonly number[];
}

/** What it says; null where it refuses. */
export interface MatplotlibAnswer {
  names: Record<string, Rgba>;
  cycle: Rgba[];
  colors: (Rgba | null)[];
  dashes: ([offset: number, dashes: number[]] | null)[];
  markers: { marker: string | number; fillstyle: FillStyle; face: Polyline[]; alt: Polyline[]; join: string }[];
  steps: Record<string, [x: number[], y: number[]]>;
  drawn: {
    stroke: { color: Rgba; width: number; cap: string } | null;
    markers: { edge: Rgba; width: number; face: Rgba; places: Point[] }[];
  }[];
  aliases: Record<string, string>;
  defaults: Record<string, unknown>;
}

/** Asks the matplotlib of the tests. */
export async function askMatplotlib(question: MatplotlibQuestion): Promise<MatplotlibAnswer> {
  const everything = { colors: [], dashes: [], styles: [], x: [], y: [], ...question };
  const { code, output } = await runPython([ANSWERS], JSON.stringify(everything));
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as MatplotlibAnswer;
}
