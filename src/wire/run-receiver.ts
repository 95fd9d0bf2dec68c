import type { RunStart } from '../documents/index.js';
import { fromTagged } from '../documents/index.js';
import { RunColumns } from '../figures/index.js';
import type { Bytes } from './channel.js';
import { applyFrame } from './frame.js';
import type { FrameBody, FrameMessage } from './frame.js';
import { WIRE } from './versions.js';

/** Bound on frames that wait for a missing one; beyond it the state that was asked for brings them. */
const MOST_HELD = 600;

/** An answer that has not come after so many frames never will: it is asked for again. */
const PATIENCE = 60;

/** A page keeps what frames bring, so a descriptor alone makes no columns. */
const NO_FIELDS: ReadonlySet<string> = new Set();

/** The data of a run model's state as a page gets it. */
export interface ReceivedSnapshot {
  seq: number;
  columns: { body: FrameBody; buffers: readonly Bytes[] };
}

/**
 * The page's copy of a run.
 *
 * Frames that come while the widget's code is still loading are lost. So frames are numbered: one that
 * is known already is dropped; one from beyond a gap is held while the whole state is asked for, and
 * asked for again if no answer comes.
 */
export class RunReceiver {
  columns: RunColumns;
  readonly #start: RunStart;
  readonly #askForState: () => void;
  #have = -1;
  /** Frames that came since the state was asked for; undefined if it was not. */
  #sinceAsked: number | undefined;
  #held = new Map<number, { body: FrameBody; buffers: readonly Bytes[] }>();

  constructor(start: unknown, askForState: () => void) {
    this.#start = fromTagged(start) as RunStart;
    this.#askForState = askForState;
    this.columns = new RunColumns(this.#start, NO_FIELDS);
  }

  /** The number of the last frame that `columns` includes. */
  get have(): number {
    return this.#have;
  }

  /** Whether frames are held that come after a gap. */
  get lacksFrames(): boolean {
    return this.#held.size > 0;
  }

  /** Adopts a whole state unless it is older than what is here. */
  adopt(snapshot: ReceivedSnapshot): void {
    this.#sinceAsked = undefined;
    if (snapshot.seq >= this.#have) {
      const columns = new RunColumns(this.#start, NO_FIELDS);
      applyFrame(columns, snapshot.columns.body, snapshot.columns.buffers);
      columns.revision += this.columns.revision;
      this.columns = columns;
      this.#have = snapshot.seq;
    }
    this.#applyHeld();
  }

  /** Takes a frame in whatever order it comes. */
  take(message: FrameMessage, buffers: readonly Bytes[]): void {
    if (message.seq <= this.#have) return;
    if (this.#held.size >= MOST_HELD) this.#held.clear();
    this.#held.set(message.seq, { body: message.body, buffers });
    this.#applyHeld();
  }

  #applyHeld(): void {
    for (const seq of this.#held.keys()) if (seq <= this.#have) this.#held.delete(seq);
    let next = this.#held.get(this.#have + 1);
    while (next) {
      this.#held.delete(this.#have + 1);
      applyFrame(this.columns, next.body, next.buffers);
      this.#have += 1;
      next = this.#held.get(this.#have + 1);
    }
    if (this.#held.size > 0) this.#askOnce();
  }

  #askOnce(): void {
    this.#sinceAsked = (this.#sinceAsked ?? PATIENCE) + 1;
    if (this.#sinceAsked <= PATIENCE) return;
    this.#sinceAsked = 0;
    this.#askForState();
  }
}

/** Whether a page of this version can read a model of that one. */
export function canRead(wire: unknown): boolean {
  return typeof wire === 'number' && wire >= 1 && wire <= WIRE;
}

/** Reads a custom message; anything but a frame is undefined. */
export function parseFrame(content: unknown): FrameMessage | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { kind, seq, body } = content as Partial<FrameMessage>;
  const whole = kind === 'frame' && typeof seq === 'number' && typeof body === 'object' && body !== null;
  return whole ? (content as FrameMessage) : undefined;
}
