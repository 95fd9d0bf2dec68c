import type { EventDescriptor, Event, RunStart, RunStop } from '../documents/index.js';
import { toTagged } from '../documents/index.js';
import type { RowRange, RunFeed, StreamColumns } from '../figures/index.js';
import { eventValue, RunColumns } from '../figures/index.js';
import { applyFrame, encodeFrame, frameMessage, wholeOf } from './frame.js';
import type { FrameBody, FrameMessage } from './frame.js';
import { PendingRows } from './pending-rows.js';

/** Rows in one frame: a page that takes more at once stands still for the eye. */
const MOST_ROWS = 20_000;

/** The part of a run model's state that holds its data. */
export interface RunSnapshot {
  /** The number of the last frame that `columns` includes. */
  seq: number;
  columns: { body: FrameBody; buffers: Float64Array[] };
}

/** A frame to be sent. */
export interface NextFrame {
  message: FrameMessage;
  buffers: Float64Array[];
}

/**
 * The kernel's copy of a run on the screen: takes documents, hands out numbered frames of what is new
 * and, for whoever comes late, snapshots of everything.
 */
export class RunPublisher implements RunFeed {
  readonly columns: RunColumns;
  readonly #wanted = new Set<string>();
  readonly #onChange: (ended: boolean) => void;
  /** How many events were taken. */
  events = 0;
  #seq = 0;
  #lastEvent: Event | undefined;
  /** Where the last event went. */
  #lastStream: StreamColumns | undefined;
  #newDescriptors: EventDescriptor[] = [];
  readonly #pending: Map<StreamColumns, PendingRows> = new Map();
  #newStop: RunStop | undefined;

  /** `onChange` is called after every document that a page has to hear of. */
  constructor(start: RunStart, onChange: (ended: boolean) => void) {
    this.columns = new RunColumns(start, this.#wanted);
    this.#onChange = onChange;
  }

  /** Whether there is anything that no frame has carried. */
  get dirty(): boolean {
    return this.#newDescriptors.length > 0 || this.#newStop !== undefined || this.#hasRows();
  }

  want(fields: readonly string[]): void {
    for (const field of fields) this.#wanted.add(field);
    this.columns.addWanted();
  }

  descriptor(doc: EventDescriptor): void {
    if (!this.columns.addDescriptor(doc)) return;
    this.#newDescriptors.push(doc);
    this.#onChange(false);
  }

  event(doc: Event): void {
    // Another callback hands over the event again; where it contradicts, it has a publisher of its own.
    if (isSame(doc, this.#lastEvent)) return;
    this.#lastEvent = doc;
    this.events += 1;
    const stream = this.columns.putEvent(doc);
    // Rows that are only added are pending of themselves.
    if (stream && (stream.replaced || stream !== this.#lastStream)) this.#pendingIn(stream).note(stream.lastRow);
    this.#lastStream = stream;
    if (stream) this.#onChange(false);
  }

  /** Whether an event is another one than the last. */
  isNew(doc: Event): boolean {
    return !isSame(doc, this.#lastEvent);
  }

  /** Whether the last event, of which this is another copy, has other values in these fields: somebody has changed it. */
  contradicts(doc: Event, fields: readonly string[]): boolean {
    const last = this.#lastEvent;
    if (doc === last || !isSame(doc, last)) return false;
    return fields.some((field) => !Object.is(eventValue(last, field), eventValue(doc, field)));
  }

  /** Whether the last event says anything to somebody who shows these fields, or with none shows its number. */
  lastMatters(fields: readonly string[]): boolean {
    const last = this.#lastEvent;
    return last !== undefined && (fields.length === 0 || fields.some((field) => eventValue(last, field) !== undefined));
  }

  /**
   * Takes over what another has, or had before its last event, without announcing it: a model that opens
   * now has it in its state.
   */
  copyFrom(other: RunPublisher, lessLast = false): void {
    this.want([...other.#wanted]);
    const last = lessLast ? other.#lastStream : undefined;
    const { rows, ...rest } = wholeOf(other.columns);
    const isAdded = last && !last.replaced;
    const kept = isAdded ? new Map(rows).set(last, [{ from: 0, to: last.lastRow }]) : rows;
    const { body, buffers } = encodeFrame({ ...rest, rows: kept });
    applyFrame(this.columns, body, buffers);
    if (last?.replaced) this.columns.putRow(last.owners.at(last.lastRow), last.replaced);
  }

  stop(doc: RunStop): void {
    if (this.columns.stop) return;
    this.columns.putStop(doc);
    this.#newStop = doc;
    this.#onChange(true);
  }

  /** The next frame, or undefined if nothing is new; where rows are many, more frames follow. */
  takeFrame(): NextFrame | undefined {
    return this.dirty ? this.#frame() : undefined;
  }

  /** A frame even if nothing is new: a page that lacks the one before asks for the whole state. */
  reminder(): NextFrame {
    return this.#frame();
  }

  /**
   * Everything up to now. What no frame has carried yet is included; the frame that will carry it
   * repeats it, which changes nothing, since rows are keyed.
   */
  snapshot(): RunSnapshot {
    return { seq: this.#seq, columns: encodeFrame(wholeOf(this.columns)) };
  }

  /** The start document as it travels. */
  get start(): unknown {
    return toTagged(this.columns.start);
  }

  #frame(): NextFrame {
    const descriptors = this.#newDescriptors;
    const rows = this.#takeRows();
    // The end comes after the last row.
    const stop = this.#hasRows() ? undefined : this.#newStop;
    this.#newDescriptors = [];
    if (stop) this.#newStop = undefined;
    this.#seq += 1;
    const { body, buffers } = encodeFrame({ descriptors, rows, stop });
    return { message: frameMessage(this.#seq, body), buffers };
  }

  #takeRows(): Map<StreamColumns, RowRange[]> {
    const taken = new Map<StreamColumns, RowRange[]>();
    let room = MOST_ROWS;
    for (const [stream, pending] of this.#pending) {
      const ranges = pending.take(stream.length, room);
      for (const { from, to } of ranges) room -= to - from;
      taken.set(stream, ranges);
    }
    return taken;
  }

  #hasRows(): boolean {
    for (const [stream, pending] of this.#pending) if (pending.in(stream.length)) return true;
    return false;
  }

  #pendingIn(stream: StreamColumns): PendingRows {
    let pending = this.#pending.get(stream);
    if (!pending) {
      pending = new PendingRows();
      this.#pending.set(stream, pending);
    }
    return pending;
  }
}

/** Whether two objects are one event, as two callbacks got it; a recording may have uids that are not unique. */
function isSame(doc: Event, last: Event | undefined): last is Event {
  if (doc === last) return true;
  // Numbers first: two uids that have just been made are slow to compare, and this is asked for every event.
  return doc.seq_num === last?.seq_num && doc.uid === last.uid && doc.descriptor === last.descriptor;
}
