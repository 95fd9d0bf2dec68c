import type { Awaitable } from '../devices/index.js';
import type { DocumentName } from '../documents/index.js';
import { PACKAGE_VERSION } from '../host/index.js';
import { PAUSED } from './call-notices.js';
import { Callable } from './callable.js';
import type { Callback } from './callback.js';
import { CommandRegistry } from './command-registry.js';
import { Dispatcher } from './dispatcher.js';
import { defaultMdValidator, nextScanId } from './metadata.js';
import type { Msg } from './msg.js';
import type { PlanInput } from './plan-input.js';
import type {
  MdNormalizer,
  MdValidator,
  Metadata,
  Preprocessor,
  RunEngineOptions,
  ScanIdSource,
} from './run-engine-options.js';
import type { EngineState } from './state-machine.js';
import type { OnError, Subs, Subscription } from './subscriptions.js';
import { checkSubscribeOptions } from './subscriptions.js';
import type { WaitingHook } from './waiting-notices.js';

/** The same type, but nothing is inferred from where it stands (`NoInfer` is too new for cells). */
type Given<N extends DocumentName> = [N][N extends unknown ? 0 : never];

/** What an engine is set to, whether a plan is under way or not: metadata, hooks, commands, callbacks. */
export abstract class EngineSettings extends Callable<[PlanInput, Subs?, Metadata?], Promise<string[]>> {
  /** Metadata of every run; the engine keeps `scan_id` and `versions` in it. */
  readonly md: Metadata;
  /** Applied to every plan, in order; the last is the outermost. */
  readonly preprocessors: Preprocessor[];
  /** Called with a run's complete metadata; what it throws ends the run before it begins. */
  mdValidator: MdValidator;
  /** Called with a copy of a run's metadata after they were found good; gives what the start document holds. */
  mdNormalizer: MdNormalizer;
  /** Gives the next run's `scan_id`; default: one more than the last, which is in `RE.md`. */
  scanIdSource: ScanIdSource;
  /** Called with each message before it is carried out. */
  msgHook: ((msg: Msg) => void) | null = null;
  /** Called with the new and the old state. */
  stateHook: ((state: EngineState, old: EngineState) => void) | null = null;
  /** Gives each run that is opened a stream `interruptions`, of pauses, resumes and suspensions; default false. */
  recordInterruptions: boolean = false;
  /**
   * Called with the statuses that a `wait` waits for, and with null when the wait is over, to show progress.
   */
  waitingHook: WaitingHook | null = null;
  /** Asks the user for a line of text, for plans that want input; default: the notebook does. */
  inputSource: ((prompt: string) => Awaitable<string>) | null = null;
  /** What a cell is told when its plan was paused. */
  pauseMsg: string = PAUSED;
  protected readonly commandRegistry: CommandRegistry = new CommandRegistry();
  protected readonly dispatcher: Dispatcher = new Dispatcher();
  readonly #callReturnsResult: boolean;

  /**
   * @param md - metadata of every run; changed in place, so a store that persists can be given
   * @param options - preprocessors, validators and the like
   */
  constructor(md: Metadata = {}, options: RunEngineOptions = {}) {
    super();
    this.md = md;
    this.md.versions = { ...(md.versions as object | undefined), livesky: PACKAGE_VERSION };
    this.preprocessors = options.preprocessors ?? [];
    this.mdValidator = options.mdValidator ?? defaultMdValidator;
    this.mdNormalizer = options.mdNormalizer ?? ((complete) => complete);
    this.scanIdSource = options.scanIdSource ?? nextScanId;
    this.#callReturnsResult = options.callReturnsResult ?? false;
  }

  /** Whether `RE(...)` gives a `RunEngineResult` rather than the runs' uids. */
  get callReturnsResult(): boolean {
    return this.#callReturnsResult;
  }

  /** The commands that messages may have. */
  get commands(): string[] {
    return this.commandRegistry.names;
  }

  /**
   * Adds a command, or puts another in its place.
   *
   * @param name - what messages call it
   * @param run - called with the message; what it returns, awaited if it is a promise, is the plan's answer
   * @example
   * ```ts
   * RE.registerCommand('hello', (msg) => console.log('hello', ...msg.args))
   * await RE([new Msg('hello', null, ['world'])])
   * ```
   */
  registerCommand(name: string, run: (msg: Msg) => unknown): void {
    this.commandRegistry.register(name, run);
  }

  /** Removes a command. Throws an `InvalidCommand` if there is none of that name. */
  unregisterCommand(name: string): void {
    this.commandRegistry.unregister(name);
  }

  /** A text that lists the commands with what they do, and with `verbose` how their messages are written. */
  printCommandRegistry(verbose: boolean = false): string {
    return this.commandRegistry.toText(verbose);
  }

  /** Turns the errors of all callbacks into warnings; default false. */
  get ignoreCallbackExceptions(): boolean {
    return this.dispatcher.ignoreExceptions;
  }

  set ignoreCallbackExceptions(ignore: boolean) {
    this.dispatcher.ignoreExceptions = ignore;
  }

  /**
   * Calls back with the documents of every plan.
   *
   * @param callback - a function `(name, doc)` or an object with `receive(name, doc)`
   * @param name - a document's name, or `'all'`
   * @param options - `onError`: `raise` (default, but not of figures) ends the plan with a
   *   `CallbackError`, `warn` says so and goes on, `drop` says so and unsubscribes
   * @returns the token that {@link RunEngine.unsubscribe} takes
   * @throws `SubscriptionError` if there is no such document or option
   * @example
   * ```ts
   * const token = RE.subscribe((name, doc) => console.log(doc.seq_num), 'event', { onError: 'warn' })
   * RE.unsubscribe(token)
   * ```
   */
  subscribe<N extends DocumentName>(callback: Callback<Given<N>>, name: N, options?: { onError?: OnError }): number;
  subscribe(callback: Callback, name?: 'all', options?: { onError?: OnError }): number;
  subscribe(callback: unknown, name: DocumentName | 'all' = 'all', options?: { onError?: OnError }): number {
    return this.dispatcher.subscribe(callback, name, checkSubscribeOptions(options).onError);
  }

  /** Ends a subscription; an unknown token does nothing. */
  unsubscribe(token: number): void {
    this.dispatcher.unsubscribe(token);
  }

  /**
   * What is subscribed, in the order in which it is called.
   *
   * The callbacks of a call are among them until the next call.
   *
   * @example
   * ```ts
   * for (const { token, name, onError } of RE.subscriptions()) console.log(token, name, onError)
   * ```
   */
  subscriptions(): Subscription[] {
    return this.dispatcher.subscriptions();
  }
}
