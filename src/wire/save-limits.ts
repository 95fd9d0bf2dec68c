/** How many bytes of notebooks figures may take. */
export interface SaveLimits {
  /** For the columns of one run; all figures that show it share them. */
  perRun: number;
  /** For all figures of a notebook. */
  perNotebook: number;
}

/** What holds until a page says something else. */
export const SAVE_LIMITS: SaveLimits = { perRun: 2_000_000, perNotebook: 20_000_000 };

/** Less is not worth a figure that can be zoomed: it is kept as a picture. */
const LEAST_PER_RUN = 2_000;

/** Knows what the figures of a notebook take of its limit. */
export class SaveBudget {
  limits: SaveLimits = SAVE_LIMITS;
  /** By cell of the notebook, what each run of the cell has put there. */
  readonly #cells = new Map<string, { execution: string; figures: Map<string, number> }>();

  /** The bytes that each of some runs may take in a figure; 0 if there is room for a picture only. */
  perRun(figure: string, cell: string, shares: readonly number[]): number {
    const left = this.limits.perNotebook - this.#taken() + (this.#figures(cell).get(figure) ?? 0);
    const each = Math.min(this.limits.perRun / Math.max(1, ...shares), left / Math.max(1, shares.length));
    return each < LEAST_PER_RUN ? 0 : Math.floor(each);
  }

  /** Notes what a figure takes now. */
  note(figure: string, cell: string, bytes: number): void {
    this.#figures(cell).set(figure, bytes);
  }

  #taken(): number {
    let taken = 0;
    for (const { figures } of this.#cells.values()) for (const bytes of figures.values()) taken += bytes;
    return taken;
  }

  /** A cell that is run again has lost the figures of before. */
  #figures(key: string): Map<string, number> {
    const cell = key.split('/')[0] as string;
    let known = this.#cells.get(cell);
    if (known?.execution !== key) {
      known = { execution: key, figures: new Map() };
      this.#cells.set(cell, known);
    }
    return known.figures;
  }
}
