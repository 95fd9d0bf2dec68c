import { inTurn, isThenable, whenCome } from '../host/index.js';
import { EventModelKeyError, EventModelValueError, UnresolvableForeignKeyError } from './errors.js';
import type { DocumentName, Documents } from './documents.js';
import { Filler } from './filler.js';
import type { FillerOptions } from './filler.js';
import type { DatumPage } from './generated/datum-page.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { EventPage } from './generated/event-page.js';
import type { Resource } from './generated/resource.js';
import type { RunStart } from './generated/run-start.js';
import type { RunStop } from './generated/run-stop.js';
import type { StreamDatum } from './generated/stream-datum.js';
import type { StreamResource } from './generated/stream-resource.js';
import type { HandlerRegistry } from './handlers.js';
import { checkReceiver, deliver } from './receiver.js';
import type { Receiver } from './receiver.js';
import { DocumentRouter } from './router.js';

/**
 * Makes the callbacks of a run from its start document.
 *
 * @returns callbacks for all documents of the run, and factories of callbacks for single streams
 */
export type RunFactory = (
  name: 'start',
  doc: RunStart,
) => readonly [callbacks: readonly Receiver[], subfactories: readonly StreamFactory[]];

/** Makes the callbacks of a stream from its descriptor: they get the start document, it, its events and the stop. */
export type StreamFactory = (name: 'descriptor', doc: EventDescriptor) => readonly Receiver[];

/** The settings of a {@link RunRouter}. */
export interface RunRouterOptions {
  /** Where the files of a root lie now. */
  rootMap?: Readonly<Record<string, string>>;
  /** What fills events; default {@link Filler}. */
  fillerClass?: new (handlerRegistry: HandlerRegistry, options: FillerOptions) => DocumentRouter;
  /** Whether a resource that no handler is for is an error; default false: its events come unfilled. */
  fillOrFail?: boolean;
}

/** What is known of a run while it lasts. */
interface OpenRun {
  readonly start: RunStart;
  readonly filler: DocumentRouter;
  readonly callbacks: Receiver[];
  readonly subfactories: StreamFactory[];
  /** Callbacks of single streams, by the uid of the descriptor. */
  readonly streams: Map<string, readonly Receiver[]>;
}

/** How many resources are remembered that name no run. */
const MOST_UNLABELED = 10_000;

/**
 * Gives the documents of each run to callbacks made for that run.
 *
 * At a start document every factory is called; what it returns gets that document and all that follow of
 * the run. Events come as pages (`event_page`), filled if there are handlers for what they refer to: a
 * {@link DocumentRouter} with a method `event` gets them one by one.
 *
 * @example
 * ```ts
 * const router = new RunRouter([(name, start) => [[new LiveTable(start.motors)], []]])
 * RE.subscribe(router)
 * ```
 */
export class RunRouter extends DocumentRouter {
  readonly #factories: readonly RunFactory[];
  readonly #handlerRegistry: HandlerRegistry;
  readonly #options: RunRouterOptions;
  readonly #runs = new Map<string, OpenRun>();
  /** The run of each descriptor, resource and stream resource. */
  readonly #runOf = new Map<string, OpenRun>();
  readonly #unlabeled = new Set<string>();

  constructor(factories: readonly RunFactory[], handlerRegistry: HandlerRegistry = {}, options: RunRouterOptions = {}) {
    super();
    this.#factories = factories;
    this.#handlerRegistry = handlerRegistry;
    this.#options = options;
  }

  override start(doc: RunStart): void | Promise<void> {
    if (this.#runs.has(doc.uid)) {
      throw new EventModelValueError(`The RunRouter got a second start document with the uid ${doc.uid}.`);
    }
    const { fillerClass: FillerClass = Filler, rootMap } = this.#options;
    const filler = new FillerClass(this.#handlerRegistry, { ...(rootMap ? { rootMap } : {}), inplace: false });
    const run: OpenRun = { start: doc, filler, callbacks: [], subfactories: [], streams: new Map() };
    this.#runs.set(doc.uid, run);
    return inTurn(this.#factories, (factory) => {
      const [callbacks, subfactories] = factory('start', doc);
      run.subfactories.push(...subfactories);
      return inTurn(checked(callbacks, 'A factory of the RunRouter'), (callback) => {
        run.callbacks.push(callback);
        return deliver(callback, 'start', doc);
      });
    });
  }

  override descriptor(doc: EventDescriptor): void | Promise<void> {
    const run = this.#run(doc.run_start, 'descriptor', doc.uid);
    this.#runOf.set(doc.uid, run);
    run.filler.descriptor(doc);
    const streamCallbacks: Receiver[] = [];
    run.streams.set(doc.uid, streamCallbacks);
    const early = toAll(run.callbacks, 'descriptor', doc);
    const rest = (): void | Promise<void> =>
      inTurn(run.subfactories, (subfactory) =>
        inTurn(checked(subfactory('descriptor', doc), 'A subfactory of the RunRouter'), (callback) => {
          streamCallbacks.push(callback);
          const started = deliver(callback, 'start', run.start);
          return whenCome(started, () => deliver(callback, 'descriptor', doc));
        }),
      );
    return early ? early.then(rest) : rest();
  }

  override event_page(doc: EventPage): void | Promise<void> {
    const run = this.#referred(doc.descriptor, 'event_page', 'descriptor');
    const receivers = [...run.callbacks, ...(run.streams.get(doc.descriptor) ?? [])];
    const filled = this.#filled(run, doc);
    return whenCome(filled, (page) => toAll(receivers, 'event_page', page)) as void | Promise<void>;
  }

  override resource(doc: Resource): void | Promise<void> {
    if (doc.run_start === undefined) {
      this.#rememberUnlabeled(doc.uid);
      return this.#toEveryRun('resource', doc);
    }
    const run = this.#run(doc.run_start, 'resource', doc.uid);
    this.#runOf.set(doc.uid, run);
    return this.#toRun(run, 'resource', doc);
  }

  override datum_page(doc: DatumPage): void | Promise<void> {
    if (this.#unlabeled.has(doc.resource)) return this.#toEveryRun('datum_page', doc);
    return this.#toRun(this.#referred(doc.resource, 'datum_page', 'resource'), 'datum_page', doc);
  }

  override stream_resource(doc: StreamResource): void | Promise<void> {
    const run = this.#run(doc.run_start, 'stream_resource', doc.uid);
    this.#runOf.set(doc.uid, run);
    return this.#toRun(run, 'stream_resource', doc);
  }

  override stream_datum(doc: StreamDatum): void | Promise<void> {
    return this.#toRun(this.#referred(doc.stream_resource, 'stream_datum', 'stream resource'), 'stream_datum', doc);
  }

  override stop(doc: RunStop): void | Promise<void> {
    const run = this.#runs.get(doc.run_start);
    if (!run) return undefined;
    this.#runs.delete(doc.run_start);
    for (const [uid, owner] of this.#runOf) if (owner === run) this.#runOf.delete(uid);
    return toAll(everyone(run), 'stop', doc);
  }

  #toRun(run: OpenRun, name: DocumentName, doc: Documents[DocumentName]): void | Promise<void> {
    return whenCome(toFiller(run, name, doc), () => toAll(everyone(run), name, doc)) as void | Promise<void>;
  }

  /** Older resources do not say which run they belong to: those that they do not concern are not harmed. */
  #toEveryRun(name: DocumentName, doc: Documents[DocumentName]): void | Promise<void> {
    const runs = [...this.#runs.values()];
    const receivers = [...runs.flatMap(({ callbacks }) => callbacks), ...runs.flatMap(ofStreams)];
    const taken = inTurn(runs, (run) => toFiller(run, name, doc));
    return taken ? taken.then(() => toAll(receivers, name, doc)) : toAll(receivers, name, doc);
  }

  #filled(run: OpenRun, doc: EventPage): EventPage | Promise<EventPage> {
    const { fillOrFail = false } = this.#options;
    const unfilled = (error: unknown): EventPage => {
      const { name } = (error ?? {}) as { name?: unknown };
      if (fillOrFail || name !== 'UndefinedAssetSpecification') throw error;
      return doc;
    };
    try {
      const filled = run.filler.event_page(doc) as EventPage | Promise<EventPage>;
      return isThenable(filled) ? Promise.resolve(filled).catch(unfilled) : filled;
    } catch (error) {
      return unfilled(error);
    }
  }

  #rememberUnlabeled(uid: string): void {
    this.#unlabeled.add(uid);
    const [oldest] = this.#unlabeled;
    if (this.#unlabeled.size > MOST_UNLABELED) this.#unlabeled.delete(oldest as string);
  }

  #run(uid: string | undefined, what: DocumentName, own: string): OpenRun {
    const run = this.#runs.get(uid ?? '');
    if (run) return run;
    throw new EventModelKeyError(
      `The ${what} document ${own} is of the run ${uid}, which is not open in the RunRouter.`,
    );
  }

  #referred(uid: string, what: DocumentName, kind: string): OpenRun {
    const run = this.#runOf.get(uid);
    if (run) return run;
    throw new UnresolvableForeignKeyError(
      uid,
      `The ${what} document refers to the ${kind} ${uid}, which is not known.`,
    );
  }
}

/** All callbacks of a run, those of its streams last. */
function everyone(run: OpenRun): Receiver[] {
  return [...run.callbacks, ...ofStreams(run)];
}

function ofStreams({ streams }: OpenRun): Receiver[] {
  return [...streams.values()].flat();
}

/** Gives a document to the filler of a run, which remembers what events refer to. */
function toFiller({ filler }: OpenRun, name: DocumentName, doc: Documents[DocumentName]): unknown {
  return (filler[name] as (doc: Documents[DocumentName]) => unknown)(doc);
}

function toAll(receivers: readonly Receiver[], name: DocumentName, doc: Documents[DocumentName]): void | Promise<void> {
  return inTurn(receivers, (receiver) => deliver(receiver, name, doc));
}

function checked(receivers: readonly unknown[], where: string): readonly Receiver[] {
  return receivers.map((receiver) => {
    checkReceiver(receiver, where);
    return receiver;
  });
}
