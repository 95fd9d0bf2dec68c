import type { Collectable, HasName, Readable, Readings } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type {
  ComposedRun,
  Event,
  EventDescriptor,
  EventFields,
  ExitStatus,
  RunStart,
  StopFields,
} from '../documents/index.js';
import { composeRun, EventModelError, EventModelValidationError } from '../documents/index.js';
import { whenCome } from '../host/index.js';
import type { AnyAssetDocument } from './asset-documents.js';
import { AssetDocuments } from './asset-documents.js';
import { fieldsOf } from './collect-description.js';
import type { BeginDelivery } from './delivery.js';
import { DeviceError, IllegalMessageSequence, InvalidMessage } from './errors.js';
import { EventBundle } from './event-bundle.js';
import type { Msg } from './msg.js';
import type { Payload } from './run-flyers.js';
import { Interruptions, INTERRUPTIONS } from './interruptions.js';
import { RunFlyers } from './run-flyers.js';
import { RunMonitors } from './run-monitors.js';
import type { MonitoredDevice, MonitorTarget } from './run-monitors.js';
import { descriptorOf, RunStreams } from './run-streams.js';
import type { Outlet } from './run-streams.js';
import { readConfiguration } from './stream-bundle.js';

/** What a declared stream gives to the plan: its descriptor, what composes its events, and its devices. */
export type DeclaredStream = readonly [
  descriptor: EventDescriptor,
  composeEvent: (fields: EventFields) => Event,
  devices: readonly HasName[],
];

/** What a run needs of its engine. */
export interface RunBundlerOptions {
  /** Where the documents of messages go. */
  documents: Outlet;
  /** Called when the stop document was handed out, well or not. */
  onClosed?: (start: RunStart) => void;
  /** Hears of what goes wrong when a monitored device tells something. */
  onError?: (error: unknown) => void;
}

/** Composes the documents of one run from the messages of its plan. */
export class RunBundler {
  readonly #documents: Outlet;
  readonly #onClosed: RunBundlerOptions['onClosed'];
  readonly #run: ComposedRun;
  readonly #streams: RunStreams;
  readonly #assets: AssetDocuments;
  readonly #monitors: RunMonitors;
  readonly #flyers: RunFlyers;
  #bundle: EventBundle | undefined;
  /** Resources of an event that was dropped: later ones may refer to them. */
  #resources: readonly AnyAssetDocument[] | undefined;
  #interruptions: Interruptions | undefined;
  isOpen = false;

  /**
   * Composes the start document. Throws an {@link EventModelValidationError} on metadata that no document
   * may hold.
   */
  constructor(metadata: Readonly<Record<string, unknown>>, options: RunBundlerOptions) {
    const { documents, onClosed, onError = rethrow } = options;
    const nextSeq = new Map<string, number>();
    this.#run = composeRun({ metadata, eventCounters: nextSeq });
    this.#documents = documents;
    this.#onClosed = onClosed;
    this.#streams = new RunStreams(this.#run, nextSeq, documents);
    this.#assets = new AssetDocuments(this.#streams);
    this.#monitors = new RunMonitors(this.#streams, onError);
    this.#flyers = new RunFlyers(this.#streams, this.#assets);
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
    return this.#documents.emit('start', this.start);
  }

  /** Hands out the descriptor of a stream before its first event. */
  async declareStream(
    devices: readonly unknown[],
    { name, collect }: { name: unknown; collect: boolean },
    deliver: BeginDelivery,
  ): Promise<DeclaredStream> {
    const stream = this.#streams.of(checkedName('declare_stream', name));
    const each = [...new Set(devices)] as HasName[];
    for (const device of each) {
      if (collect) await stream.describeAs(device, await collectedFields(device, stream.name));
      else await stream.describe(checkedReadable(device));
    }
    deliver();
    if (collect) this.#flyers.declared(each, stream.name);
    await this.#streams.begin(stream, each);
    return [descriptorOf(stream), (fields) => stream.composeEvent(fields), each];
  }

  /** Begins an event of a stream. */
  create(name: unknown): void {
    if (this.#bundle) {
      throw new IllegalMessageSequence(
        "A second 'create' message is not allowed until the current event bundle is closed with a 'save' or 'drop' message.",
      );
    }
    this.#bundle = new EventBundle(this.#streams.of(checkedName('create', name)), this.#resources);
    this.#resources = undefined;
  }

  /** Adds a device's readings to the event that is begun, if one is. */
  add(device: Readable, readings: Readings): void | Promise<void> {
    return this.#bundle?.add(device, readings);
  }

  /** Ends the event and hands it out, after the stream's descriptor if it is the first. */
  save(): void | Promise<void> {
    const bundle = this.#endBundle('save');
    const { stream } = bundle;
    if (bundle.devices.length === 0) return;
    bundle.checkDevices();
    if (stream.descriptor) return this.#emitEvent(bundle);
    return whenCome(this.#streams.begin(stream, bundle.devices), () => this.#emitEvent(bundle));
  }

  /** Forgets the event that is begun. */
  drop(): void {
    this.#resources = this.#endBundle('drop').resources;
  }

  /** Reads a device's settings anew; every stream that holds it gets a new descriptor, if it has begun. */
  async reconfigured(device: unknown, deliver: BeginDelivery): Promise<void> {
    const streams = this.#streams.holding(device);
    if (streams.length === 0) return;
    const configuration = await readConfiguration(device as HasName);
    deliver();
    for (const stream of streams) {
      stream.reconfigure(device as HasName, configuration);
      if (stream.descriptor) await this.#streams.begin(stream, stream.devices);
    }
  }

  /** Hands out an event whenever the device tells of a change. */
  monitor(device: MonitoredDevice, target: MonitorTarget, deliver: BeginDelivery): Promise<void> {
    return this.#monitors.add(device, target, deliver);
  }

  /** Ends that. */
  unmonitor(device: MonitoredDevice): void {
    this.#monitors.remove(device);
  }

  /** Leaves monitored devices alone, until {@link restoreMonitors}. */
  suspendMonitors(): Promise<void> {
    return this.#monitors.suspend();
  }

  restoreMonitors(): Promise<void> {
    return this.#monitors.restore();
  }

  /** Ends all monitoring. */
  clearMonitors(): Promise<void> {
    return this.#monitors.clear();
  }

  /** Notes that a flyer has begun. */
  kickedOff(flyer: HasName): void {
    this.#flyers.kickedOff(flyer);
  }

  /** Hands out what flyers have gathered. */
  collect(msg: Msg, deliver: BeginDelivery): Promise<Payload | undefined> {
    return this.#flyers.collect(msg, deliver);
  }

  /** Collects from flyers that were begun and never collected. */
  collectLeft(): Promise<void> {
    return this.#flyers.collectLeft();
  }

  /** Ends the run. */
  close(exitStatus: ExitStatus, reason: string): Promise<void> {
    if (!this.isOpen) throw new IllegalMessageSequence("A 'close_run' message came, but the run is closed already.");
    checkExitStatus(exitStatus);
    this.isOpen = false;
    this.#bundle = undefined;
    return this.#closed({ exit_status: exitStatus, reason });
  }

  /** Begins the stream of interruptions, which {@link recordInterruption} fills. */
  declareInterruptions(): void | Promise<void> {
    this.#interruptions = new Interruptions(this.#run);
    this.#streams.neverRewind(INTERRUPTIONS);
    return this.#documents.emit('descriptor', this.#interruptions.descriptor);
  }

  /** Hands out an event that tells of an interruption, if that is recorded. */
  recordInterruption(content: string): void | Promise<void> {
    if (!this.#interruptions || !this.isOpen) return;
    return this.#documents.emit('event', this.#interruptions.compose(content));
  }

  /** Remembers where every stream is, to come back here. */
  checkpoint(): void {
    this.#streams.checkpoint();
  }

  clearCheckpoint(): void {
    this.#streams.clearCheckpoint();
  }

  /** Goes back to the last checkpoint: points taken since will be taken again, with the same numbers. */
  rewind(): void {
    this.#streams.rewind();
    if (this.#bundle) this.drop();
  }

  /** Points are not taken again after all, since the plan was left where it took them. */
  goOn(): void {
    this.#streams.goOn();
  }

  async #closed(fields: StopFields): Promise<void> {
    await this.#monitors.clear();
    // The stop document counts what was handed out, taken again or not.
    this.goOn();
    const stop = this.#run.composeStop(fields);
    try {
      await this.#documents.emit('stop', stop);
    } finally {
      this.#onClosed?.(this.start);
    }
  }

  #endBundle(command: string): EventBundle {
    const bundle = this.#bundle;
    if (!bundle) {
      throw new IllegalMessageSequence(
        `A 'create' message must be sent, to open an event bundle, before that bundle can be ${command === 'save' ? 'saved' : 'dropped'} with '${command}'.`,
      );
    }
    this.#bundle = undefined;
    return bundle;
  }

  #emitEvent(bundle: EventBundle): void | Promise<void> {
    if (bundle.assets.length === 0) return this.#documents.emit('event', bundle.compose());
    return whenCome(this.#assets.emit(bundle.assets, bundle.stream), (frames) => {
      checkFrames(bundle, frames);
      return this.#documents.emit('event', bundle.compose());
    });
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function checkedName(command: string, name: unknown): string {
  if (typeof name === 'string' && name !== '') return name;
  throw new InvalidMessage(
    `Msg('${command}') needs the name of a stream: new Msg('${command}', null, [], { name: 'primary' }).`,
  );
}

function checkedReadable(device: HasName): Readable {
  if (hasMethod(device, 'describe')) return device as unknown as Readable;
  throw new DeviceError(`${nameOf(device)} cannot be used in 'declare_stream': it has no method describe().`);
}

async function collectedFields(device: HasName, stream: string): Promise<ReturnType<typeof fieldsOf>> {
  if (hasMethod(device, 'describeCollect')) {
    return fieldsOf(device, await (device as unknown as Collectable).describeCollect(), stream);
  }
  throw new DeviceError(`${nameOf(device)} cannot be used in 'declare_stream': it has no method describeCollect().`);
}

/** An event has one frame of each streamed field. */
function checkFrames({ stream }: EventBundle, frames: number): void {
  if (frames <= 1) return;
  throw new EventModelError(
    `Received a stream_datum of ${frames} frames for one event of the stream '${stream.name}'; an event has one frame.`,
  );
}

const EXIT_STATUSES: readonly unknown[] = ['success', 'abort', 'fail'];

/** Refuses what would leave the run without a stop document. */
function checkExitStatus(exitStatus: unknown): void {
  if (EXIT_STATUSES.includes(exitStatus)) return;
  const reason = `must be one of ${EXIT_STATUSES.join(', ')}, but is ${String(exitStatus)}`;
  throw new EventModelValidationError('stop', ['exit_status'], reason);
}
