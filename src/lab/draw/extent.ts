/** Beyond this, differences overflow; nothing that is measured comes near. */
const LARGEST = 1e300;

/** The least and the greatest finite of values that become more; the least is above the greatest if there is none. */
export class Extent {
  low = Infinity;
  high = -Infinity;
  /** The least that is above zero. */
  lowPositive = Infinity;
  #seen = 0;

  /** Looks at what is new in values that begin as they did before. */
  grow(values: Float64Array): void {
    let { low, high, lowPositive } = this;
    for (let i = this.#seen; i < values.length; i++) {
      const value = values[i] as number;
      if (value < low && value >= -LARGEST) low = value;
      if (value > high && value <= LARGEST) high = value;
      if (value > 0 && value < lowPositive) lowPositive = value;
    }
    this.low = low;
    this.high = high;
    this.lowPositive = lowPositive;
    this.#seen = values.length;
  }
}
