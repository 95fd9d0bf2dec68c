import type { Awaitable } from '../devices/index.js';
import type { DocumentName, Documents } from '../documents/index.js';
import { host, isThenable, macrotask, warn } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import { outcomeOfError } from './call-outcome.js';
import type { CallOutcome } from './call-outcome.js';
import type { CommandRegistry } from './command-registry.js';
import type { CommandContext, CommandEntry } from './commands/index.js';
import { Deferred } from './deferred.js';
import { Abandoned } from './delivery.js';
import type { BeginDelivery } from './delivery.js';
import { DevicesInUse } from './devices-in-use.js';
import type { Dispatcher } from './dispatcher.js';
import { DocumentQueue } from './document-queue.js';
import { FailedPause, IllegalMessageSequence, InvalidMessage, PlanHalt, TransitionError } from './errors.js';
import { MessageCache } from './message-cache.js';
import { MessageInProgress } from './message-in-progress.js';
import type { Msg, Plan } from './msg.js';
import { OpenRuns } from './open-runs.js';
import { PlanStack } from './plan-stack.js';
import type { Response } from './plan-stack.js';
import { RunBundler } from './run-bundler.js';
import type { EngineState, StateMachine } from './state-machine.js';
import { StatusGroups } from './status-groups.js';
import type { Suspender } from './suspenders/index.js';
import { announce, suspended } from './suspension.js';
import type { HeldUp, Suspension } from './suspension.js';
import { WaitingNotices } from './waiting-notices.js';
import type { WaitingHook } from './waiting-notices.js';

/** How long messages may follow each other before sockets and timers get their turn. */
const SLICE_MS = 5;

/** States in which a plan can be held up. */
const HOLDABLE: ReadonlySet<EngineState> = new Set(['running', 'suspending', 'pausing', 'paused']);

/** Timers of JavaScript fire at once beyond this, some 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What a runner needs of its engine. */
export interface RunnerOptions {
  engine: SteerableEngine;
  state: StateMachine;
  dispatcher: Dispatcher;
  commands: CommandRegistry;
  /** Whether messages are kept to be taken again after a pause; the engine keeps it from call to call. */
  replays: { rewindable: boolean };
  /** The metadata of the run that an `open_run` message opens. */
  metadataOf(msg: Msg): Promise<Record<string, unknown>>;
  /** Called before each message. */
  onMessage(msg: Msg): void;
  /** Called when the plan has come to rest at a pause. */
  onPaused(): void;
  onWaiting: WaitingHook;
  /** Asks the user; the question is taken back when `until` resolves. */
  ask(prompt: string, until: Promise<unknown> | undefined): Awaitable<string>;
  suspenders: { install(suspender: Suspender): void; remove(suspender: Suspender): void };
  /** Whether interruptions are recorded in the runs that are opened. */
  recordsInterruptions(): boolean;
}

/**
 * Runs one plan from its first message to its last, through pauses.
 *
 * The loop lives on its own; a pause parks it, and whoever waits for the call is told.
 */
export class PlanRunner implements CommandContext {
  readonly runs: OpenRuns = new OpenRuns();
  readonly groups: StatusGroups = new StatusGroups((error) => this.#inject(error));
  readonly devices: DevicesInUse = new DevicesInUse();
  readonly notices: WaitingNotices;
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
  readonly #documents: DocumentQueue;
  /** Messages since the last checkpoint; undefined where the plan cannot be resumed. */
  #cache: MessageCache | undefined = new MessageCache();
  #injected: { error: unknown } | undefined;
  #halted = false;
  #over = false;
  #messages = 0;
  #present: MessageInProgress | undefined;
  /** The message that a pause or a suspension has ended early; the plan waits for its answer. */
  #cutShort: MessageInProgress | undefined;
  /** What is still to hold the plan up. */
  #suspensions: Suspension[] = [];
  /** What `rewindable` was before each suspension that is under way. */
  readonly #wereRewindable: boolean[] = [];
  #gate: Deferred | undefined;
  #parked = new Deferred();

  /** @param first - messages to be carried out before the plan's own */
  constructor(plan: Plan<unknown>, options: RunnerOptions, first?: Plan<unknown>) {
    this.#options = options;
    this.#stack = new PlanStack(plan);
    if (first) this.#stack.push(first, false);
    this.#documents = new DocumentQueue((name, doc) => this.#dispatch(name, doc));
    this.notices = new WaitingNotices(options.onWaiting);
  }

  /** Whether the plan could be resumed after a pause now. */
  get resumable(): boolean {
    return this.#cache !== undefined;
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
    // A halt forgets the plan of a suspension too.
    this.rewindable = this.#wereRewindable[0] ?? this.rewindable;
    this.#options.state.to('idle');
    this.#parked.resolve();
    return outcome;
  }

  /**
   * Whether callbacks are being called, or the plan is over and cleaned up after. Whoever asks for an end
   * then may be such a callback, which cannot wait for an end that waits for it.
   */
  get delivering(): boolean {
    return this.#present?.delivering === true || this.#over;
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
    await this.runs.recordInterruption('resume');
    if (!this.#is('paused')) return;
    this.interrupted = false;
    // What is to hold the plan up takes the messages again when it is over.
    if (this.#suspensions.length === 0) this.#stack.push(...this.#rewound());
    await this.runs.restoreMonitors();
    this.#release();
  }

  /** Holds the plan up: at once, or as soon as it is resumed. Says so. */
  requestSuspend(suspension: Suspension): void {
    const { state } = this.#options;
    if (this.#over || !HOLDABLE.has(state.state)) {
      throw new TransitionError(`The RunEngine is ${state.state} and cannot be suspended.`);
    }
    announce(suspension, this.resumable);
    this.#suspensions.push(suspension);
    if (state.state !== 'running') return;
    state.to('suspending');
    this.#abandonMessage();
  }

  installSuspender(suspender: unknown): void {
    this.#options.suspenders.install(suspender as Suspender);
  }

  removeSuspender(suspender: unknown): void {
    this.#options.suspenders.remove(suspender as Suspender);
  }

  async startSuspension(justification: unknown): Promise<HeldUp> {
    const begin = this.delivery();
    await this.runs.recordInterruption(typeof justification === 'string' ? justification : 'suspended');
    await this.devices.pause(() => this.resetCheckpoint());
    // Nothing goes back if the plan has been ended meanwhile.
    begin();
    const wasRewindable = this.rewindable;
    const depth = this.#wereRewindable.push(wasRewindable) - 1;
    const release = (failed: boolean): void => {
      if (failed) this.runs.goOn();
      this.#wereRewindable.length = depth;
      this.rewindable = wasRewindable;
    };
    const [takenAgain] = this.#rewound();
    return { takenAgain, wasRewindable, release };
  }

  /** Ends the plan by throwing into it, or, for a halt, by forgetting it. */
  end(state: 'stopping' | 'aborting' | 'halting', error: Error): void {
    if (this.#over) return;
    this.interrupted = true;
    this.#cutShort = undefined;
    this.#suspensions = [];
    this.#halted = state === 'halting';
    this.#options.state.to(state);
    this.#inject(error);
    this.#release();
  }

  /** Leaves the plan where it is, without the rest of its cleanup; the run is closed with what the error says. */
  cutOff(error: Error): void {
    this.#halted = true;
    this.#inject(error);
  }

  openRun = async (msg: Msg): Promise<string> => {
    if (this.runs.has(msg.run)) {
      throw new IllegalMessageSequence("A 'close_run' message was not received before the 'open_run' message");
    }
    const run = new RunBundler(await this.#options.metadataOf(msg), {
      emit: (name, doc) => this.#documents.emit(name, doc),
      onError: (error) => this.#inject(error),
    });
    const { start } = run;
    this.runs.set(msg.run, run);
    this.uids.push(start.uid);
    host().engines?.runOpened(this.#options.engine, start.uid);
    await run.open();
    run.checkpoint();
    if (this.#options.recordsInterruptions()) await run.declareInterruptions();
    return start.uid;
  };

  checkpoint(): void {
    this.resetCheckpoint();
    if (this.pauseDeferred) this.requestPause({ defer: false });
  }

  resetCheckpoint(): void {
    if (!this.#cache) return;
    this.#cache.clear();
    this.runs.checkpoint();
  }

  clearCheckpoint(): void {
    this.#cache = undefined;
    this.runs.clearCheckpoint();
  }

  get engineClass(): unknown {
    return this.#options.engine.constructor;
  }

  get rewindable(): boolean {
    return this.#options.replays.rewindable;
  }

  set rewindable(rewindable: boolean) {
    if (rewindable === this.rewindable) return;
    this.#options.replays.rewindable = rewindable;
    this.resetCheckpoint();
  }

  requestPause({ defer = false }: { defer?: boolean }): void {
    const { state } = this.#options;
    if (state.state === 'pausing' || this.#over) return;
    if (state.state !== 'running' && state.state !== 'suspending') {
      throw TransitionError.ofPause(state.state);
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
    this.#abandonMessage();
  }

  sleep(seconds: number): Promise<void> {
    if (!(seconds >= 0)) throw new InvalidMessage(`Cannot sleep for ${seconds} seconds.`);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(seconds * 1000, LONGEST_TIMER_MS));
      void this.#present?.ending.then(() => clearTimeout(timer));
    });
  }

  delivery(): BeginDelivery {
    const present = this.#present as MessageInProgress;
    return () => {
      if (present.abandoned) throw new Abandoned();
      present.delivering = true;
    };
  }

  ask(prompt: string): Awaitable<string> {
    return this.#options.ask(prompt, this.#present?.ending);
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
      this.#present = undefined;
    }
  }

  #execute(msg: Msg): Response | Promise<Response> {
    this.#messages += 1;
    this.devices.note(msg.obj);
    const entry = this.#options.commands.get(msg.command);
    const cached = this.#keep(msg, entry);
    const present = new MessageInProgress(msg, entry, cached);
    this.#present = present;
    try {
      this.#options.onMessage(msg);
      if (!entry) throw this.#options.commands.unknown(msg.command);
      const value = entry.run(this, msg);
      if (isThenable(value)) return present.settle(value);
      this.#answered(present);
      return { value };
    } catch (error) {
      this.#answered(present);
      return { error };
    }
  }

  /** A pause that came while a message was answered at once has cut nothing short. */
  #answered(present: MessageInProgress): void {
    if (this.#cutShort === present && !present.cached) this.#cutShort = undefined;
  }

  /** Keeps a message to be taken again after a pause, if it is of that kind. */
  #keep(msg: Msg, entry: CommandEntry | undefined): boolean {
    if (!this.#cache || !this.rewindable || entry?.rewound === false) return false;
    this.#cache.add(msg);
    return true;
  }

  /** Leaves the message in progress, if it can be left. */
  #abandonMessage(): void {
    const present = this.#present;
    if (!present || present.delivering || present.abandoned) return;
    if (this.#is('pausing') || this.#is('suspending')) {
      if (!present.canBeCutShort) return;
      this.#cutShort = present;
    }
    this.notices.abandon();
    present.abandon();
  }

  /** Throws an error into the plan as soon as the message in progress can be left. */
  #inject(error: unknown): void {
    if (this.#over) return;
    this.#injected = { error };
    this.#abandonMessage();
  }

  /** Goes back to the last checkpoint: what is to be taken again, and whether that answers for a message cut short. */
  #rewound(): [takenAgain: Plan<unknown>, answers: boolean] {
    const cache = this.#cache;
    const cutShort = this.#cutShort;
    this.#cutShort = undefined;
    if (cache && !cache.isEmpty) this.runs.rewind();
    if (cutShort && !cutShort.cached) cache?.add(cutShort.msg);
    return [this.#takenAgain((cache ?? new MessageCache()).take()), cutShort !== undefined];
  }

  /** Where taking again is left by an error, points that follow are new ones. */
  *#takenAgain(plan: Plan<unknown>): Plan<unknown> {
    try {
      return yield* plan;
    } catch (error) {
      this.runs.goOn();
      throw error;
    }
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
    this.#stack.push(suspended(suspension), this.#cutShort !== undefined);
  }

  async #park(): Promise<void> {
    const { state } = this.#options;
    await this.runs.recordInterruption('pause');
    if (!this.#cache) {
      state.to('aborting');
      this.#injected = { error: new FailedPause() };
      return;
    }
    await this.runs.suspendMonitors();
    await this.devices.pause(() => this.resetCheckpoint());
    if (!this.#is('pausing')) return;
    this.#gate = new Deferred();
    state.to('paused');
    this.#parked.resolve();
    this.#options.onPaused();
    await this.#gate.promise;
    // Ended rather than resumed, the plan is 'stopping', 'aborting' or 'halting' by now.
    if (this.#is('paused')) state.to('running');
  }

  #is(state: EngineState): boolean {
    return this.#options.state.state === state;
  }

  #release(): void {
    const gate = this.#gate;
    this.#gate = undefined;
    gate?.resolve();
  }

  #dispatch<N extends DocumentName>(name: N, doc: Documents[N]): void | Promise<void> {
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
  async #cleanUp(outcome: CallOutcome): Promise<void> {
    await this.devices.stopMoved();
    await this.runs.endReadings();
    await this.devices.unstageAll();
    await this.runs.closeAll(outcome);
  }

  #warnIfEmpty(): void {
    if (this.#messages > 0) return;
    warn(
      'The plan gave no messages. A plan object can be run only once: make a new one for every RE(...). ' +
        'A plan inside a plan runs only with yield*, as in yield* count([det]).',
    );
  }
}
