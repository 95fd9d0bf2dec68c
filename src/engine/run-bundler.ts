import type { Readable, Readings } from '../devices/index.js';
import { nameOf } from '../devices/index.js';
import type { ComposedRun, DocumentName, Documents, ExitStatus, RunStart } from '../documents/index.js';
import { composeRun, EventModelError, EventModelValidationError } from '../documents/index.js';
import { IllegalMessageSequence } from './errors.js';
import { Interruptions, INTERRUPTIONS } from './interruptions.js';
import { separate, StreamBundle } from './stream-bundle.js';

/** Hands a document out; a promise if somebody has to be waited for. */
export type Emit = <N extends DocumentName>(name: N, doc: Documents[N]) => void | Promise<void>;

/** Composes the documents of one run from the messages of its plan. */
export class RunBundler {
  readonly #emit: Emit;
  readonly #run: ComposedRun;
  readonly #streams = new Map<string, StreamBundle>();
  /** The next `seq_num` of every stream that has a descriptor. */
  readonly #nextSeq = new Map<string, number>();
  #seqAtCheckpoint = new Map<string, number>();
  #bundle: StreamBundle | undefined;
  #read: { device: Readable; readings: Readings }[] = [];
  #interruptions: Interruptions | undefined;
  isOpen = false;

  /**
   * Composes the start document. Throws an {@link EventModelValidationError} on metadata that no document
   * may hold.
   */
  constructor(metadata: Readonly<Record<string, unknown>>, emit: Emit) {
    this.#run = composeRun({ metadata, eventCounters: this.#nextSeq });
    this.#emit = emit;
  }

  get start(): RunStart {
    return this.#run.startDoc;
  }

  /** Whether readings are being gathered for an event. */
  get bundling(): boolean {
    return this.#bundle !== undefined;
  }

  open(): void | Promise<void> {
    this.isOpen = true;
    return this.#emit('start', this.start);
  }

  /** Begins the stream of interruptions, which {@link recordInterruption} fills. */
  declareInterruptions(): void | Promise<void> {
    this.#interruptions = new Interruptions(this.#run);
    return this.#emit('descriptor', this.#interruptions.descriptor);
  }

  /** Hands out an event that tells of an interruption, if that is recorded. */
  recordInterruption(content: string): void | Promise<void> {
    if (!this.#interruptions || !this.isOpen) return;
    return this.#emit('event', this.#interruptions.compose(content));
  }

  /** Begins an event of a stream. */
  create(name: unknown): void {
    if (this.#bundle) {
      throw new IllegalMessageSequence(
        "A second 'create' message is not allowed until the current event bundle is closed with a 'save' or 'drop' message.",
      );
    }
    if (typeof name !== 'string' || name === '') {
      throw new TypeError(
        "Msg('create') needs the name of a stream: new Msg('create', null, [], { name: 'primary' }).",
      );
    }
    this.#bundle = this.#stream(name);
    this.#read = [];
  }

  /** Adds a device's readings to the event that is begun, if one is. */
  add(device: Readable, readings: Readings): void | Promise<void> {
    const bundle = this.#bundle;
    if (!bundle) return;
    if (bundle.knows(device)) this.#keep(bundle, device, readings);
    else return bundle.describe(device).then(() => this.#keep(bundle, device, readings));
  }

  /** Ends the event and hands it out, after the stream's descriptor if it is the first. */
  save(): void | Promise<void> {
    const bundle = this.#endBundle('save');
    const read = this.#read;
    if (read.length === 0) return;
    if (bundle.descriptor) {
      this.#checkDevices(bundle);
      return this.#emitEvent(bundle);
    }
    const doc = bundle.begin(
      this.#run,
      read.map(({ device }) => device),
    );
    const pending = this.#emit('descriptor', doc);
    return pending ? pending.then(() => this.#emitEvent(bundle)) : this.#emitEvent(bundle);
  }

  /** Forgets the event that is begun. */
  drop(): void {
    this.#endBundle('drop');
  }

  /** Ends the run. */
  close(exitStatus: ExitStatus, reason: string): void | Promise<void> {
    if (!this.isOpen) throw new IllegalMessageSequence("A 'close_run' message came, but the run is closed already.");
    checkExitStatus(exitStatus);
    this.isOpen = false;
    this.#bundle = undefined;
    return this.#emit('stop', this.#run.composeStop({ exit_status: exitStatus, reason }));
  }

  /** Remembers where every stream is, to come back here. */
  checkpoint(): void {
    this.#seqAtCheckpoint = new Map(this.#nextSeq);
  }

  /** Goes back to the last checkpoint: points taken since will be taken again, with the same numbers. */
  rewind(): void {
    for (const name of this.#nextSeq.keys()) {
      // An interruption does not happen again.
      if (name !== INTERRUPTIONS || !this.#interruptions) this.#nextSeq.set(name, this.#seqAtCheckpoint.get(name) ?? 1);
    }
    this.#bundle = undefined;
  }

  #stream(name: string): StreamBundle {
    let stream = this.#streams.get(name);
    if (!stream) {
      stream = new StreamBundle(name);
      this.#streams.set(name, stream);
    }
    return stream;
  }

  #keep(bundle: StreamBundle, device: Readable, readings: Readings): void {
    const fields = bundle.fieldsOf(device);
    for (const other of this.#read) {
      const shared = bundle.fieldsOf(other.device).filter((field) => fields.includes(field));
      if (shared.length === 0) continue;
      throw new EventModelError(
        `Data keys (field names) from ${String(device)} collide with those from ${String(other.device)}. The colliding keys are ${shared.join(', ')}.`,
      );
    }
    this.#read.push({ device, readings });
  }

  #endBundle(command: string): StreamBundle {
    const bundle = this.#bundle;
    if (!bundle) {
      throw new IllegalMessageSequence(
        `A 'create' message must be sent, to open an event bundle, before that bundle can be ${command === 'save' ? 'saved' : 'dropped'} with '${command}'.`,
      );
    }
    this.#bundle = undefined;
    return bundle;
  }

  #checkDevices(bundle: StreamBundle): void {
    const { devices } = bundle;
    const same = devices.length === this.#read.length && this.#read.every(({ device }) => devices.includes(device));
    if (same) return;
    const got = this.#read.map(({ device }) => nameOf(device)).join(', ');
    throw new EventModelError(
      `Mismatched objects read in stream '${bundle.name}', expected ${devices.map(nameOf).join(', ')}, got ${got}.`,
    );
  }

  #emitEvent(bundle: StreamBundle): void | Promise<void> {
    const { data, timestamps } = this.#read.length === 1 ? separate(this.#firstReadings()) : this.#merged();
    return this.#emit('event', bundle.compose(data, timestamps));
  }

  #firstReadings(): Readings {
    return (this.#read[0] as { readings: Readings }).readings;
  }

  #merged(): ReturnType<typeof separate> {
    return separate(Object.assign({}, ...this.#read.map(({ readings }) => readings)) as Readings);
  }
}

const EXIT_STATUSES: readonly unknown[] = ['success', 'abort', 'fail'];

/** Refuses what would leave the run without a stop document. */
function checkExitStatus(exitStatus: unknown): void {
  if (EXIT_STATUSES.includes(exitStatus)) return;
  const reason = `must be one of ${EXIT_STATUSES.join(', ')}, but is ${String(exitStatus)}`;
  throw new EventModelValidationError('stop', ['exit_status'], reason);
}
