import { isPlainObject, now, uuid } from '../host/index.js';
import type { ComposeOptions } from './compose-options.js';
import type { DocumentName } from './documents.js';
import { EventModelError, EventModelValidationError } from './errors.js';
import type { Event } from './generated/event.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import { rowCount } from './nd-array.js';
import { validate } from './validate.js';

/** What an event is composed of. */
export interface EventFields extends Pick<Event, 'data' | 'timestamps' | 'filled'> {
  /** Default: one more than the stream's last. */
  seq_num?: number;
  uid?: string;
  time?: number;
}

/** What a page of events is composed of. */
export interface EventPageFields extends Pick<EventPage, 'data' | 'timestamps' | 'filled'> {
  /** Default: those that follow the stream's last. */
  seq_num?: readonly number[];
  uid?: readonly string[];
  /** Default: the same time for every event. */
  time?: readonly number[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Composes the events of one descriptor. */
export class ComposeEvent {
  readonly #stream: string;
  /** The keys that every event has. */
  readonly #keys: readonly string[];
  /** Whether a glance can tell that an event is right: not where its records might be `NDArray`s by their keys. */
  readonly #easilyTold: boolean;

  constructor(
    readonly descriptor: EventDescriptor,
    readonly counters: Map<string, number>,
  ) {
    this.#stream = descriptor.name ?? '';
    const keys = Object.keys(descriptor.data_keys ?? {});
    this.#keys = keys.filter((key) => !this.#isStreamed(key));
    this.#easilyTold = typeof descriptor.uid === 'string' && !keys.includes('dtype');
  }

  compose(fields: EventFields, options?: ComposeOptions): Event {
    const seqNum = fields.seq_num ?? this.#next;
    const doc: Event = {
      uid: fields.uid ?? uuid(),
      time: fields.time ?? now(),
      data: fields.data,
      timestamps: fields.timestamps,
      seq_num: seqNum,
      filled: fields.filled ?? {},
      descriptor: this.descriptor.uid,
    };
    if (options?.validate ?? true) {
      if (!this.#isSound(fields, seqNum)) validate('event', doc);
      this.#checkKeys('event', doc);
    }
    this.counters.set(this.#stream, seqNum + 1);
    return doc;
  }

  composePage(fields: EventPageFields, { validate: check = true }: ComposeOptions = {}): EventPage {
    const { data, timestamps } = fields;
    const rows = commonCount(data, 'data');
    if (commonCount(timestamps, 'timestamps') !== rows) {
      throw new EventModelError("The event_page cannot be composed: its 'timestamps' are not as long as its 'data'.");
    }
    const seqNums = fields.seq_num ?? this.#following(rows);
    const doc: EventPage = {
      uid: fields.uid ?? seqNums.map(uuid),
      time: fields.time ?? new Array<number>(seqNums.length).fill(now()),
      data,
      timestamps,
      seq_num: seqNums,
      filled: fields.filled ?? {},
      descriptor: this.descriptor.uid,
    };
    if (check) {
      validate('event_page', doc);
      this.#checkKeys('event_page', doc);
    }
    this.counters.set(this.#stream, this.#next + seqNums.length);
    return doc;
  }

  /**
   * Whether an event is at a glance what the schema asks for: all else was filled in here. What looks otherwise may be
   * right all the same, which is for the schema to say.
   */
  #isSound({ uid: id, time, filled, data, timestamps }: EventFields, seqNum: number): boolean {
    if (!this.#easilyTold || id !== undefined || time !== undefined || filled !== undefined) return false;
    return Number.isInteger(seqNum) && isPlainObject(data) && isPlainObject(timestamps);
  }

  get #next(): number {
    return this.counters.get(this.#stream) ?? 1;
  }

  #following(rows: number | undefined): number[] {
    if (rows === undefined) {
      throw new EventModelError("The event_page cannot be composed: without data it needs its 'seq_num'.");
    }
    const first = this.#next;
    if (!Number.isInteger(first)) {
      throw new EventModelError(`The event_page cannot be composed: no whole number follows ${first - 1}.`);
    }
    return Array.from({ length: rows }, (_, i) => first + i);
  }

  #isStreamed(key: string): boolean {
    return this.descriptor.data_keys[key]?.external === 'STREAM:';
  }

  #checkKeys(name: DocumentName, { data, timestamps, filled }: Event | EventPage): void {
    this.#checkFields(name, 'data', data);
    this.#checkFields(name, 'timestamps', timestamps);
    for (const key in filled) {
      if (Object.hasOwn(data, key)) continue;
      throw new EventModelValidationError(name, ['filled'], `has '${key}', which 'data' has not`);
    }
  }

  /** Refuses fields that are not the descriptor's; what is streamed may be there or not. */
  #checkFields(name: DocumentName, part: 'data' | 'timestamps', fields: Fields): void {
    if (this.#areInOrder(fields)) return;
    const { data_keys: known } = this.descriptor;
    let expected = 0;
    for (const key of Object.keys(fields)) {
      if (!Object.hasOwn(known, key)) throw this.#mismatch(name, part, fields);
      if (known[key]?.external !== 'STREAM:') expected += 1;
    }
    if (expected !== this.#keys.length) throw this.#mismatch(name, part, fields);
  }

  /** Whether fields are just those of every event and in their order, as they mostly are. */
  #areInOrder(fields: Fields): boolean {
    let at = 0;
    for (const key in fields) if (key !== this.#keys[at++]) return false;
    return at === this.#keys.length;
  }

  #mismatch(name: DocumentName, part: string, fields: Fields): EventModelValidationError {
    const missing = this.#keys.filter((key) => !Object.hasOwn(fields, key));
    const extra = Object.keys(fields).filter((key) => !Object.hasOwn(this.descriptor.data_keys, key));
    const faults = [
      missing.length > 0 ? `lacks ${missing.join(', ')}` : '',
      extra.length > 0 ? `has ${extra.join(', ')}, which its descriptor does not name` : '',
    ].filter(Boolean);
    const stream = `of the stream '${this.#stream}'`;
    return new EventModelValidationError(name, [part], `${faults.join(' and ')}: the keys must be those ${stream}`);
  }
}

/** How many rows the columns of a page have; undefined without columns. */
function commonCount(columns: Fields, part: string): number | undefined {
  const counts = new Set(Object.values(columns).map(rowCount));
  if (counts.size > 1) {
    throw new EventModelError(
      `The event_page cannot be composed: the lists in its '${part}' are of different lengths.`,
    );
  }
  return counts.values().next().value;
}
