import { MinMaxPyramid } from './min-max-pyramid.js';

/** A line with more gaps than this is looked at point by point. */
const MOST_GAPS = 10_000;

/** The extremes and the gaps of values that become more, of which those above a floor alone are points. */
export class ValueIndex {
  readonly pyramid: MinMaxPyramid;
  #gaps: number[] | undefined = [];
  #seen = 0;

  constructor(readonly floor: number) {
    this.pyramid = new MinMaxPyramid(floor);
  }

  /** Where there is no point, in their order; undefined if there are too many. */
  get gaps(): readonly number[] | undefined {
    return this.#gaps;
  }

  grow(values: Float64Array): void {
    this.pyramid.grow(values);
    for (let i = this.#seen; i < values.length && this.#gaps; i++) {
      const value = values[i] as number;
      if (value > this.floor && value < Infinity) continue;
      this.#gaps.push(i);
      if (this.#gaps.length > MOST_GAPS) this.#gaps = undefined;
    }
    this.#seen = values.length;
  }
}
