import type { TableHeading } from '../../figures/index.js';

/** Room beside the text of a cell, in characters. */
const PADDING = 2;

/** In a narrower column nothing can be read or taken hold of. */
export const LEAST_WIDTH = 32;

/** Which order and which widths the user has given a table's columns, by their keys. */
export class ColumnLayout {
  #order: string[] = [];
  readonly #widths: Map<string, string> = new Map();

  /** The places of the headings in the order in which they are shown; new columns stand where their table has them. */
  arrange(headings: readonly TableHeading[]): number[] {
    const places = headings.map((_, place) => place);
    if (this.#order.length === 0) return places;
    const known = new Map(this.#order.map((key, at) => [key, at]));
    let last = -1;
    const ranks = headings.map(({ key }) => (last = known.get(key) ?? last));
    return places.sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b);
  }

  /** Puts the column at place `from` of those that are shown to place `to`. */
  move(shown: readonly TableHeading[], from: number, to: number): void {
    const keys = shown.map(({ key }) => key);
    keys.splice(to, 0, ...keys.splice(from, 1));
    this.#order = keys;
  }

  /** Gives a column a width in pixels. */
  resize(key: string, pixels: number): void {
    this.#widths.set(key, `${Math.round(Math.max(LEAST_WIDTH, pixels))}px`);
  }

  /** Gives a column the width that texts of so many characters need. */
  fit(key: string, characters: number): void {
    this.#widths.set(key, `${characters + PADDING}ch`);
  }

  /** The widths of columns for CSS. */
  template(headings: readonly TableHeading[]): string {
    const widths = headings.map(
      ({ key, width, label }) => this.#widths.get(key) ?? `${Math.max(width, label.length) + PADDING}ch`,
    );
    return widths.join(' ') || 'auto';
  }
}
