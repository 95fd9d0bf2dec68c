import type { Bytes, ModelChannel, ModelSource, PutLasting } from '../../src/wire/index.js';

/** Something that was sent, in the words of the channel. */
export type Sent =
  | ['open', string]
  | ['update', string, Record<string, unknown>]
  | ['custom', string, Record<string, unknown>, readonly Bytes[]]
  | ['display', string, string]
  | ['release', string];

/** A channel to pages that keeps what is sent; `currentCell` says in which cell it is. */
export class FakeChannel implements ModelChannel {
  readonly sent: Sent[] = [];
  readonly sources = new Map<string, ModelSource>();
  /** The lasting forms that were put into outputs, with the figure and the cell. */
  readonly lasting: { id: string; cell: string | undefined; bundle: Record<string, unknown> }[] = [];
  currentCell: string | undefined = 'cell 1';

  open(id: string, source: ModelSource): void {
    this.sources.set(id, source);
    this.sent.push(['open', id]);
  }

  update(id: string, changed: Record<string, unknown>): void {
    this.sent.push(['update', id, changed]);
  }

  custom(id: string, content: Record<string, unknown>, buffers: readonly Bytes[]): void {
    this.sent.push(['custom', id, content, buffers]);
  }

  display(id: string, text: string): PutLasting {
    this.sent.push(['display', id, text]);
    const cell = this.currentCell;
    return (bundle) => void this.lasting.push({ id, cell, bundle });
  }

  cell(): string | undefined {
    return this.currentCell;
  }

  release(id: string): void {
    this.sources.delete(id);
    this.sent.push(['release', id]);
  }
}
