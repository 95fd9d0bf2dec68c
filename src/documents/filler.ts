import { inTurn, whenCome } from '../host/index.js';
import type { Named } from './documents.js';
import { unpackDatumPage } from './datum-pages.js';
import {
  DuplicateHandler,
  EventModelRuntimeError,
  EventModelValueError,
  UndefinedAssetSpecification,
} from './errors.js';
import { packEventPage, unpackEventPage } from './event-pages.js';
import type { Datum } from './generated/datum.js';
import type { DatumPage } from './generated/datum-page.js';
import type { Event } from './generated/event.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import type { Resource } from './generated/resource.js';
import { openHandler, readWith, resourcePath } from './handlers.js';
import type { Handler, HandlerFactory, HandlerRegistry } from './handlers.js';
import { ReferredDocuments } from './referred-documents.js';
import type { ValueOrigin } from './referred-documents.js';
import { tryAgain } from './retries.js';
import { DocumentRouter } from './router.js';

/** Which fields are filled, and where. */
export interface FillOptions {
  /** Only these fields; not together with `exclude`. */
  include?: Iterable<string>;
  /** All fields but these. */
  exclude?: Iterable<string>;
  /** Whether the document that comes is changed itself; default false: a copy is. */
  inplace?: boolean;
}

/** The settings of a {@link Filler}. */
export interface FillerOptions extends FillOptions {
  /** Where the files of a root lie now, by the root that the resource names. */
  rootMap?: Readonly<Record<string, string>>;
  /** Changes every value that was read; default: leaves it as it is. */
  coerce?: (value: unknown, origin: ValueOrigin) => unknown;
  /** Seconds to wait before each further try to read a file; default: 11 tries, from 1 ms doubling to 1 s. */
  retryIntervals?: readonly number[];
}

const RETRY_INTERVALS: readonly number[] = Array.from({ length: 11 }, (_, i) => 2 ** i / 1000);

/**
 * Passes documents through with the values that lie elsewhere read and put in their place.
 *
 * An event's `filled` says which values are only references (`false`); for a filled field it holds the
 * datum's id instead. Values are read by handlers, registered by the `spec` of the resources that they open.
 * `receive` throws, or rejects with, {@link UndefinedAssetSpecification},
 * {@link UnresolvableForeignKeyError}, {@link MismatchedDataKeys} or {@link DataNotAccessible}.
 *
 * @example
 * ```ts
 * const filler = new Filler({ NUMBERS: (path) => ({ index }) => readNumbers(path)[index] })
 * for await (const document of readDocuments(file)) {
 *   const [name, doc] = await filler.receive(...document)
 * }
 * filler.close()
 * ```
 */
export class Filler extends DocumentRouter {
  protected readonly referred: ReferredDocuments = new ReferredDocuments();
  readonly #options: FillerOptions;
  readonly #registry = new Map<string, HandlerFactory>();
  /** Open resources by spec, and in it by the uid of the resource. */
  readonly #handlers = new Map<string, Map<string, Handler | Promise<Handler>>>();
  #closed = false;

  constructor(handlerRegistry: HandlerRegistry, options: FillerOptions = {}) {
    super();
    if (options.include && options.exclude) {
      throw new EventModelValueError('A Filler takes include or exclude, not both.');
    }
    const { include, exclude } = options;
    this.#options = {
      ...options,
      ...(include && { include: [...include] }),
      ...(exclude && { exclude: [...exclude] }),
    };
    for (const [spec, handler] of Object.entries(handlerRegistry)) this.registerHandler(spec, handler);
  }

  /** What opens resources, by their `spec`. Changed by {@link Filler.registerHandler}. */
  get handlerRegistry(): ReadonlyMap<string, HandlerFactory> {
    return this.#registry;
  }

  /** Whether {@link Filler.close} was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /**
   * Registers what opens the resources of a `spec`.
   *
   * @throws {@link DuplicateHandler} if another one is registered and `overwrite` is not set
   */
  registerHandler(spec: string, handler: HandlerFactory, { overwrite = false }: { overwrite?: boolean } = {}): void {
    const known = this.#registry.get(spec);
    if (known === handler) return;
    if (known && !overwrite) {
      throw new DuplicateHandler(`There is a handler for the spec '${spec}' already; overwrite: true replaces it.`);
    }
    this.deregisterHandler(spec);
    this.#registry.set(spec, handler);
  }

  /** Forgets what opens the resources of a `spec`, and those that it has opened; returns it. */
  deregisterHandler(spec: string): HandlerFactory | undefined {
    const handler = this.#registry.get(spec);
    this.#registry.delete(spec);
    this.#handlers.delete(spec);
    return handler;
  }

  /** Another Filler with the same handlers and settings, some of them changed; documents are not shared. */
  clone(options: FillerOptions & { handlerRegistry?: HandlerRegistry } = {}): Filler {
    const { handlerRegistry = Object.fromEntries(this.#registry), ...changed } = options;
    return new Filler(handlerRegistry, { ...this.#options, ...changed });
  }

  /** Takes any document. Throws an {@link EventModelRuntimeError} once closed. */
  override receive(...document: Named): Named | Promise<Named> {
    this.#checkOpen();
    return super.receive(...document);
  }

  override descriptor(doc: EventDescriptor): EventDescriptor {
    this.referred.addDescriptor(doc);
    return doc;
  }

  override resource(doc: Resource): Resource {
    this.referred.addResource(doc);
    return doc;
  }

  override datum(doc: Datum): Datum {
    this.referred.addDatum(doc);
    return doc;
  }

  override datum_page(doc: DatumPage): DatumPage {
    for (const datum of unpackDatumPage(doc)) this.datum(datum);
    return doc;
  }

  override event(doc: Event): Event | Promise<Event> {
    return this.fillEvent(doc);
  }

  override event_page(doc: EventPage): EventPage | Promise<EventPage> {
    return this.fillEventPage(doc);
  }

  /**
   * An event with its values filled in.
   *
   * @param options - for this event; default: the Filler's
   * @returns the event; a promise of it if a handler needs time
   */
  fillEvent(doc: Event, options: FillOptions = {}): Event | Promise<Event> {
    const { inplace } = { ...this.#options, ...options };
    const filled: Event = inplace ? doc : { ...doc, data: { ...doc.data }, filled: { ...doc.filled } };
    const pending = inTurn(this.keysToFill(doc, options), (key) => {
      const origin = this.referred.originOf(doc, key);
      return whenCome(this.#valueFrom(origin), (value) => {
        filled.data[key] = value;
        filled.filled = Object.assign(filled.filled ?? {}, { [key]: origin.datum.datum_id });
      });
    });
    return pending ? pending.then(() => filled) : filled;
  }

  /** A page with its values filled in, as {@link Filler.fillEvent} does it. */
  fillEventPage(doc: EventPage, options: FillOptions = {}): EventPage | Promise<EventPage> {
    const events = [...unpackEventPage(doc)];
    if (events.length === 0) return doc;
    const { inplace } = { ...this.#options, ...options };
    const pending = inTurn(events, (event) => this.fillEvent(event, { ...options, inplace: true }));
    const whole = (): EventPage => {
      const page = packEventPage(events);
      return inplace ? Object.assign(doc, { data: page.data, filled: page.filled }) : page;
    };
    return pending ? pending.then(whole) : whole();
  }

  /**
   * Opens a resource anew.
   *
   * @throws {@link UndefinedAssetSpecification} if there is no handler for its `spec`, and
   * {@link DataNotAccessible} if it cannot be opened
   */
  getHandler(resource: Resource): Handler | Promise<Handler> {
    this.#checkOpen();
    const factory = this.#registry.get(resource.spec);
    if (!factory) {
      throw new UndefinedAssetSpecification(
        `The resource ${resource.uid} is of the spec '${resource.spec}', for which the Filler has no handler.`,
      );
    }
    const path = resourcePath(resource, this.#options.rootMap ?? {});
    const failed = `The resource ${resource.uid} of the spec '${resource.spec}' cannot be opened at '${path}'`;
    return tryAgain(() => openHandler(factory, path, resource.resource_kwargs), this.#intervals, failed);
  }

  /** Forgets the resources that are open. */
  clearHandlerCache(): void {
    this.#handlers.clear();
  }

  /** Forgets the documents that later ones may refer to. */
  clearDocumentCaches(): void {
    this.referred.clear();
  }

  /** Forgets all documents and open resources; the Filler is of no use after that. */
  close(): void {
    this.#closed = true;
    this.clearHandlerCache();
    this.clearDocumentCaches();
  }

  /** The fields of an event that are to be filled. */
  protected keysToFill(doc: Event, options: FillOptions): string[] {
    const { include, exclude } = { ...this.#options, ...options };
    const only = include && new Set(include);
    const not = new Set(exclude);
    return this.referred.keysElsewhere(doc).filter((key) => !not.has(key) && (only?.has(key) ?? true));
  }

  #valueFrom(origin: ValueOrigin): unknown {
    const { resource, datum } = origin;
    const failed = `The datum '${datum.datum_id}' of the resource ${resource.uid} cannot be read`;
    const value = whenCome(this.#handlerOf(resource), (handler) =>
      tryAgain(() => readWith(handler, datum.datum_kwargs), this.#intervals, failed),
    );
    const { coerce } = this.#options;
    return coerce ? whenCome(value, (read) => coerce(read, origin)) : value;
  }

  #handlerOf(resource: Resource): Handler | Promise<Handler> {
    const opened = this.#handlers.get(resource.spec) ?? new Map<string, Handler | Promise<Handler>>();
    this.#handlers.set(resource.spec, opened);
    const known = opened.get(resource.uid);
    if (known) return known;
    const handler = this.getHandler(resource);
    opened.set(resource.uid, handler);
    // What could not be opened is tried again next time.
    if (handler instanceof Promise) handler.catch(() => opened.delete(resource.uid));
    return handler;
  }

  get #intervals(): readonly number[] {
    return this.#options.retryIntervals ?? RETRY_INTERVALS;
  }

  #checkOpen(): void {
    if (this.#closed) throw new EventModelRuntimeError('This Filler has been closed; make a new one.');
  }
}
