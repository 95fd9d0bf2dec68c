/**
 * The values of names declared in cells, and which of them the running cell has reached.
 *
 * The converter's code sets every name it declares to undefined first and to its value when the
 * declaration is reached; a second setting therefore shows that it was.
 */
export class Bindings {
  /** The `exports` object of every cell. */
  readonly exports: Record<string, unknown>;
  readonly #values: Record<string, unknown> = {};
  readonly #settings = new Map<string, number>();
  readonly #before = new Map<string, unknown>();

  constructor() {
    this.exports = new Proxy(this.#values, {
      set: (_values, name, value) => this.#set(name, value),
      // Imports are defined with getters; a later cell must be able to declare the same name again.
      defineProperty: (_values, name, { value, get }) =>
        this.#set(name, get ? (get.call(this.#values) as unknown) : value),
    });
  }

  /** Begins to note what a cell sets. */
  begin(): void {
    this.#settings.clear();
    this.#before.clear();
  }

  /** Takes a value out, such as a last expression's. */
  take(name: string): unknown {
    const value = this.#values[name];
    delete this.#values[name];
    return value;
  }

  /** Whether the cell set out to declare `name` and did not get that far. */
  missed(name: string): boolean {
    const settings = this.#settings.get(name) ?? 0;
    return settings === 1 && this.#values[name] === undefined;
  }

  /** Gives every missed name back the value it had before the cell; returns the names that had one. */
  restoreMissed(): Set<string> {
    const restored = new Set<string>();
    for (const name of this.#settings.keys()) {
      if (!this.missed(name)) continue;
      const before = this.#before.get(name);
      if (before === undefined) delete this.#values[name];
      else {
        this.#values[name] = before;
        restored.add(name);
      }
    }
    return restored;
  }

  #set(name: string | symbol, value: unknown): boolean {
    if (typeof name === 'symbol' || name === '__esModule') return true;
    if (!this.#settings.has(name)) this.#before.set(name, this.#values[name]);
    this.#settings.set(name, (this.#settings.get(name) ?? 0) + 1);
    this.#values[name] = value;
    return true;
  }
}
