/** How a document is composed. */
export interface ComposeOptions {
  /** Whether the document is checked; default true. */
  validate?: boolean;
}
