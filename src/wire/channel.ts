/** A view of bytes that travels as a frame of its own beside the JSON. Who sends it gives it away: it is read later. */
export type Bytes = ArrayBufferView;

/** The kernel's side of one widget model: what it is now, and what a page says to it. */
export interface ModelSource {
  /** The whole state, taken anew for every page that asks. It may hold typed arrays at any depth. */
  state(): Record<string, unknown>;
  /** A custom message from a page. */
  receive(content: unknown): void;
}

/** Puts a bundle by MIME type into the output of the cell in which a figure is displayed. */
export type PutLasting = (bundle: Record<string, unknown>) => void;

/**
 * The one way in which widget models reach pages.
 *
 * The kernel implements it over comms; tests record what is sent. A page that is not there, or not
 * yet, costs nothing: whoever comes later asks for `state()`.
 */
export interface ModelChannel {
  /** Announces a model. */
  open(id: string, source: ModelSource): void;
  /** Sends some keys of the state that have changed. */
  update(id: string, changed: Record<string, unknown>): void;
  /** Sends a message of our own with bytes beside it. */
  custom(id: string, content: Record<string, unknown>, buffers: readonly Bytes[]): void;
  /**
   * Displays a view of the model in the output of the running cell, with a text for other readers.
   *
   * @returns what puts the lasting form of the figure below that view, or replaces the one there
   */
  display(id: string, text: string): PutLasting;
  /** Names the cell whose output `display` would reach; undefined where there is none. */
  cell(): string | undefined;
  /** Forgets a model without closing it in pages that show it. */
  release(id: string): void;
}
