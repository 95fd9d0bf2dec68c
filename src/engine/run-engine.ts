import type { Awaitable } from '../devices/index.js';
import type { DocumentName } from '../documents/index.js';
import { host, InputError, PACKAGE_VERSION } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import { busyText, interruption, PAUSED } from './call-notices.js';
import type { CallOutcome } from './call-outcome.js';
import { Callable } from './callable.js';
import type { Callback } from './callback.js';
import { CommandRegistry } from './command-registry.js';
import { Deferred } from './deferred.js';
import { Dispatcher } from './dispatcher.js';
import { endNow } from './end-now.js';
import { PlanHalt, RequestAbort, RequestStop, RunEngineBusy, RunEngineInterrupted, TransitionError } from './errors.js';
import { checkedMetadata, defaultMdValidator, mergeMetadata, ownMetadata } from './metadata.js';
import type { Msg, Plan } from './msg.js';
import type { PlanInput } from './plan-input.js';
import { asPlan, planIdentity } from './plan-input.js';
import { PlanRunner } from './plan-runner.js';
import type { RunnerOptions } from './plan-runner.js';
import type {
  MdNormalizer,
  MdValidator,
  Metadata,
  Preprocessor,
  RunEngineOptions,
  RunEngineResult,
  ScanIdSource,
} from './run-engine-options.js';
import type { EngineState } from './state-machine.js';
import { StateMachine } from './state-machine.js';
import { InstalledSuspenders } from './suspenders/index.js';
import type { Suspender } from './suspenders/index.js';
import type { SuspendOptions } from './suspension.js';
import type { OnError, Subs, Subscription } from './subscriptions.js';
import { checkSubscribeOptions, normalizeSubs } from './subscriptions.js';
import type { WaitingHook } from './waiting-notices.js';

/** The same type, but nothing is inferred from where it stands (`NoInfer` is too new for cells). */
type Given<N extends DocumentName> = [N][N extends unknown ? 0 : never];

/**
 * Runs plans: takes their messages one by one, carries them out on devices and hands documents to
 * callbacks.
 *
 * @example
 * ```ts
 * const RE = new RunEngine({ sample: 'LaB6' })
 * await RE(count([det], 3), console.log)
 * await RE(scan([det], motor, -5, 5, 30), [new LiveTable([motor, det]), new LivePlot('det', 'motor')])
 * ```
 */
export class RunEngine extends Callable<[PlanInput, Subs?, Metadata?], Promise<string[]>> implements SteerableEngine {
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
  readonly #suspenders: InstalledSuspenders = new InstalledSuspenders();
  /**
   * Called with the statuses that a `wait` waits for, and with null when the wait is over, to show progress.
   */
  waitingHook: WaitingHook | null = null;
  /** Asks the user for a line of text, for plans that want input; default: the notebook does. */
  inputSource: ((prompt: string) => Awaitable<string>) | null = null;
  /** What a cell is told when its plan was paused. */
  pauseMsg: string = PAUSED;
  readonly #commands: CommandRegistry = new CommandRegistry();
  readonly #replays: { rewindable: boolean } = { rewindable: true };
  readonly #dispatcher: Dispatcher = new Dispatcher();
  readonly #state: StateMachine = new StateMachine((state, old) => this.#stateChanged(state, old));
  readonly #options: RunEngineOptions;
  #runner: PlanRunner | undefined;
  #identity: { plan_type: string; plan_name: string } = { plan_type: '', plan_name: '' };
  #callMd: Metadata = {};
  /** What the present call of `RE(...)` or `RE.resume()` gives. */
  #outcome: Deferred<string[]> | undefined;
  /** Settles when the plan is over, through all pauses. */
  #over: Promise<CallOutcome> | undefined;
  #lastTokens: readonly number[] = [];

  /**
   * @param md - metadata of every run; changed in place, so a store that persists can be given
   * @param options - preprocessors, validators and the like
   */
  constructor(md: Metadata = {}, options: RunEngineOptions = {}) {
    super();
    this.md = md;
    this.md.versions = { ...(md.versions as object | undefined), livesky: PACKAGE_VERSION };
    this.#options = options;
    this.preprocessors = options.preprocessors ?? [];
    this.mdValidator = options.mdValidator ?? defaultMdValidator;
    this.mdNormalizer = options.mdNormalizer ?? ((complete) => complete);
    this.scanIdSource = options.scanIdSource ?? nextScanId;
  }

  /** What the engine is doing. */
  get state(): EngineState {
    return this.#state.state;
  }

  /** Whether a pause waits for the next checkpoint. */
  get deferredPauseRequested(): boolean {
    return this.#runner?.pauseDeferred ?? false;
  }

  /** Whether the plan in progress could be resumed after a pause. */
  get resumable(): boolean {
    return this.#runner?.resumable ?? true;
  }

  /** Whether messages are taken again after a pause, from the last checkpoint on; default true. */
  get rewindable(): boolean {
    return this.#replays.rewindable;
  }

  set rewindable(rewindable: boolean) {
    if (this.#runner) this.#runner.rewindable = rewindable;
    else this.#replays.rewindable = rewindable;
  }

  /** Whether `RE(...)` gives a {@link RunEngineResult} rather than the runs' uids. */
  get callReturnsResult(): boolean {
    return this.#options.callReturnsResult ?? false;
  }

  /** The commands that messages may have. */
  get commands(): string[] {
    return this.#commands.names;
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
    this.#commands.register(name, run);
  }

  /** Removes a command. Throws an `InvalidCommand` if there is none of that name. */
  unregisterCommand(name: string): void {
    this.#commands.unregister(name);
  }

  /** A text that lists the commands with what they do, and with `verbose` how their messages are written. */
  printCommandRegistry(verbose: boolean = false): string {
    return this.#commands.toText(verbose);
  }

  /** Turns the errors of all callbacks into warnings; default false. */
  get ignoreCallbackExceptions(): boolean {
    return this.#dispatcher.ignoreExceptions;
  }

  set ignoreCallbackExceptions(ignore: boolean) {
    this.#dispatcher.ignoreExceptions = ignore;
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
    return this.#dispatcher.subscribe(callback, name, checkSubscribeOptions(options).onError);
  }

  /** Ends a subscription; an unknown token does nothing. */
  unsubscribe(token: number): void {
    this.#dispatcher.unsubscribe(token);
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
    return this.#dispatcher.subscriptions();
  }

  /** Pauses the plan: at once, or with `defer` at its next checkpoint. */
  requestPause(options: { defer?: boolean } = {}): void {
    if (!this.#runner) throw TransitionError.ofPause(this.state);
    this.#runner.requestPause(options);
  }

  /**
   * Holds the plan up until a promise resolves, then goes on from its last checkpoint.
   *
   * What moves is stopped first. Where the plan cannot be resumed it is aborted instead. While the plan is
   * paused, it is held up as soon as it is resumed.
   *
   * @param until - gives the promise to wait for; called again if the wait is interrupted
   * @param options - `prePlan` and `postPlan`, run before and after the wait, and a `justification`, which
   *   is printed and recorded
   * @throws `TransitionError` if there is no plan to hold up
   * @example
   * ```ts
   * RE.requestSuspend(() => beamIsBack(), { prePlan: () => mv(shutter, 0), justification: 'beam dump' })
   * ```
   */
  requestSuspend(until: () => PromiseLike<unknown>, options: SuspendOptions = {}): void {
    if (!this.#runner) throw new TransitionError(`The RunEngine is ${this.state} and cannot be suspended.`);
    this.#runner.requestSuspend({ until, ...options });
  }

  /** The suspenders that are installed. */
  get suspenders(): readonly Suspender[] {
    return this.#suspenders.list();
  }

  /**
   * Holds up every plan while a suspender's signal is bad.
   *
   * A plan that is under way is suspended and goes on from its last checkpoint; a new one begins only when
   * the signal is good.
   *
   * @throws `SuspenderError` if it is no suspender
   * @example
   * ```ts
   * const beam = new SuspendFloor(ringCurrent, 100, { resumeThresh: 120, sleep: 60 })
   * RE.installSuspender(beam)
   * RE.removeSuspender(beam)
   * ```
   */
  installSuspender(suspender: Suspender): void {
    this.#suspenders.install(suspender, this);
  }

  /** Takes a suspender away; a plan that waits for it goes on. One that is not installed is passed over. */
  removeSuspender(suspender: Suspender): void {
    this.#suspenders.remove(suspender);
  }

  /** Takes all suspenders away. */
  clearSuspenders(): void {
    this.#suspenders.clear();
  }

  /** Goes on from the last checkpoint; resolves like `RE(...)`. */
  async resume(): Promise<string[]> {
    const runner = this.#runner;
    if (!runner || this.state !== 'paused') {
      throw new TransitionError(`The RunEngine is ${this.state}; only a paused plan can be resumed.`);
    }
    if (this.#outcome) throw new TransitionError('The RunEngine is being resumed already.');
    const outcome = this.#beginCall();
    outcome.catch(() => undefined);
    await runner.resume().catch((error: unknown) => {
      this.#endCall(() => undefined);
      throw error;
    });
    return outcome;
  }

  /**
   * Ends the plan with its cleanup and marks its run `success`. Resolves to the runs' uids when the plan
   * has ended; in a callback at once, since the plan waits for the callback.
   */
  stop(): Promise<string[]> {
    return this.#end('stopping', new RequestStop());
  }

  /** Ends the plan with its cleanup and marks its run `abort`, with the reason. Resolves to the runs' uids. */
  abort(reason = ''): Promise<string[]> {
    return this.#end('aborting', new RequestAbort(reason));
  }

  /** Ends the plan without its cleanup and marks its run `abort`. Resolves to the runs' uids. */
  halt(): Promise<string[]> {
    return this.#end('halting', new PlanHalt());
  }

  /**
   * Ends the plan because its process is about to end: stops what moves at once, then aborts with the
   * reason. Cleanup that takes longer is left out. A kernel calls it before it shuts down.
   *
   * @param reason - what the stop document of an open run says
   * @param seconds - how long it may take; default 1
   */
  async endNow(reason: string, seconds: number = 1): Promise<void> {
    const runner = this.#runner;
    if (!runner) return;
    const over = this.#over as Promise<CallOutcome>;
    await endNow(runner, () => this.abort(reason), { over, reason, seconds });
  }

  /** Halts what is under way and removes the callbacks of the last call; lasting subscriptions are kept. */
  async reset(): Promise<void> {
    if (this.#runner) await this.halt();
    for (const token of this.#lastTokens) this.unsubscribe(token);
    this.#lastTokens = [];
  }

  get [Symbol.toStringTag](): string {
    return 'RunEngine';
  }

  protected override async invoke(plan: PlanInput, subs?: Subs, md: Metadata = {}): Promise<string[]> {
    if (this.state !== 'idle' || this.#runner) throw new RunEngineBusy(busyText(this.state));
    const generator = this.preprocessors.reduce((wrapped, each) => each(wrapped), asPlan(plan));
    const subscribers = normalizeSubs(subs);
    for (const token of this.#lastTokens) this.unsubscribe(token);
    this.#identity = planIdentity(plan);
    this.#callMd = md;
    const runner = this.#newRunner(generator);
    this.#runner = runner;
    this.#lastTokens = runner.tokens;
    for (const { callback, name } of subscribers) runner.subscribeForCall(callback, name);
    const outcome = this.#beginCall();
    this.#over = runner.run();
    void this.#over.then((ended) => this.#callOver(runner, ended));
    return outcome;
  }

  #newRunner(plan: Plan<unknown>): PlanRunner {
    const options: RunnerOptions = {
      engine: this,
      state: this.#state,
      dispatcher: this.#dispatcher,
      commands: this.#commands,
      replays: this.#replays,
      metadataOf: (msg) => this.#metadataOf(msg),
      onMessage: (msg) => this.msgHook?.(msg),
      onPaused: () => this.#endCall((outcome) => outcome.reject(new RunEngineInterrupted(this.pauseMsg))),
      onWaiting: (statuses) => this.waitingHook?.(statuses),
      ask: (prompt, until) => this.#ask(prompt, until),
      suspenders: { install: (each) => this.installSuspender(each), remove: (each) => this.removeSuspender(each) },
      recordsInterruptions: () => this.recordInterruptions,
    };
    return new PlanRunner(plan, options, this.#suspenders.waitBeforePlan());
  }

  async #metadataOf(msg: Msg): Promise<Metadata> {
    this.md.scan_id = await this.scanIdSource(this.md);
    const md = mergeMetadata({ engine: this.md, plan: this.#identity, openRun: msg.kwargs, call: this.#callMd });
    await this.mdValidator(md);
    return checkedMetadata(await this.mdNormalizer(ownMetadata(md)));
  }

  #ask(prompt: string, until: Promise<unknown> | undefined): Awaitable<string> {
    if (this.inputSource) return this.inputSource(prompt);
    const answer = host().ask?.(prompt, { engine: this, until });
    if (answer) return answer;
    throw new InputError(
      `The plan asks '${prompt}', but there is nobody to answer. Run it in a notebook, or set RE.inputSource.`,
    );
  }

  /** A promise for the present call; the host learns that the running cell now drives this engine. */
  #beginCall(): Promise<string[]> {
    this.#outcome = new Deferred();
    host().engines?.callBegan(this);
    return this.#outcome.promise;
  }

  #endCall(settle: (outcome: Deferred<string[]>) => void, error?: unknown): void {
    const outcome = this.#outcome;
    this.#outcome = undefined;
    host().engines?.callEnded(this, error);
    if (outcome) settle(outcome);
  }

  #callOver(runner: PlanRunner, ended: CallOutcome): void {
    this.#runner = undefined;
    this.#endCall((outcome) => {
      if (ended.exitStatus === 'fail') outcome.reject(ended.error);
      else if (runner.interrupted) outcome.reject(interruption(ended));
      else outcome.resolve(this.#returned(runner, ended));
    }, ended.error);
  }

  #returned(runner: PlanRunner, ended: CallOutcome): string[] {
    if (!this.#options.callReturnsResult) return [...runner.uids];
    const result: RunEngineResult = {
      runStartUids: [...runner.uids],
      planResult: ended.returned?.value,
      exitStatus: ended.exitStatus,
      interrupted: runner.interrupted,
      reason: ended.reason,
      exception: ended.error ?? null,
    };
    return result as unknown as string[];
  }

  async #end(state: 'stopping' | 'aborting' | 'halting', error: Error): Promise<string[]> {
    const runner = this.#runner;
    if (!runner) throw new TransitionError('The RunEngine is idle already.');
    if (this.state === 'pausing') await runner.atRest;
    // A pause where the plan cannot be resumed has ended it by now.
    if (this.state !== 'idle') runner.end(state, error);
    if (runner.delivering) return [...runner.uids];
    const ended = await (this.#over as Promise<CallOutcome>);
    if (ended.exitStatus === 'fail') throw ended.error;
    return this.#returned(runner, ended);
  }

  #stateChanged(state: EngineState, old: EngineState): void {
    host().engines?.stateChanged(this, state);
    this.stateHook?.(state, old);
  }
}

// How Node prints an engine; it would otherwise look like a bare function.
Object.defineProperty(RunEngine.prototype, Symbol.for('nodejs.util.inspect.custom'), {
  value(this: RunEngine): string {
    return `RunEngine (${this.state})`;
  },
});

/** An engine is called with a plan; see {@link RunEngine}. */
export interface RunEngine {
  /**
   * Runs a plan and resolves to the uids of its runs.
   *
   * Rejects with {@link RunEngineInterrupted} when the plan is paused, stopped, aborted or halted, and
   * with the plan's own error when it fails.
   *
   * @param plan - a plan, such as `count([det], 3)`
   * @param subs - callbacks for this call: one, a list, or an object by document name
   * @param md - metadata for every run of this call
   */
  (plan: PlanInput, subs?: Subs, md?: Metadata): Promise<string[]>;
}

function nextScanId(md: Metadata): number {
  return (typeof md.scan_id === 'number' ? md.scan_id : 0) + 1;
}
