/** What a path and a canvas have in common. */
export type Pen = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>;

/** How one of matplotlib's markers is drawn. */
export interface MarkerShape {
  /** Filled shapes have an inside; the others are strokes. */
  filled: boolean;
  /** Draws the marker around a point; `size` is its width in pixels. */
  trace(pen: Pen, x: number, y: number, size: number): void;
}

type Points = readonly (readonly [number, number])[];

const DIAGONAL = Math.SQRT1_2;
const THIN = 0.6 * DIAGONAL;

/** Width of the pen for markers without an inside, in pixels: one point. */
export const MARKER_STROKE: number = 4 / 3;

const SHAPES: ReadonlyMap<string, MarkerShape> = new Map([
  ['o', circle(1)],
  ['.', circle(0.5)],
  [
    's',
    polygon([
      [-0.5, -0.5],
      [0.5, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ]),
  ],
  [
    'D',
    polygon([
      [0, -DIAGONAL],
      [DIAGONAL, 0],
      [0, DIAGONAL],
      [-DIAGONAL, 0],
    ]),
  ],
  [
    'd',
    polygon([
      [0, -DIAGONAL],
      [THIN, 0],
      [0, DIAGONAL],
      [-THIN, 0],
    ]),
  ],
  [
    '^',
    polygon([
      [0, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ]),
  ],
  [
    'v',
    polygon([
      [0, 0.5],
      [-0.5, -0.5],
      [0.5, -0.5],
    ]),
  ],
  [
    '<',
    polygon([
      [-0.5, 0],
      [0.5, -0.5],
      [0.5, 0.5],
    ]),
  ],
  [
    '>',
    polygon([
      [0.5, 0],
      [-0.5, 0.5],
      [-0.5, -0.5],
    ]),
  ],
  ['*', polygon(star())],
  [
    '+',
    strokes(
      [
        [-0.5, 0],
        [0.5, 0],
      ],
      [
        [0, -0.5],
        [0, 0.5],
      ],
    ),
  ],
  [
    'x',
    strokes(
      [
        [-0.5, -0.5],
        [0.5, 0.5],
      ],
      [
        [-0.5, 0.5],
        [0.5, -0.5],
      ],
    ),
  ],
  [
    '|',
    strokes([
      [0, -0.5],
      [0, 0.5],
    ]),
  ],
  [
    '_',
    strokes([
      [-0.5, 0],
      [0.5, 0],
    ]),
  ],
]);

/** The shape of one of matplotlib's letters; undefined for none, a circle for letters unknown here. */
export function markerShape(letter: string | null): MarkerShape | undefined {
  if (letter === null || ['', ' ', 'None', 'none'].includes(letter)) return undefined;
  return SHAPES.get(letter) ?? SHAPES.get('o');
}

function circle(part: number): MarkerShape {
  return {
    filled: true,
    trace(pen, x, y, size) {
      const radius = (size * part) / 2;
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 2 * Math.PI);
    },
  };
}

function polygon(points: Points): MarkerShape {
  return {
    filled: true,
    trace(pen, x, y, size) {
      follow(pen, points, x, y, size);
      pen.closePath();
    },
  };
}

function strokes(...lines: readonly Points[]): MarkerShape {
  return {
    filled: false,
    trace(pen, x, y, size) {
      for (const points of lines) follow(pen, points, x, y, size);
    },
  };
}

function follow(pen: Pen, points: Points, x: number, y: number, size: number): void {
  points.forEach(([dx, dy], i) => {
    if (i === 0) pen.moveTo(x + dx * size, y + dy * size);
    else pen.lineTo(x + dx * size, y + dy * size);
  });
}

/** Five points, with the inner corners of a regular star. */
function star(): Points {
  return Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? 0.5 : 0.19;
    const angle = (i * Math.PI) / 5;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}
