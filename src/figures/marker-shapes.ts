/** Right and up from the marker's place, in sizes of the marker. */
type Point = readonly [x: number, y: number];

/** Straight lines from point to point. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly closed: boolean;
}

/** A circle around the middle, or a half of it; angles in radians, counterclockwise from the right. */
export interface Arc {
  readonly radius: number;
  readonly from: number;
  readonly to: number;
}

export type Outline = Polyline | Arc;

/** Where the outlines of a marker run. */
export interface MarkerShape {
  /** What is filled with the face's colour. */
  readonly face: readonly Outline[];
  /** The other half of a marker that is half filled. */
  readonly alt: readonly Outline[];
  readonly join: 'miter' | 'round' | 'bevel';
}

/** Which part of a marker has the face's colour. */
export type FillStyle = 'full' | 'left' | 'right' | 'bottom' | 'top' | 'none';

export const FILL_STYLES: readonly FillStyle[] = ['full', 'left', 'right', 'bottom', 'top', 'none'];

/** How a marker is made: for every fillstyle. */
type Maker = (half: Half | undefined) => MarkerShape;

type Half = 'left' | 'right' | 'bottom' | 'top';

const OPPOSITE: Readonly<Record<Half, Half>> = { left: 'right', right: 'left', bottom: 'top', top: 'bottom' };

/** In degrees, where the arc of a half begins. */
const BEGINNING: Readonly<Record<Half, number>> = { right: -90, top: 0, left: 90, bottom: 180 };

const SQUARE: readonly Point[] = mirrored([0.5, 0.5]);
const DIAMOND: readonly Point[] = turned(SQUARE, 45);
const TRIANGLE: readonly Point[] = [
  [0, 0.5],
  [-0.5, -0.5],
  [0.5, -0.5],
];
/** Halfway down would look too small, says matplotlib; it parts triangles here. */
const TRIANGLE_MIDDLE: Point = [0, -0.1];
const PENTAGON = regular(5);
const STAR = star(5, 0.381966);
const PLUS = mirrored([0.5, 1 / 6], [1 / 6, 1 / 6], [1 / 6, 0.5]);
const CROSS = mirrored([0.25, 0], [0.5, 0.25], [0.25, 0.5], [0, 0.25]);
/** matplotlib's octagon is a little larger and less regular where it is half filled. */
const HALVED_OCTAGON = mirrored([0.5, Math.SQRT2 / 8], [Math.SQRT2 / 8, 0.5]);
const CARET: readonly Point[] = [
  [-0.5, 0.75],
  [0, 0],
  [0.5, 0.75],
];
const CARET_BASE: readonly Point[] = CARET.map(([x, y]) => [x, y - 0.75]);
const TRI: readonly Point[] = [
  [0, -0.5],
  [0.4, 0.25],
  [-0.4, 0.25],
];

const MAKERS: ReadonlyMap<string | number, Maker> = new Map<string | number, Maker>([
  ['.', circle(0.25)],
  [',', () => ({ face: [{ points: SQUARE, closed: true }], alt: [], join: 'round' })],
  ['o', circle(0.5)],
  ['v', triangle(180)],
  ['^', triangle(0)],
  ['<', triangle(90)],
  ['>', triangle(270)],
  ['1', rays(TRI)],
  ['2', rays(turned(TRI, 180))],
  ['3', rays(turned(TRI, 270))],
  ['4', rays(turned(TRI, 90))],
  ['8', polygon(turned(regular(8), 22.5), { halved: HALVED_OCTAGON })],
  ['s', polygon(SQUARE)],
  ['p', polygon(PENTAGON, { middle: [0, (PENTAGON[1] as Point)[1]] })],
  ['P', polygon(PLUS)],
  ['*', polygon(STAR, { middle: [0, (STAR[3] as Point)[1]], join: 'bevel' })],
  ['h', polygon(regular(6), { seam: false })],
  ['H', polygon(turned(regular(6), 30))],
  ['+', strokes([at(-0.5, 0), at(0.5, 0)], [at(0, -0.5), at(0, 0.5)])],
  ['x', strokes([at(-0.5, -0.5), at(0.5, 0.5)], [at(-0.5, 0.5), at(0.5, -0.5)])],
  ['X', polygon(CROSS)],
  ['D', polygon(DIAMOND)],
  ['d', polygon(DIAMOND.map(([x, y]) => [0.6 * x, y]))],
  ['|', strokes([at(0, -0.5), at(0, 0.5)])],
  ['_', strokes([at(-0.5, 0), at(0.5, 0)])],
  [0, rays([at(-1, 0)])],
  [1, rays([at(1, 0)])],
  [2, rays([at(0, 1)])],
  [3, rays([at(0, -1)])],
  [4, caret(CARET, 270)],
  [5, caret(CARET, 90)],
  [6, caret(CARET, 180)],
  [7, caret(CARET, 0)],
  [8, caret(CARET_BASE, 270)],
  [9, caret(CARET_BASE, 90)],
  [10, caret(CARET_BASE, 180)],
  [11, caret(CARET_BASE, 0)],
]);

/** matplotlib's markers: letters, and the numbers from `TICKLEFT` to `CARETDOWNBASE`. */
export const MARKERS: readonly (string | number)[] = [...MAKERS.keys()];

/** The outlines of a marker; undefined for one that matplotlib does not have. */
export function markerShape(marker: string | number, fillstyle: FillStyle): MarkerShape | undefined {
  return MAKERS.get(marker)?.(fillstyle === 'full' || fillstyle === 'none' ? undefined : fillstyle);
}

function circle(radius: number): Maker {
  const arc = (half: Half): Outline => {
    const from = (BEGINNING[half] * Math.PI) / 180;
    return { radius, from, to: from + Math.PI };
  };
  return (half) => {
    if (!half) return { face: [{ radius, from: 0, to: 2 * Math.PI }], alt: [], join: 'round' };
    return { face: [arc(half)], alt: [arc(OPPOSITE[half])], join: 'round' };
  };
}

interface PolygonOptions {
  /** What is parted in halves, if it is not the whole. */
  halved?: readonly Point[];
  /** Where left and right, bottom and top meet. */
  middle?: Point;
  /** Whether the line between the halves is drawn. */
  seam?: boolean;
  join?: MarkerShape['join'];
}

function polygon(points: readonly Point[], options: PolygonOptions = {}): Maker {
  const { halved = points, middle = [0, 0], seam = true, join = 'miter' } = options;
  const part = (half: Half): Outline => ({ points: halfOf(halved, half, middle), closed: seam });
  return (half) => {
    if (!half) return { face: [{ points, closed: true }], alt: [], join };
    return { face: [part(half)], alt: [part(OPPOSITE[half])], join };
  };
}

function triangle(degrees: number): Maker {
  const [middle] = turned([TRIANGLE_MIDDLE], degrees);
  return polygon(turned(TRIANGLE, degrees), { middle: middle as Point });
}

/** Not closed, but filled all the same. */
function caret(points: readonly Point[], degrees: number): Maker {
  const face = [{ points: turned(points, degrees), closed: false }];
  return () => ({ face, alt: [], join: 'miter' });
}

function strokes(...lines: readonly (readonly Point[])[]): Maker {
  const face = lines.map((points) => ({ points, closed: false }));
  return () => ({ face, alt: [], join: 'round' });
}

function rays(ends: readonly Point[]): Maker {
  return strokes(...ends.map((end) => [at(0, 0), end]));
}

/** The part of an outline on one side of the middle, from where it comes in to where it goes out. */
function halfOf(points: readonly Point[], half: Half, middle: Point): Point[] {
  const axis = half === 'left' || half === 'right' ? 0 : 1;
  const sign = half === 'left' || half === 'bottom' ? -1 : 1;
  const depths = points.map((point) => sign * (point[axis] - middle[axis]));
  const inside = depths.map((depth) => depth > 1e-9);
  const entry = inside.findIndex((is, i) => is && !inside.at(i - 1));
  const kept: Point[] = [];
  for (let i = entry; inside[i % points.length]; i++) kept.push(points[i % points.length] as Point);
  const next = (entry + kept.length) % points.length;
  const crossing = (from: number, to: number): Point => {
    const [a, b] = [points.at(from) as Point, points.at(to) as Point];
    const [da, db] = [depths.at(from) as number, depths.at(to) as number];
    const share = da / (da - db);
    return at(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]));
  };
  return [crossing(entry - 1, entry), ...kept, crossing(next - 1, next)];
}

/** Corners on a circle, the first on top, counterclockwise. */
function regular(corners: number): Point[] {
  return star(corners / 2, 1);
}

/** A star with so many tips; its inner corners lie `inner` of the way out. */
function star(tips: number, inner: number): Point[] {
  return Array.from({ length: 2 * tips }, (_, i) => {
    const radius = i % 2 === 0 ? 0.5 : 0.5 * inner;
    const angle = Math.PI / 2 + (i * Math.PI) / tips;
    return at(radius * Math.cos(angle), radius * Math.sin(angle));
  });
}

function turned(points: readonly Point[], degrees: number): Point[] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return points.map(([x, y]) => at(cos * x - sin * y, sin * x + cos * y));
}

/** A shape that looks the same in all four quarters, by its corners in the first, counterclockwise. */
function mirrored(...quarter: readonly Point[]): Point[] {
  const other = quarter.map(([x, y]) => at(-x, y)).reverse();
  const upper = [...quarter, ...other];
  const all = [...upper, ...upper.map(([x, y]) => at(-x, -y))];
  return all.filter(([x, y], i) => {
    const before = all.at(i - 1) as Point;
    return x !== before[0] || y !== before[1];
  });
}

function at(x: number, y: number): Point {
  return [x, y];
}
