import type { Motor } from '../../devices/index.js';
import { checkNumber, PlanArgumentError } from '../check-arguments.js';
import type { Cycler } from '../cycler.js';
import { cycler } from '../cycler.js';

/** The rectangle that a spiral fills, and how it is stretched. */
interface SpiralFrame {
  xMotor: Motor;
  yMotor: Motor;
  /** Where the spiral begins: its middle. */
  xStart: number;
  yStart: number;
  /** The whole width and height. */
  xRange: number;
  yRange: number;
  /** From ring to ring along x. */
  dr: number;
  /** From ring to ring along y; default as along x. */
  drY?: number | null;
  /** The angle of the rectangle's sides, in radians; default 0. */
  tilt?: number | null;
}

/** What {@link spiral} takes. */
export interface SpiralPattern extends SpiralFrame {
  /** The number of points in the first ring; the second has twice as many, and so on. */
  nth: number;
}

/** What {@link spiralFermat} takes. */
export interface FermatPattern extends SpiralFrame {
  /** How much closer the points are: the distance is `dr / factor`. */
  factor: number;
}

/** What {@link spiralSquarePattern} takes. */
export interface SquarePattern {
  xMotor: Motor;
  yMotor: Motor;
  xCenter: number;
  yCenter: number;
  xRange: number;
  yRange: number;
  /** How many columns, and how many rows. */
  xNum: number;
  yNum: number;
}

/** A spiral of rings within a rectangle, from the middle out. */
export function spiral({ nth, ...frame }: SpiralPattern, plan = 'spiral'): Cycler {
  const { dr } = checkFrame(plan, frame);
  checkAbove0(plan, 'nth', nth);
  const { halfX, halfY, aspect, path } = fieldOf(frame);
  const rings = 1 + Math.trunc(Math.sqrt(halfX ** 2 + halfY ** 2) / dr);
  for (let ring = 1; ring < rings + 2; ring++) {
    const radius = ring * dr;
    const step = (2 * Math.PI) / (ring * nth);
    for (let at = 0; at < Math.trunc(ring * nth); at++) {
      const angle = at * step;
      const y = radius * Math.sin(angle) * aspect;
      path.add(radius * Math.cos(angle), y, Math.abs(y / aspect) <= halfY);
    }
  }
  return path.cycler(plan);
}

/** Fermat's spiral within a rectangle: points at equal density, each turned by the golden angle. */
export function spiralFermat({ factor, ...frame }: FermatPattern, plan = 'spiralFermat'): Cycler {
  const { dr } = checkFrame(plan, frame);
  checkAbove0(plan, 'factor', factor);
  const { halfX, halfY, aspect, path } = fieldOf(frame);
  const phi = (137.508 * Math.PI) / 180;
  const rings = Math.trunc(((1.5 * Math.sqrt(halfX ** 2 + halfY ** 2)) / (dr / factor)) ** 2);
  for (let ring = 1; ring < rings; ring++) {
    const radius = (Math.sqrt(ring) * dr) / factor;
    const angle = phi * ring;
    const y = radius * Math.sin(angle) * aspect;
    // bluesky compares the stretched y here, other than in its plain spiral.
    path.add(radius * Math.cos(angle), y, Math.abs(y) <= halfY);
  }
  return path.cycler(plan);
}

/** A rectangular grid, gone through in rings from the middle out. */
export function spiralSquarePattern(pattern: SquarePattern, plan = 'spiralSquarePattern'): Cycler {
  const { xMotor, yMotor, xCenter, yCenter, xRange, yRange, xNum, yNum } = pattern;
  checkNumbers(plan, { xCenter, yCenter, xRange, yRange });
  for (const [name, num] of Object.entries({ xNum, yNum })) {
    if (Number.isInteger(num) && num > 1) continue;
    throw new PlanArgumentError(`${plan}(): ${name} must be a whole number above 1, not ${String(num)}.`);
  }
  const [xOffset, yOffset] = [xNum % 2 === 0 ? 0.5 : 0, yNum % 2 === 0 ? -0.5 : 0];
  const [xDelta, yDelta] = [xRange / (xNum - 1), yRange / (yNum - 1)];
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [column, row] of squareRings(xNum, yNum, xOffset, yOffset)) {
    xs.push(xCenter - xDelta * xOffset + xDelta * column);
    ys.push(yCenter - yDelta * yOffset + yDelta * row);
  }
  return cycler<number>(xMotor, xs).add(cycler<number>(yMotor, ys));
}

/** Columns and rows of a grid, counted from its middle, ring by ring: right side down, bottom, left side up, top. */
function* squareRings(xNum: number, yNum: number, xOffset: number, yOffset: number): Generator<[number, number]> {
  yield [0, 0];
  let found = 1;
  const all = xNum * yNum;
  const inX = (column: number): boolean => Math.abs(column - xOffset) < xNum / 2;
  const inY = (row: number): boolean => Math.abs(row - yOffset) < yNum / 2;
  for (let ring = 2; ring <= Math.max(xNum, yNum); ring++) {
    const edge = ring - 1;
    const down = Array.from({ length: 2 * edge }, (_, at) => ring - 2 - at);
    const up = down.map((each) => -each);
    const sides: [boolean, [number, number][]][] = [
      // bluesky lets the right side reach the border itself.
      [Math.abs(edge - xOffset) <= xNum / 2, down.filter(inY).map((row) => [edge, row])],
      [inY(-edge), down.filter(inX).map((column) => [column, -edge])],
      [inX(-edge), up.filter(inY).map((row) => [-edge, row])],
      [inY(edge), up.filter(inX).map((column) => [column, edge])],
    ];
    for (const [within, points] of sides) {
      if (!within) continue;
      for (const point of points) {
        if (found === all) return;
        found += 1;
        yield point;
      }
    }
  }
}

function fieldOf(frame: SpiralFrame): { halfX: number; halfY: number; aspect: number; path: SpiralPath } {
  const aspect = typeof frame.drY === 'number' ? frame.drY / frame.dr : 1;
  const halfX = frame.xRange / 2;
  return { halfX, halfY: frame.yRange / (2 * aspect), aspect, path: new SpiralPath(frame, halfX, aspect) };
}

/** The points of a spiral that lie within its tilted rectangle. */
class SpiralPath {
  readonly #xs: number[] = [];
  readonly #ys: number[] = [];
  readonly #tangent: number;

  constructor(
    readonly frame: SpiralFrame,
    readonly halfX: number,
    readonly aspect: number,
  ) {
    this.#tangent = Math.tan((frame.tilt ?? 0) + Math.PI / 2);
  }

  add(x: number, y: number, withinY: boolean): void {
    if (!withinY || Math.abs(x - y / this.aspect / this.#tangent) > this.halfX) return;
    this.#xs.push(this.frame.xStart + x);
    this.#ys.push(this.frame.yStart + y);
  }

  cycler(plan: string): Cycler {
    if (this.#xs.length === 0) {
      throw new PlanArgumentError(
        `${plan}(): no point lies within the ranges; make dr smaller than xRange and yRange.`,
      );
    }
    return cycler<number>(this.frame.xMotor, this.#xs).add(cycler<number>(this.frame.yMotor, this.#ys));
  }
}

function checkFrame<F extends SpiralFrame>(plan: string, frame: F): F {
  const { xStart, yStart, xRange, yRange, dr, drY, tilt } = frame;
  checkNumbers(plan, { xStart, yStart, xRange, yRange, drY: drY ?? 1, tilt: tilt ?? 0 });
  checkAbove0(plan, 'dr', dr);
  return frame;
}

function checkNumbers(plan: string, numbers: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(numbers)) checkNumber(plan, name, value);
}

function checkAbove0(plan: string, name: string, value: unknown): void {
  if (checkNumber(plan, name, value) > 0) return;
  throw new PlanArgumentError(`${plan}(): ${name} must be above 0, not ${String(value)}.`);
}
