/** How close the ends of the bracket must come, relatively and absolutely; lmfit asks for the same. */
const RELATIVE = 0.5e-4;
const ABSOLUTE = 2e-12;
const MOST_ITERATIONS = 100;

interface Point {
  x: number;
  y: number;
}

/**
 * A root of a continuous function between two points at which it has different signs.
 *
 * Algorithm 4.1 of G. E. Alefeld, F. A. Potra and Y. Shi, "Algorithm 748: enclosing zeros of continuous
 * functions", ACM Trans. Math. Softw. 21 (1995). It stops where lmfit's does, so that confidence intervals
 * agree in all digits that are printed.
 */
export function bracketedRoot(f: (x: number) => number, from: number, to: number): number {
  return new Bracket(f, Math.min(from, to), Math.max(from, to)).root();
}

/** Thrown inside to end with an exact root. */
class Found {
  constructor(readonly x: number) {}
}

class Bracket {
  #low: Point;
  #high: Point;
  /** The ends that were given up last, the newer one first. */
  #gone: [Point?, Point?] = [];
  readonly #f: (x: number) => number;

  constructor(f: (x: number) => number, low: number, high: number) {
    this.#f = f;
    this.#low = { x: low, y: f(low) };
    this.#high = { x: high, y: f(high) };
  }

  root(): number {
    if (this.#low.y === 0) return this.#low.x;
    if (this.#high.y === 0) return this.#high.x;
    try {
      this.#take(this.#inside(this.#secant()));
      for (let iteration = 1; iteration < MOST_ITERATIONS && !this.#isNarrow(); iteration++) this.#iterate();
    } catch (found) {
      if (!(found instanceof Found)) throw found;
      return found.x;
    }
    return this.#middle();
  }

  /** One interpolation, one double-length secant step, and a bisection if both gained too little. */
  #iterate(): void {
    const width = this.#high.x - this.#low.x;
    this.#take(this.#interpolated());
    this.#take(this.#doubleSecant());
    if (this.#high.x - this.#low.x > 0.5 * width) this.#take(this.#middle());
  }

  /** Evaluates at a point of the bracket and keeps the half with the root. */
  #take(x: number): void {
    const point = { x, y: this.#f(x) };
    if (point.y === 0) throw new Found(x);
    const lowSide = this.#low.y < 0 === point.y < 0;
    this.#gone = [lowSide ? this.#low : this.#high, this.#gone[0]];
    if (lowSide) this.#low = point;
    else this.#high = point;
  }

  #middle(): number {
    return (this.#low.x + this.#high.x) / 2;
  }

  #isNarrow(): boolean {
    return this.#high.x - this.#low.x <= ABSOLUTE + RELATIVE * Math.abs(this.#high.x);
  }

  #inside(x: number): number {
    return this.#low.x < x && x < this.#high.x ? x : this.#middle();
  }

  #secant(): number {
    const [a, b] = [this.#low, this.#high];
    if (a.y === b.y) return NaN;
    if (Math.abs(b.y) > Math.abs(a.y)) return (-(a.y / b.y) * b.x + a.x) / (1 - a.y / b.y);
    return (-(b.y / a.y) * a.x + b.x) / (1 - b.y / a.y);
  }

  /** Inverse cubic interpolation where four values differ, else two Newton steps on a parabola. */
  #interpolated(): number {
    const [third, fourth] = this.#gone;
    const points = [this.#low, this.#high, third, fourth];
    if (points.every((point) => point !== undefined) && areApart(points as Point[])) {
      const x = inverseInterpolation(points as Point[]);
      if (this.#low.x < x && x < this.#high.x) return x;
    }
    return this.#newton(third as Point);
  }

  #newton(third: Point): number {
    const [a, b] = [this.#low, this.#high];
    const slope = (b.y - a.y) / (b.x - a.x);
    const curvature = ((third.y - b.y) / (third.x - b.x) - slope) / (third.x - a.x);
    if (curvature === 0) return a.x - a.y / slope;
    let x = curvature > 0 === a.y > 0 ? a.x : b.x;
    for (let step = 0; step < 2; step++) {
      const value = (curvature * (x - b.x) + slope) * (x - a.x) + a.y;
      const next = x - value / (slope + curvature * (2 * x - a.x - b.x));
      if (!(a.x < next && next < b.x)) return a.x < x && x < b.x ? x : this.#middle();
      x = next;
    }
    return x;
  }

  /** From the better end, twice as far as the secant says, at most to the middle. */
  #doubleSecant(): number {
    const [a, b] = [this.#low, this.#high];
    const best = Math.abs(a.y) < Math.abs(b.y) ? a : b;
    const other = best === a ? b : a;
    const x = best.x - (2 * best.y * (b.x - a.x)) / (b.y - a.y);
    if (Math.abs(x - best.x) > 0.5 * (b.x - a.x)) return this.#middle();
    if (Math.abs(x - best.x) > Number.EPSILON * Math.abs(best.x)) return x;
    if (Math.abs(best.y) < Math.abs(other.y) * 2 ** -50) return (31 * best.x + other.x) / 32;
    const least = Math.abs(x) * RELATIVE + ABSOLUTE;
    return this.#inside(best === a ? best.x + least : best.x - least);
  }
}

function areApart(points: readonly Point[]): boolean {
  return points.every(
    ({ y }, i) => y !== 0 && points.slice(i + 1).every((other) => Math.abs(y - other.y) > 32 * Number.EPSILON),
  );
}

/** Where the polynomial x(y) through the points is at y = 0, by Neville's scheme. */
function inverseInterpolation(points: readonly Point[]): number {
  const values = points.map(({ x }) => x);
  for (let level = 1; level < points.length; level++) {
    for (let i = points.length - 1; i >= level; i--) {
      const from = (points[i - level] as Point).y;
      const to = (points[i] as Point).y;
      values[i] = (from * (values[i] as number) - to * (values[i - 1] as number)) / (from - to);
    }
  }
  return values.at(-1) as number;
}
