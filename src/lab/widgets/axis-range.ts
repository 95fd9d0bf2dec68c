import type { Limits } from '../draw/limits.js';

/**
 * What is shown of an axis, as the user chose it.
 *
 * Several plots can share one: then they are zoomed together. It is never sent to a kernel.
 */
export class AxisRange {
  #limits: Limits | null = null;
  #isLog = false;
  readonly #listeners = new Set<() => void>();

  /** The part that is shown; null for all data, new points too, or for the limits that the figure asks for. */
  get limits(): Limits | null {
    return this.#limits;
  }

  get isLog(): boolean {
    return this.#isLog;
  }

  /** Shows a part of the axis; null goes back to all of it. */
  show(limits: Limits | null): void {
    if (limits === this.#limits) return;
    if (limits && this.#limits && limits.every((each, i) => each === this.#limits?.[i])) return;
    this.#limits = limits;
    this.#tell();
  }

  setLog(isLog: boolean): void {
    if (isLog === this.#isLog) return;
    this.#isLog = isLog;
    this.#tell();
  }

  /** Calls back after every change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
