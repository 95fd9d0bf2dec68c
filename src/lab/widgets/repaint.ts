/**
 * Decides when a figure is drawn: once a screen refresh at most, and only while it can be seen.
 *
 * The width of the element tells whether it can: one that is detached or hidden has none.
 */
export class Repaint {
  readonly #draw: (width: number) => void;
  readonly #observer: ResizeObserver;
  #width = 0;
  #frame: number | undefined;

  constructor(element: Element, draw: (width: number) => void) {
    this.#draw = draw;
    this.#observer = new ResizeObserver((entries) => {
      const width = entries.at(-1)?.contentRect.width ?? 0;
      if (width === this.#width) return;
      this.#width = width;
      this.request();
    });
    this.#observer.observe(element);
  }

  /** Asks for a drawing; what is hidden is drawn when it is shown again. */
  request(): void {
    if (this.#frame !== undefined || this.#width === 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      if (this.#width > 0) this.#draw(this.#width);
    });
  }

  dispose(): void {
    this.#observer.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#width = 0;
  }
}
