import type { ProgressBarView } from '../figures/index.js';
import { print, terminalWidth } from '../host/index.js';
import { padLeft } from '../text/index.js';

/** The least time between two drawings in a terminal. */
const DRAW_MS = 100;
const WIDTH = 79;
const SHORTEST_BAR = 10;
/** Where lines cannot be drawn over, a bar is printed after every such part. */
const PARTS = 4;

/** Where lines go. */
export interface LinesOptions {
  /** Gets each text; default: the console. */
  out?: ((text: string) => unknown) | undefined;
  /** How wide the terminal is that draws them; undefined if it is none. */
  width?: number | undefined;
}

/** Bars as lines of text: drawn over each other in a terminal, elsewhere printed now and then. */
export class ProgressLines {
  readonly #out: (text: string) => unknown;
  readonly #width: number | undefined;
  #drawn = 0;
  #lastDraw = -Infinity;
  #printed = new Map<string, string>();

  constructor({ out, width = out ? undefined : terminalWidth() }: LinesOptions = {}) {
    this.#out = out ?? print;
    this.#width = width;
  }

  /** Shows the bars as they are now; `last` if nothing comes after it. */
  draw(bars: readonly ProgressBarView[], last = false): void {
    if (this.#width === undefined) this.#printSome(bars);
    else if (last || performance.now() - this.#lastDraw >= DRAW_MS) this.#drawOver(bars, this.#width - 1);
  }

  /** Takes the lines away, if they can be taken away. */
  clear(): void {
    if (this.#drawn > 0) this.#out(`${up(this.#drawn)}${DOWN}${up(1)}`);
    this.#drawn = 0;
  }

  #drawOver(bars: readonly ProgressBarView[], width: number): void {
    if (bars.length === 0) return;
    const lines = bars.map((bar) => `${ERASE}${lineOf(bar, width)}`);
    this.#out(`${this.#drawn > 0 ? up(this.#drawn) : ''}${lines.join('\n')}`);
    this.#drawn = bars.length;
    this.#lastDraw = performance.now();
  }

  #printSome(bars: readonly ProgressBarView[]): void {
    for (const bar of bars) {
      const stage = bar.state === 'moving' ? String(Math.floor((bar.done ?? 0) * PARTS)) : bar.state;
      if (this.#printed.get(bar.label) === stage) continue;
      this.#printed.set(bar.label, stage);
      this.#out(lineOf(bar, WIDTH));
    }
  }
}

const ESCAPE = '\u001b[';
const ERASE = `${ESCAPE}2K`;
/** Erases everything below. */
const DOWN = `${ESCAPE}0J`;

function up(lines: number): string {
  return `${ESCAPE}${lines}A\r`;
}

/** Of 0.3 as 1 - 0.7, thirty percent are done. */
const ALMOST = 1e-9;

/** A bar in a line: `motor:  50% |█████     | 1.000 → 2.000, 0.5 s left`. */
export function lineOf({ label, done, text }: ProgressBarView, width: number): string {
  if (done === null) return `${label}: ${text}`.slice(0, width);
  const before = `${label}: ${padLeft(String(Math.floor(done * 100 + ALMOST)), 3)}% |`;
  const after = `| ${text}`;
  const room = Math.max(SHORTEST_BAR, width - before.length - after.length);
  const full = Math.round(done * room);
  return `${before}${'█'.repeat(full)}${' '.repeat(room - full)}${after}`.slice(0, width);
}
