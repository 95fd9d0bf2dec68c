/** Values in a block of the lowest level, and blocks of a level in one of the next. */
const LEAF = 16;
const FAN = 8;

/** Where in each block of a level the least and the greatest value are; -1 where there is none. */
interface Level {
  size: number;
  least: number[];
  greatest: number[];
}

/** Where the least and the greatest of some values are, the first of equal ones; -1 if none counts. */
export interface Extremes {
  least: number;
  greatest: number;
}

/** Finds the extremes of any part of a column that becomes longer, without looking at all of the part. */
export class MinMaxPyramid {
  #values: Float64Array = new Float64Array(0);
  readonly #levels: Level[] = [{ size: LEAF, least: [], greatest: [] }];
  readonly #floor: number;

  /** Finite values above `floor` count; by default all of them. */
  constructor(floor = -Infinity) {
    this.#floor = floor;
  }

  /** Takes a column that begins as it did before. */
  grow(values: Float64Array): void {
    this.#values = values;
    for (let at = 0; at < this.#levels.length; at++) this.#growLevel(at);
  }

  /** The extremes of the values from one up to but not including another. */
  extremes(from: number, to: number): Extremes {
    const found: Extremes = { least: -1, greatest: -1 };
    for (let row = from; row < to;) {
      const level = this.#largestAt(row, to);
      if (level) {
        const block = row / level.size;
        this.#consider(found, level.least[block] as number);
        this.#consider(found, level.greatest[block] as number);
        row += level.size;
      } else this.#consider(found, row++);
    }
    return found;
  }

  #growLevel(at: number): void {
    const level = this.#levels[at] as Level;
    const { size, least, greatest } = level;
    const step = at === 0 ? 1 : size / FAN;
    for (let block = least.length; (block + 1) * size <= this.#values.length; block++) {
      const found = this.#extremesBy(at, block * size, (block + 1) * size, step);
      least.push(found.least);
      greatest.push(found.greatest);
    }
    if (least.length >= FAN && at === this.#levels.length - 1) {
      this.#levels.push({ size: size * FAN, least: [], greatest: [] });
    }
  }

  /** By the level below, or by the values themselves. */
  #extremesBy(at: number, from: number, to: number, step: number): Extremes {
    const below = this.#levels[at - 1];
    const found: Extremes = { least: -1, greatest: -1 };
    for (let row = from; row < to; row += step) {
      this.#consider(found, below ? (below.least[row / step] as number) : row);
      if (below) this.#consider(found, below.greatest[row / step] as number);
    }
    return found;
  }

  /** The level with the largest whole block that begins at a row and ends before another. */
  #largestAt(row: number, to: number): Level | undefined {
    let largest: Level | undefined;
    for (const level of this.#levels) {
      const { size, least } = level;
      if (row % size !== 0 || row + size > to || row / size >= least.length) break;
      largest = level;
    }
    return largest;
  }

  #consider(found: Extremes, row: number): void {
    const value = this.#values[row] as number;
    if (!(value > this.#floor && value < Infinity)) return;
    if (found.least < 0 || value < (this.#values[found.least] as number)) found.least = row;
    if (found.greatest < 0 || value > (this.#values[found.greatest] as number)) found.greatest = row;
  }
}
