/** Drawing may take this part of the page's time at most. */
const MOST_OF_TIME = 1 / 3;

/** Half of a screen refresh: drawings that take no longer never have to wait. */
const QUICK_MS = 8;

/** A page whose frames take longer, with all that the browser does for them, gets as much time without. */
const SLOW_FRAME_MS = 20;
const LONGEST_FRAME_MS = 100;

/**
 * Decides when a figure is drawn: once a screen refresh at most, only while it can be seen, and more
 * seldom where drawing takes long, so that the page stays free for the user.
 *
 * The width of the element tells whether it is there at all: one that is detached or hidden has none.
 */
export class Repaint {
  readonly #draw: (width: number) => void;
  readonly #size: ResizeObserver;
  readonly #sight: IntersectionObserver;
  #width = 0;
  #inSight = false;
  /** Whether it is drawn out of sight too: the first time, so that it takes its room. */
  #anyway = true;
  #stale = false;
  #frame: number | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(element: Element, draw: (width: number) => void) {
    this.#draw = draw;
    this.#size = new ResizeObserver((entries) => {
      const width = entries.at(-1)?.contentRect.width ?? 0;
      if (width === this.#width) return;
      this.#width = width;
      this.request();
    });
    this.#sight = new IntersectionObserver((entries) => {
      this.#inSight = entries.at(-1)?.isIntersecting ?? false;
      if (this.#stale) this.request();
    });
    this.#size.observe(element);
    this.#sight.observe(element);
  }

  /**
   * Asks for a drawing; what is hidden or out of sight is drawn when it is shown again.
   *
   * @param anyway - also out of sight: nothing more will come
   */
  request(anyway = false): void {
    this.#stale = true;
    this.#anyway ||= anyway;
    if (this.#frame !== undefined || this.#rest !== undefined || !this.#isWanted) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      if (this.#isWanted) this.#drawNow();
    });
  }

  dispose(): void {
    this.#size.disconnect();
    this.#sight.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#width = 0;
  }

  get #isWanted(): boolean {
    return this.#width > 0 && (this.#inSight || this.#anyway);
  }

  #drawNow(): void {
    const began = performance.now();
    this.#stale = false;
    this.#anyway = false;
    this.#draw(this.#width);
    const took = performance.now() - began;
    // The next task comes when layout and painting are done.
    this.#restFor(0, () => this.#restAfter(took, performance.now() - began));
  }

  /** Rests after a drawing that took so long, in a frame that took so long with all that the browser did. */
  #restAfter(drawing: number, frame: number): void {
    const forDrawing = drawing > QUICK_MS ? drawing / MOST_OF_TIME - drawing : 0;
    // Something else may have come in between that took much longer, such as a dialog.
    const forFrame = frame > SLOW_FRAME_MS ? Math.min(frame, LONGEST_FRAME_MS) : 0;
    const rest = Math.max(forDrawing, forFrame);
    if (rest > 0) this.#restFor(rest, () => this.#goOn());
    else this.#goOn();
  }

  #restFor(milliseconds: number, then: () => void): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      then();
    }, milliseconds);
  }

  #goOn(): void {
    if (this.#stale) this.request();
  }
}
