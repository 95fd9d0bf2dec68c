import { setTimeout } from 'node:timers';
import type { Ticker } from '../wire/index.js';
import type { Extras, Publishing } from './outbox.js';
import type { Origin } from './origin.js';
import { splitText } from './split-text.js';

/** The two text streams of a cell. */
export type StreamName = 'stdout' | 'stderr';

/** How long text is gathered before it is sent. */
const GATHER_MS = 50;
/** Text a second, for all cells together; the server drops streams above about 1 MB/s. */
const BYTES_PER_SECOND = 500_000;
/** What a message counts for at least: the server limits their number too. */
const LEAST_CHARGE = 2_000;
/** Text that may wait for its turn; what comes beyond is dropped, and said. */
const MOST_WAITING = 2_000_000;
/** The longest piece that is sent in one message. */
const PIECE = 64_000;

interface TextItem {
  kind: 'text';
  origin: Origin;
  name: StreamName;
  text: string;
  bytes: number;
}
interface MessageItem {
  kind: 'message';
  origin: Origin;
  type: string;
  content: object;
  extras: Extras;
}
interface DroppedItem {
  kind: 'dropped';
  origin: Origin;
  bytes: number;
}
interface MarkItem {
  kind: 'mark';
  reached: () => void;
}
type Item = TextItem | MessageItem | DroppedItem | MarkItem;

/** What a cell has printed and not yet handed on. */
interface Gathering {
  name: StreamName;
  texts: string[];
  length: number;
}

const realTicker: Ticker = {
  now: () => performance.now(),
  after: (milliseconds, callback) => void setTimeout(callback, milliseconds),
};

/**
 * Everything a cell puts out, in order: gathered text, displays, results and errors.
 *
 * Text is gathered for up to 50 ms and kept under 500 kB/s, since the server between kernel and page
 * drops what comes faster; whatever follows a text waits with it.
 */
export class Outputs {
  readonly #publishing: Publishing;
  readonly #ticker: Ticker;
  readonly #gathering = new Map<Origin, Gathering>();
  #queue: Item[] = [];
  #waitingBytes = 0;
  #dropping = false;
  #allowance = BYTES_PER_SECOND;
  #allowanceAt: number;
  #armed = false;

  constructor(publishing: Publishing, ticker: Ticker = realTicker) {
    this.#publishing = publishing;
    this.#ticker = ticker;
    this.#allowanceAt = ticker.now();
  }

  /** Prints for the cell of `origin`. */
  write(origin: Origin, name: StreamName, text: string): void {
    if (text === '') return;
    const gathered = this.#gathering.get(origin);
    if (gathered?.name === name) {
      gathered.texts.push(text);
      gathered.length += text.length;
      if (gathered.length >= PIECE) this.#handOn(origin);
      return;
    }
    this.#handOn(origin);
    this.#gathering.set(origin, { name, texts: [text], length: text.length });
    this.#ticker.after(GATHER_MS, () => this.#handOn(origin));
  }

  /** Sends a message after everything that was printed before it. */
  message(origin: Origin, type: string, content: object, extras: Extras = {}): void {
    this.#handOn(origin);
    this.#queue.push({ kind: 'message', origin, type, content, extras });
    this.#pump();
  }

  /** Resolves when all that was put out so far has been sent. */
  drain(): Promise<void> {
    for (const origin of [...this.#gathering.keys()]) this.#handOn(origin);
    return new Promise((reached) => {
      this.#queue.push({ kind: 'mark', reached });
      this.#pump();
    });
  }

  #handOn(origin: Origin): void {
    const gathered = this.#gathering.get(origin);
    if (!gathered) return;
    this.#gathering.delete(origin);
    for (const text of splitText(gathered.texts.join(''), PIECE)) this.#enqueue(origin, gathered.name, text);
    this.#pump();
  }

  #enqueue(origin: Origin, name: StreamName, text: string): void {
    const bytes = Buffer.byteLength(text);
    // Once it drops it drops for a while: one gap, not a text with many holes.
    const most = this.#dropping ? MOST_WAITING / 2 : MOST_WAITING;
    this.#dropping = this.#waitingBytes + bytes > most;
    if (!this.#dropping) {
      this.#waitingBytes += bytes;
      this.#queue.push({ kind: 'text', origin, name, text, bytes });
      return;
    }
    const last = this.#queue.at(-1);
    if (last?.kind === 'dropped' && last.origin === origin) last.bytes += bytes;
    else this.#queue.push({ kind: 'dropped', origin, bytes });
  }

  #pump(): void {
    this.#refill();
    let sent = 0;
    for (const item of this.#queue) {
      if (item.kind === 'text' && this.#allowance <= 0) break;
      this.#send(item);
      sent += 1;
    }
    this.#queue.splice(0, sent);
    if (this.#queue.length > 0) this.#arm();
  }

  #send(item: Item): void {
    if (item.kind === 'mark') return item.reached();
    const { header } = item.origin;
    if (item.kind === 'message') {
      this.#publishing.publish(item.type, item.content, header, item.extras);
    } else if (item.kind === 'text') {
      this.#allowance -= Math.max(item.bytes, LEAST_CHARGE);
      this.#waitingBytes -= item.bytes;
      this.#publishing.publish('stream', { name: item.name, text: item.text }, header);
    } else {
      const text = `\n[livesky: ${item.bytes} bytes of output were dropped: more than 500 kB/s was printed]\n`;
      this.#publishing.publish('stream', { name: 'stderr', text }, header);
    }
  }

  #refill(): void {
    const now = this.#ticker.now();
    const earned = ((now - this.#allowanceAt) / 1000) * BYTES_PER_SECOND;
    this.#allowance = Math.min(BYTES_PER_SECOND, this.#allowance + earned);
    this.#allowanceAt = now;
  }

  #arm(): void {
    if (this.#armed) return;
    this.#armed = true;
    this.#ticker.after(GATHER_MS, () => {
      this.#armed = false;
      this.#pump();
    });
  }
}
