import type { LinePen } from './pixel-points.js';

/** Points in a piece: browsers take several times as long for one long path. */
const PIECE = 32;

/** A context that strokes paths. */
type Strokes = Pick<CanvasRenderingContext2D, 'beginPath' | 'moveTo' | 'lineTo' | 'stroke'>;

/**
 * Strokes a line piece by piece as it is traced. Only for opaque lines without dashes, with round ends: there, pieces
 * that meet look like one line.
 */
export class StrokeInPieces implements LinePen {
  readonly #context: Strokes;
  #x = 0;
  #y = 0;
  #count = 0;

  constructor(context: Strokes) {
    this.#context = context;
    context.beginPath();
  }

  moveTo(x: number, y: number): void {
    this.#context.moveTo(x, y);
    this.#at(x, y);
  }

  lineTo(x: number, y: number): void {
    if (this.#count >= PIECE) {
      this.finish();
      this.#context.beginPath();
      this.#context.moveTo(this.#x, this.#y);
    }
    this.#context.lineTo(x, y);
    this.#at(x, y);
  }

  closePath(): void {
    this.lineTo(this.#x, this.#y);
  }

  /** Strokes what is left. */
  finish(): void {
    this.#context.stroke();
    this.#count = 0;
  }

  #at(x: number, y: number): void {
    this.#x = x;
    this.#y = y;
    this.#count += 1;
  }
}
