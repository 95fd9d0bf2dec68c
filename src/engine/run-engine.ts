import type { SteerableEngine } from '../host/index.js';
import { host } from '../host/index.js';
import { busyText, interruption } from './call-notices.js';
import type { CallOutcome } from './call-outcome.js';
import { resultOf } from './call-outcome.js';
import { endNow } from './end-now.js';
import { EngineCall } from './engine-call.js';
import { askUser } from './engine-input.js';
import { EngineSettings } from './engine-settings.js';
import { PlanHalt, RequestAbort, RequestStop, RunEngineBusy, RunEngineInterrupted, TransitionError } from './errors.js';
import { runMetadata } from './metadata.js';
import type { Plan } from './msg.js';
import type { PlanInput } from './plan-input.js';
import { asPlan, planIdentity } from './plan-input.js';
import { PlanRunner } from './plan-runner.js';
import type { RunnerOptions } from './plan-runner.js';
import type { Metadata } from './run-engine-options.js';
import type { EngineState } from './state-machine.js';
import { StateMachine } from './state-machine.js';
import { normalizeSubs } from './subscriptions.js';
import type { Subs } from './subscriptions.js';
import { InstalledSuspenders } from './suspenders/index.js';
import type { Suspender } from './suspenders/index.js';
import type { SuspendOptions } from './suspension.js';

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
export class RunEngine extends EngineSettings implements SteerableEngine {
  readonly #suspenders: InstalledSuspenders = new InstalledSuspenders();
  readonly #replays: { rewindable: boolean } = { rewindable: true };
  readonly #state: StateMachine = new StateMachine((state, old) => this.#stateChanged(state, old));
  readonly #call: EngineCall = new EngineCall(this);
  #runner: PlanRunner | undefined;
  #identity: { plan_type: string; plan_name: string } = { plan_type: '', plan_name: '' };
  #callMd: Metadata = {};
  /** Settles when the plan is over, through all pauses. */
  #over: Promise<CallOutcome> | undefined;
  #lastTokens: readonly number[] = [];

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
    return this.#runner?.rewinding.possible ?? true;
  }

  /** Whether messages are taken again after a pause, from the last checkpoint on; default true. */
  get rewindable(): boolean {
    return this.#replays.rewindable;
  }

  set rewindable(rewindable: boolean) {
    if (this.#runner) this.#runner.rewinding.rewindable = rewindable;
    else this.#replays.rewindable = rewindable;
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
    if (this.#call.underWay) throw new TransitionError('The RunEngine is being resumed already.');
    const outcome = this.#call.begin();
    outcome.catch(() => undefined);
    await runner.resume().catch((error: unknown) => {
      this.#call.end(() => undefined);
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
    for (const { callback, name } of subscribers) runner.subscribe(callback, name);
    const outcome = this.#call.begin();
    this.#over = runner.run();
    void this.#over.then((ended) => this.#callOver(runner, ended));
    return outcome;
  }

  #newRunner(plan: Plan<unknown>): PlanRunner {
    const options: RunnerOptions = {
      engine: this,
      state: this.#state,
      dispatcher: this.dispatcher,
      commands: this.commandRegistry,
      replays: this.#replays,
      metadataOf: ({ kwargs }) => runMetadata(this, { plan: this.#identity, openRun: kwargs, call: this.#callMd }),
      onPaused: () => this.#call.end((outcome) => outcome.reject(new RunEngineInterrupted(this.pauseMsg))),
      onWaiting: (statuses) => this.waitingHook?.(statuses),
      ask: (prompt, until) => askUser(this, prompt, until),
      suspenders: { install: (each) => this.installSuspender(each), remove: (each) => this.removeSuspender(each) },
      recordsInterruptions: () => this.recordInterruptions,
    };
    return new PlanRunner(plan, options, this.#suspenders.waitBeforePlan());
  }

  #callOver(runner: PlanRunner, ended: CallOutcome): void {
    this.#runner = undefined;
    this.#call.end((call) => {
      if (ended.exitStatus === 'fail') call.reject(ended.error);
      else if (runner.interrupted) call.reject(interruption(ended));
      else call.resolve(this.#returned(runner, ended));
    }, ended.error);
  }

  #returned({ runs, interrupted }: PlanRunner, ended: CallOutcome): string[] {
    const uids = [...runs.uids];
    return this.callReturnsResult ? (resultOf(ended, uids, interrupted) as unknown as string[]) : uids;
  }

  async #end(state: 'stopping' | 'aborting' | 'halting', error: Error): Promise<string[]> {
    const runner = this.#runner;
    if (!runner) throw new TransitionError('The RunEngine is idle already.');
    if (this.state === 'pausing') await runner.atRest;
    // A pause where the plan cannot be resumed has ended it by now.
    if (this.state !== 'idle') runner.end(state, error);
    if (runner.delivering) return [...runner.runs.uids];
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
