/** A part of an axis, and what is written at it. */
export interface SeenAxis {
  /** The values at its beginning and its end. */
  limits: readonly [from: number, to: number];
  isLog: boolean;
  label: string;
  ticks: {
    values: readonly number[];
    /** One for every value; an empty one is a mark only. */
    texts: readonly string[];
    /** What the texts are multiplied with or added to, if anything. */
    note: string;
  };
}

/** A plot as it is seen in a page, for a picture that shows the same. */
export interface SeenPlot {
  width: number;
  height: number;
  /** Where the plot itself is in it, in pixels. */
  area: { left: number; top: number; width: number; height: number };
  x: SeenAxis;
  y: SeenAxis;
  /** Whether x goes upwards and y to the right. */
  isSwapped: boolean;
  hasGrid: boolean;
  /** Of every line, whether it is shown, and whether it stands back behind others. */
  lines: readonly { isShown: boolean; isDim: boolean }[];
  colors: SeenColors;
}

/** Colours in CSS' words, without variables. */
export interface SeenColors {
  background: string;
  /** Of texts and axes. */
  ink: string;
  grid: string;
  /** Of lines that have none of their own, in turn. */
  series: readonly string[];
}

/** Black on white, with matplotlib's colours. */
export const ON_WHITE: Omit<SeenColors, 'series'> = { background: 'white', ink: 'black', grid: '#dddddd' };
