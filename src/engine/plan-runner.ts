import type { DocumentName, Documents } from '../documents/index.js';
import { host, isThenable, macrotask, warn } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import { attempt } from './attempt.js';
import { outcomeOfError } from './call-outcome.js';
import type { CallOutcome } from './call-outcome.js';
import type { CommandContext, HeldUp } from './commands.js';
import { COMMANDS, NOT_INTERRUPTED, NOT_REWOUND } from './commands.js';
import { Deferred } from './deferred.js';
import { DevicesInUse } from './devices-in-use.js';
import type { Dispatcher } from './dispatcher.js';
import { FailedPause, IllegalMessageSequence, InvalidCommand, PlanHalt, TransitionError } from './errors.js';
import type { Msg, Plan } from './msg.js';
import { PlanStack } from './plan-stack.js';
import type { Response } from './plan-stack.js';
import { RunBundler } from './run-bundler.js';
import type { EngineState, StateMachine } from './state-machine.js';
import { StatusGroups } from './status-groups.js';
import type { Suspender } from './suspenders/index.js';
import { announce, suspended } from './suspension.js';
import type { Suspension } from './suspension.js';

/** How long messages may follow each other before sockets and timers get their turn. */
const SLICE_MS = 5;

/** States in which a plan can be held up. */
const HOLDABLE: ReadonlySet<EngineState> = new Set(['running', 'suspending', 'pausing', 'paused']);

/** What a runner needs of its engine. */
export interface RunnerOptions {
  engine: SteerableEngine;
  state: StateMachine;
  dispatcher: Dispatcher;
  /** The metadata of the run that an `open_run` message opens. */
  metadataOf(msg: Msg): Promise<Record<string, unknown>>;
  /** Called before each message. */
  onMessage(msg: Msg): void;
  /** Called when the plan has come to rest at a pause. */
  onPaused(): void;
  installSuspender(suspender: Suspender): void;
  removeSuspender(suspender: Suspender): void;
  /** Whether interruptions are recorded in the runs that are opened. */
  recordsInterruptions(): boolean;
}

/**
 * Runs one plan from its first message to its last, through pauses.
 *
 * The loop lives on its own; a pause parks it, and whoever waits for the call is told.
 */
export class PlanRunner implements CommandContext {
  readonly runs: Map<unknown, RunBundler> = new Map();
  readonly groups: StatusGroups = new StatusGroups((error) => this.#inject(error));
  readonly devices: DevicesInUse = new DevicesInUse();
  /** The uids of the runs that the call has opened. */
  readonly uids: string[] = [];
  /** Tokens of the callbacks that go with the call. */
  readonly tokens: number[] = [];
  /** Whether the call was paused, stopped, aborted or halted since it was last resumed. */
  interrupted = false;
  /** Whether a pause waits for the next checkpoint. */
  pauseDeferred = false;
  readonly #options: RunnerOptions;
  readonly #stack: PlanStack;
  /** Messages since the last checkpoint; undefined where the plan cannot be resumed. */
  #cache: Msg[] | undefined = [];
  #injected: { error: unknown } | undefined;
  /** What is still to hold the plan up. */
  #suspensions: Suspension[] = [];
  #rewindable = true;
  #halted = false;
  #over = false;
  #messages = 0;
  /** Ends the message in progress early. */
  #cancel: Deferred<Response> | undefined;
  #cancelled = false;
  /** Whether the message in progress is taken again after a pause. */
  #retaken = false;
  /** Whether the message in progress hands out documents. */
  #delivering = false;
  #gate: Deferred | undefined;
  #parked = new Deferred();

  /** @param first - messages to be carried out before the plan's own */
  constructor(plan: Plan<unknown>, options: RunnerOptions, first?: Plan<unknown>) {
    this.#options = options;
    this.#stack = new PlanStack(plan);
    if (first) this.#stack.push(first, false);
  }

  /** Whether the plan could be resumed after a pause now. */
  get resumable(): boolean {
    return this.#cache !== undefined;
  }

  /** Whether messages are taken again after a pause. A change is a checkpoint. */
  get rewindable(): boolean {
    return this.#rewindable;
  }

  set rewindable(rewindable: boolean) {
    if (rewindable === this.#rewindable) return;
    this.#rewindable = rewindable;
    this.resetCheckpoint();
  }

  /** Runs the plan to its end and cleans up; resolves however it ends. */
  async run(): Promise<CallOutcome> {
    this.#options.state.to('running');
    await Promise.resolve();
    const outcome = await this.#drive().then(
      (value): CallOutcome => ({ exitStatus: 'success', reason: '', returned: { value } }),
      outcomeOfError,
    );
    this.#over = true;
    await this.#cleanUp(outcome);
    this.#options.state.to('idle');
    this.#parked.resolve();
    return outcome;
  }

  /**
   * Whether callbacks are being called, or the plan is over and cleaned up after. Whoever asks for an end
   * then may be such a callback, which cannot wait for an end that waits for it.
   */
  get delivering(): boolean {
    return this.#delivering || this.#over;
  }

  /** Resolves when a pause under way has come to rest, or the call is over. */
  get atRest(): Promise<void> {
    return this.#parked.promise;
  }

  /** Lets a paused plan go on from its last checkpoint. */
  async resume(): Promise<void> {
    await this.devices.resume();
    // Somebody may have ended the plan while the devices took their time.
    if (!this.#is('paused')) return;
    await this.#record('resume');
    if (!this.#is('paused')) return;
    this.interrupted = false;
    // What is to hold the plan up takes the messages again when it is over.
    if (this.#suspensions.length === 0) this.#push(this.#rewind());
    this.#release();
  }

  /** Holds the plan up: at once, or as soon as it is resumed. Says so. */
  requestSuspend(suspension: Suspension): void {
    const { state } = this.#options;
    if (this.#over || !HOLDABLE.has(state.state)) {
      throw new TransitionError(`The RunEngine is ${this.#over ? 'ending' : state.state} and cannot be suspended.`);
    }
    announce(suspension, this.resumable);
    this.#suspensions.push(suspension);
    if (state.state !== 'running') return;
    state.to('suspending');
    this.#cancelMessage();
  }

  installSuspender(suspender: unknown): void {
    this.#options.installSuspender(suspender as Suspender);
  }

  removeSuspender(suspender: unknown): void {
    this.#options.removeSuspender(suspender as Suspender);
  }

  async startSuspension(justification: string | undefined): Promise<HeldUp> {
    await this.#record(justification ?? 'suspended');
    await this.devices.pause();
    const wasRewindable = this.#rewindable;
    return { takenAgain: this.#rewind(), wasRewindable, restore: () => (this.rewindable = wasRewindable) };
  }

  resumeFromSuspension(): Promise<void> {
    return this.devices.resume();
  }

  /** Ends the plan by throwing into it, or, for a halt, by forgetting it. */
  end(state: 'stopping' | 'aborting' | 'halting', error: Error): void {
    if (this.#over) return;
    this.interrupted = true;
    this.#suspensions = [];
    this.#halted = state === 'halting';
    this.#options.state.to(state);
    this.#inject(error);
    this.#release();
  }

  openRun = async (msg: Msg): Promise<string> => {
    if (this.runs.has(msg.run)) {
      throw new IllegalMessageSequence("A 'close_run' message was not received before the 'open_run' message");
    }
    const run = new RunBundler(await this.#options.metadataOf(msg), (name, doc) => this.#emit(name, doc));
    const recordsInterruptions = this.#options.recordsInterruptions();
    const { start } = run;
    this.runs.set(msg.run, run);
    this.uids.push(start.uid);
    host().engines?.runOpened(this.#options.engine, start.uid);
    await run.open();
    this.resetCheckpoint();
    if (recordsInterruptions) await run.declareInterruptions();
    return start.uid;
  };

  checkpoint(): void {
    this.resetCheckpoint();
    if (this.pauseDeferred) this.requestPause({ defer: false });
  }

  resetCheckpoint(): void {
    if (!this.#cache) return;
    this.#cache = [];
    for (const run of this.runs.values()) run.checkpoint();
  }

  clearCheckpoint(): void {
    this.#cache = undefined;
  }

  requestPause({ defer = false }: { defer?: boolean }): void {
    const { state } = this.#options;
    if (state.state === 'pausing' || this.#over) return;
    if (state.state !== 'running' && state.state !== 'suspending') {
      throw new TransitionError(`The RunEngine is ${state.state} and cannot be paused.`);
    }
    if (defer) {
      this.pauseDeferred = true;
      return;
    }
    this.pauseDeferred = false;
    this.interrupted = true;
    this.#parked = new Deferred();
    // The suspension comes when the plan is resumed.
    if (state.state === 'suspending') state.to('running');
    state.to('pausing');
    this.#cancelMessage();
  }

  sleep(seconds: number): Promise<void> {
    if (!(seconds >= 0)) throw new TypeError(`Cannot sleep for ${seconds} seconds.`);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      void this.#cancel?.promise.then(() => clearTimeout(timer));
    });
  }

  subscribeForCall(callback: unknown, name: unknown): number {
    const token = this.#options.dispatcher.subscribe(callback, name ?? 'all');
    this.tokens.push(token);
    return token;
  }

  unsubscribe(token: number): void {
    this.#options.dispatcher.unsubscribe(token);
  }

  async #drive(): Promise<unknown> {
    let lastTurn = performance.now();
    for (;;) {
      if (this.#options.state.state === 'pausing') await this.#park();
      if (this.#suspensions.length > 0 && this.#injected === undefined) this.#beginSuspension();
      if (this.#injected === undefined && performance.now() - lastTurn > SLICE_MS) {
        await macrotask();
        lastTurn = performance.now();
        continue;
      }
      const injected = this.#injected;
      this.#injected = undefined;
      if (this.#halted) throw injected?.error ?? new PlanHalt();
      const step = this.#stack.next(injected);
      if ('returned' in step) {
        this.#warnIfEmpty();
        return step.returned;
      }
      const response = this.#execute(step.msg);
      this.#stack.respond(response instanceof Promise ? await response : response);
      this.#delivering = false;
    }
  }

  #execute(msg: Msg): Response | Promise<Response> {
    this.#messages += 1;
    this.devices.note(msg.obj);
    this.#retaken = !NOT_REWOUND.has(msg.command);
    if (this.#cache && this.#rewindable && this.#retaken) this.#cache.push(msg);
    this.#delivering = NOT_INTERRUPTED.has(msg.command);
    const cancel = this.#delivering ? undefined : new Deferred<Response>();
    this.#cancel = cancel;
    try {
      this.#options.onMessage(msg);
      const command = COMMANDS.get(msg.command);
      if (!command) throw new InvalidCommand(`The RunEngine knows no command '${msg.command}'.`);
      const value = command(this, msg);
      if (isThenable(value)) return this.#settle(value, cancel);
      this.#cancel = undefined;
      return { value };
    } catch (error) {
      this.#cancel = undefined;
      return { error };
    }
  }

  async #settle(value: PromiseLike<unknown>, cancel: Deferred<Response> | undefined): Promise<Response> {
    const done = Promise.resolve(value).then(
      (result): Response => ({ value: result }),
      (error: unknown): Response => ({ error }),
    );
    const response = await (cancel ? Promise.race([done, cancel.promise]) : done);
    if (this.#cancel === cancel) this.#cancel = undefined;
    // Clears the timer of a wait that has ended before its timeout.
    cancel?.resolve(response);
    return response;
  }

  /** A pause leaves alone a message that is not taken again afterwards: its answer would be lost. */
  #cancelMessage(): void {
    const held = this.#is('pausing') || this.#is('suspending');
    if (!this.#cancel || (held && !this.#retaken)) return;
    this.#cancelled = held;
    this.#cancel.resolve({ value: undefined });
    this.#cancel = undefined;
  }

  /** Throws an error into the plan as soon as the message in progress can be left. */
  #inject(error: unknown): void {
    if (this.#over) return;
    this.#injected = { error };
    this.#cancelMessage();
  }

  async #park(): Promise<void> {
    const { state } = this.#options;
    await this.#record('pause');
    if (!this.#cache) {
      state.to('aborting');
      this.#injected = { error: new FailedPause() };
      return;
    }
    await this.devices.pause();
    if (!this.#is('pausing')) return;
    this.#gate = new Deferred();
    state.to('paused');
    this.#parked.resolve();
    this.#options.onPaused();
    await this.#gate.promise;
    // Ended rather than resumed, the plan is 'stopping', 'aborting' or 'halting' by now.
    if (this.#is('paused')) state.to('running');
  }

  /** Lays what holds the plan up on top of it; several come one after another, before anything is taken again. */
  #beginSuspension(): void {
    const { state } = this.#options;
    if (!HOLDABLE.has(state.state)) return;
    const suspension = this.#suspensions.shift() as Suspension;
    if (!this.#cache) {
      this.#suspensions = [];
      this.interrupted = true;
      state.to('aborting');
      this.#injected = { error: new FailedPause() };
      return;
    }
    if (this.#is('suspending')) state.to('running');
    this.#push(suspended(suspension));
  }

  /** Lays a plan on top, which answers for the message that was left, if one was. */
  #push(plan: Plan<unknown>): void {
    this.#stack.push(plan, this.#cancelled);
    this.#cancelled = false;
  }

  /** Takes the runs back to the last checkpoint; gives the messages since. */
  #rewind(): Plan<unknown> {
    const messages = this.#cache ?? [];
    this.#cache = [];
    if (messages.length > 0) for (const run of this.runs.values()) run.rewind();
    return replayed(messages);
  }

  /** Notes an interruption in every open run that records them. */
  async #record(content: string): Promise<void> {
    for (const run of this.runs.values()) {
      await attempt('record an interruption', () => run.recordInterruption(content));
    }
  }

  #is(state: EngineState): boolean {
    return this.#options.state.state === state;
  }

  #release(): void {
    const gate = this.#gate;
    this.#gate = undefined;
    gate?.resolve();
  }

  #emit<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void> {
    if (name !== 'stop') return this.#options.dispatcher.emit(name, doc);
    return this.#emitStop(doc as Documents['stop']);
  }

  async #emitStop(doc: Documents['stop']): Promise<void> {
    try {
      await this.#options.dispatcher.emit('stop', doc);
    } finally {
      host().engines?.runClosed(this.#options.engine, doc.run_start);
    }
  }

  /** Leaves nothing moving, staged or open, whatever fails on the way. */
  async #cleanUp({ exitStatus, reason }: CallOutcome): Promise<void> {
    await this.devices.stopMoved();
    await this.devices.unstageAll();
    for (const run of this.runs.values()) {
      if (run.isOpen) await attempt(`close run ${run.start.uid}`, () => run.close(exitStatus, reason));
    }
  }

  #warnIfEmpty(): void {
    if (this.#messages > 0) return;
    warn(
      'The plan gave no messages. A plan object can be run only once: make a new one for every RE(...). ' +
        'A plan inside a plan runs only with yield*, as in yield* count([det]).',
    );
  }
}

/** The messages since the checkpoint, taken again; returns what the last of them gave. */
function* replayed(messages: readonly Msg[]): Plan<unknown> {
  let last: unknown;
  for (const msg of messages) last = yield msg;
  return last;
}
