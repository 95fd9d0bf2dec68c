/** Random numbers that come again with the same seed (mulberry32, by Tommy Ettinger, public domain). */
export class Random {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** One of a list. */
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** A seed for this run of the tests, or the one that `LIVESKY_SEED` asks for again; it is printed. */
export function freshSeed(what: string): number {
  const seed = Number(process.env.LIVESKY_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${what}: LIVESKY_SEED=${seed}`);
  return seed;
}
