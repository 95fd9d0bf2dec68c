import type {
  AnyIterable,
  Awaitable,
  Collectable,
  DataKeys,
  HasName,
  PartialEvent,
  PartialEventPage,
} from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { Event, EventPage } from '../documents/index.js';
import { EventModelError, packEventPage } from '../documents/index.js';
import { inTurn, warn } from '../host/index.js';
import { attempt } from './attempt.js';
import type { AssetDocuments } from './asset-documents.js';
import { gatherAssets, gathered, writesStreamAssets } from './asset-documents.js';
import { streamsOf } from './collect-description.js';
import type { BeginDelivery } from './delivery.js';
import { DeviceError, IllegalMessageSequence, InvalidMessage } from './errors.js';
import { Msg } from './msg.js';
import type { RunStreams } from './run-streams.js';
import type { StreamBundle } from './stream-bundle.js';

/** What a `collect` gives to the plan. */
export type Payload = (PartialEvent | PartialEventPage)[];

/** The flyers of one run: what they have gathered becomes pages of events. */
export class RunFlyers {
  readonly #streams: RunStreams;
  readonly #assets: AssetDocuments;
  /** Which devices were declared together for which streams. */
  readonly #declared: { devices: ReadonlySet<unknown>; stream: string }[] = [];
  /** The streams of each flyer that says itself which it has. */
  readonly #own = new Map<Collectable, readonly StreamBundle[]>();
  readonly #uncollected = new Set<Collectable>();

  constructor(streams: RunStreams, assets: AssetDocuments) {
    this.#streams = streams;
    this.#assets = assets;
  }

  /** Notes that a flyer has begun, so that its data are not forgotten. */
  kickedOff(flyer: HasName): void {
    if (hasMethod(flyer, 'describeCollect')) this.#uncollected.add(flyer as unknown as Collectable);
  }

  /** Notes that these devices are collected into this stream. */
  declared(devices: readonly unknown[], stream: string): void {
    this.#declared.push({ devices: new Set(devices), stream });
  }

  /** Asks flyers for what they have gathered, and hands it out. */
  async collect(msg: Msg, deliver: BeginDelivery): Promise<Payload | undefined> {
    const flyers = collectables(msg);
    for (const flyer of flyers) this.#uncollected.delete(flyer);
    const stream = this.#declaredStream(flyers, msg.kwargs.name);
    if (!stream) await this.#beginOwnStreams(flyers, deliver);
    const frames = await this.#collectAssets(flyers, stream, deliver);
    const [flyer] = flyers as [Collectable];
    if (flyers.length > 1 || writesStreamAssets(flyer) || !givesEvents(flyer)) {
      this.#countFrames(flyer, stream, frames);
      return undefined;
    }
    const payload = await this.#collectEvents(flyer, stream, deliver);
    return msg.kwargs.return_payload === false ? undefined : payload;
  }

  /** Collects from flyers that the plan has left, as far as they can be. */
  async collectLeft(): Promise<void> {
    for (const flyer of this.#uncollected) {
      await attempt(`collect ${nameOf(flyer)}`, () => this.collect(new Msg('collect', flyer), () => undefined));
    }
  }

  /** The stream that was declared for exactly these devices. */
  #declaredStream(flyers: readonly Collectable[], name: unknown): StreamBundle | undefined {
    const names = new Set(
      this.#declared
        .filter(({ devices }) => devices.size === flyers.length && flyers.every((flyer) => devices.has(flyer)))
        .map(({ stream }) => stream),
    );
    if (typeof name === 'string') {
      if (names.has(name)) return this.#streams.of(name);
      throw new IllegalMessageSequence(
        `The stream '${name}' was not declared for ${namesOf(flyers)}: a collect with the name of a stream needs a 'declare_stream' before it.`,
      );
    }
    const [only, ...others] = names;
    if (others.length > 0) {
      throw new IllegalMessageSequence(
        `The streams ${[...names].join(', ')} are declared for ${namesOf(flyers)}: say in 'collect' which by name.`,
      );
    }
    return only === undefined ? undefined : this.#streams.of(only);
  }

  /** Begins the streams that a flyer itself names. */
  async #beginOwnStreams(flyers: readonly Collectable[], deliver: BeginDelivery): Promise<void> {
    const [flyer] = flyers as [Collectable];
    if (flyers.length > 1) {
      throw new IllegalMessageSequence(
        `To collect ${namesOf(flyers)} together, declare a stream for them first and give its name.`,
      );
    }
    if (this.#own.has(flyer)) return;
    const described = streamsOf(flyer, await flyer.describeCollect());
    const streams = [...described].map(([name]) => this.#streams.of(name));
    for (const [name, keys] of described) await this.#describe(this.#streams.of(name), flyer, keys);
    deliver();
    this.#own.set(flyer, streams);
    for (const stream of streams) if (!stream.devices.includes(flyer)) await this.#streams.begin(stream, [flyer]);
  }

  async #describe(stream: StreamBundle, flyer: Collectable, keys: DataKeys): Promise<void> {
    if (!stream.devices.includes(flyer)) return stream.describeAs(flyer, keys);
    const known = Object.keys(stream.keysOf(flyer)).join(', ');
    const now = Object.keys(keys).join(', ');
    if (known === now) return;
    throw new EventModelError(
      `Mismatched objects read: ${nameOf(flyer)} has the fields ${now} in the stream '${stream.name}', which was begun with ${known}.`,
    );
  }

  async #collectAssets(
    flyers: readonly Collectable[],
    stream: StreamBundle | undefined,
    deliver: BeginDelivery,
  ): Promise<number> {
    // Several flyers are handed out together, as far as all of them have come.
    const indices = flyers.length > 1 ? flyers.map((flyer) => indexOf(flyer)) : [];
    const index = indices.length > 0 ? Math.min(...(await Promise.all(indices))) : undefined;
    const assets = [];
    for (const flyer of flyers) assets.push(...(await gatherAssets(flyer, index)));
    deliver();
    return this.#assets.emit(assets, stream);
  }

  /** Frames have no events of their own: the stream's numbers go on by their count. */
  #countFrames(flyer: Collectable, stream: StreamBundle | undefined, frames: number): void {
    if (stream) {
      this.#streams.nextSeq.set(stream.name, (this.#streams.nextSeq.get(stream.name) ?? 1) + frames);
      return;
    }
    throw new IllegalMessageSequence(
      `${nameOf(flyer)} has neither collect() nor collectPages(): a 'declare_stream' and the name of its stream are needed to collect it.`,
    );
  }

  async #collectEvents(flyer: Collectable, stream: StreamBundle | undefined, deliver: BeginDelivery): Promise<Payload> {
    if (hasMethod(flyer, 'collectPages')) {
      const given = await gathered(flyer.collectPages() as Awaitable<AnyIterable<PartialEventPage>>, flyer);
      deliver();
      await inTurn(given, (page) => this.#streams.emit('event_page', this.#composePage(flyer, stream, page)));
      return given;
    }
    const collecting = flyer as unknown as { collect(): Awaitable<AnyIterable<PartialEvent>> };
    const given = await gathered(collecting.collect(), flyer);
    deliver();
    await inTurn(this.#composePages(flyer, stream, given), (page) => this.#streams.emit('event_page', page));
    return given;
  }

  /** One page for the events of each stream. */
  #composePages(flyer: Collectable, stream: StreamBundle | undefined, given: readonly PartialEvent[]): EventPage[] {
    const pages = new Map<StreamBundle, Event[]>();
    for (const partial of given) {
      const target = stream ?? this.#ownStream(flyer, partial);
      const { data, timestamps, filled } = checkedPartial(flyer, target, partial);
      const event = target.composeEvent(filled ? { data, timestamps, filled } : { data, timestamps });
      pages.set(target, [...(pages.get(target) ?? []), event]);
    }
    return [...pages.values()].map((events) => packEventPage(events));
  }

  #composePage(flyer: Collectable, stream: StreamBundle | undefined, page: PartialEventPage): EventPage {
    const target = stream ?? this.#ownStream(flyer, page);
    const { data, timestamps } = checkedPartial(flyer, target, page);
    return target.composePage({ data, timestamps });
  }

  /** The stream of a flyer that has exactly these fields. */
  #ownStream(flyer: Collectable, { data }: { data: object }): StreamBundle {
    const fields = Object.keys(data ?? {});
    const found = this.#own.get(flyer)?.find((stream) => {
      const keys = stream.keysOf(flyer);
      return Object.keys(keys).length === fields.length && fields.every((field) => Object.hasOwn(keys, field));
    });
    if (found) return found;
    throw new EventModelError(
      `${nameOf(flyer)} gave an event with the fields ${fields.join(', ')}, but its describeCollect() has no stream with just these.`,
    );
  }
}

function collectables(msg: Msg): Collectable[] {
  if (msg.kwargs.stream === true) {
    throw new InvalidMessage(
      'A collect hands out event pages; handing out events (stream: true) is no longer supported.',
    );
  }
  const devices = [msg.obj, ...msg.args];
  for (const device of devices) {
    if (!hasMethod(device, 'describeCollect')) {
      throw new DeviceError(`${nameOf(device)} cannot be used in 'collect': it has no method describeCollect().`);
    }
    if (hasMethod(device, 'collect') && hasMethod(device, 'collectPages')) {
      warn(`${nameOf(device)} has both collect() and collectPages(); the pages are taken.`);
    }
  }
  return devices as Collectable[];
}

function indexOf(flyer: Collectable): Awaitable<number> {
  if (writesStreamAssets(flyer)) return (flyer as unknown as { getIndex(): Awaitable<number> }).getIndex();
  throw new DeviceError(
    `${nameOf(flyer)} cannot be collected together with others: it has no methods getIndex() and collectAssetDocs().`,
  );
}

function givesEvents(flyer: Collectable): boolean {
  return hasMethod(flyer, 'collect') || hasMethod(flyer, 'collectPages');
}

/** Refuses what is no part of an event, and values of fields that are streamed elsewhere. */
function checkedPartial<T extends { data: object; timestamps: object }>(
  flyer: Collectable,
  stream: StreamBundle,
  partial: T,
): T {
  const { data, timestamps } = partial ?? {};
  if (typeof data !== 'object' || data === null || typeof timestamps !== 'object' || timestamps === null) {
    throw new DeviceError(`What is collected from ${nameOf(flyer)} must be { data, timestamps }.`);
  }
  const twice = stream.streamed.filter((field) => Object.hasOwn(data, field));
  if (twice.length === 0) return partial;
  throw new EventModelError(`${nameOf(flyer)} gave values for ${twice.join(', ')}, which its stream has elsewhere.`);
}

function namesOf(flyers: readonly Collectable[]): string {
  return flyers.map(nameOf).join(', ');
}
