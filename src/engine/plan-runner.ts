import { warn } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';
import { CallContext } from './call-context.js';
import type { CallContextOptions, CallParts } from './call-context.js';
import { outcomeOfError } from './call-outcome.js';
import type { CallOutcome } from './call-outcome.js';
import { CallRuns } from './call-runs.js';
import type { CallRunsOptions } from './call-runs.js';
import type { CommandRegistry } from './command-registry.js';
import type { BeginDelivery } from './delivery.js';
import { DevicesInUse } from './devices-in-use.js';
import { FailedPause, PlanHalt, TransitionError } from './errors.js';
import { MessageLoop } from './message-loop.js';
import type { MessageLoopOptions } from './message-loop.js';
import type { Plan } from './msg.js';
import { PauseGate } from './pause-gate.js';
import { PlanStack } from './plan-stack.js';
import { Rewinding } from './rewinding.js';
import type { EngineState, StateMachine } from './state-machine.js';
import { StatusGroups } from './status-groups.js';
import { announce, suspended } from './suspension.js';
import type { Suspension } from './suspension.js';
import { Suspensions } from './suspensions.js';
import { Turns } from './turns.js';
import { WaitingNotices } from './waiting-notices.js';
import type { WaitingHook } from './waiting-notices.js';

const NO_MESSAGES =
  'The plan gave no messages. A plan object can be run only once: make a new one for every RE(...). ' +
  'A plan inside a plan runs only with yield*, as in yield* count([det]).';

/** States in which a plan can be held up. */
const HOLDABLE: ReadonlySet<EngineState> = new Set(['running', 'suspending', 'pausing', 'paused']);

/** What a runner needs of its engine. */
export interface RunnerOptions extends CallContextOptions, CallRunsOptions {
  engine: SteerableEngine & MessageLoopOptions['engine'];
  state: StateMachine;
  commands: CommandRegistry;
  /** Whether messages are kept to be taken again after a pause; the engine keeps it from call to call. */
  replays: { rewindable: boolean };
  /** Called when the plan has come to rest at a pause. */
  onPaused(): void;
  onWaiting: WaitingHook;
}

/**
 * Runs one plan from its first message to its last, through pauses.
 *
 * The loop lives on its own; a pause parks it, and whoever waits for the call is told.
 */
export class PlanRunner implements CallParts {
  readonly groups: StatusGroups = new StatusGroups((error) => this.#inject(error));
  readonly devices: DevicesInUse = new DevicesInUse();
  readonly notices: WaitingNotices;
  readonly runs: CallRuns;
  readonly rewinding: Rewinding;
  readonly suspensions: Suspensions;
  readonly tokens: number[] = [];
  /** Whether the call was paused, stopped, aborted or halted since it was last resumed. */
  interrupted = false;
  pauseDeferred = false;
  readonly #options: RunnerOptions;
  readonly #state: StateMachine;
  readonly #context: CallContext;
  readonly #stack: PlanStack;
  readonly #loop: MessageLoop;
  readonly #gate = new PauseGate();
  /** An error from outside, to be thrown into the plan. */
  #injected: { error: unknown } | undefined;
  #halted = false;
  #over = false;

  /** @param first - messages to be carried out before the plan's own */
  constructor(plan: Plan<unknown>, options: RunnerOptions, first?: Plan<unknown>) {
    this.#options = options;
    this.#state = options.state;
    this.#stack = new PlanStack(plan);
    if (first) this.#stack.push(first, false);
    this.notices = new WaitingNotices(options.onWaiting);
    this.runs = new CallRuns(options, (error) => this.#inject(error));
    this.rewinding = new Rewinding(this.runs.open, options.replays);
    this.suspensions = new Suspensions(this.rewinding, this.runs.open, this.devices);
    this.#context = new CallContext(this, options);
    const { engine, commands } = options;
    const { rewinding, devices, notices } = this;
    this.#loop = new MessageLoop({ engine, commands, stack: this.#stack, rewinding, devices, notices });
  }

  /** Runs the plan to its end and cleans up; resolves however it ends. */
  async run(): Promise<CallOutcome> {
    this.#state.to('running');
    await Promise.resolve();
    const outcome = await this.#drive().then(
      (value): CallOutcome => ({ exitStatus: 'success', reason: '', returned: { value } }),
      outcomeOfError,
    );
    this.#over = true;
    await this.#cleanUp(outcome);
    // A halt forgets the plan of a suspension too.
    this.suspensions.restoreRewindable();
    this.#state.to('idle');
    this.#gate.restReached();
    return outcome;
  }

  /**
   * Whether callbacks are being called, or the plan is over and cleaned up after. Whoever asks for an end
   * then may be such a callback, which cannot wait for an end that waits for it.
   */
  get delivering(): boolean {
    return this.#loop.delivering || this.#over;
  }

  /** Resolves when a pause under way has come to rest, or the call is over. */
  get atRest(): Promise<void> {
    return this.#gate.atRest;
  }

  get ending(): Promise<unknown> | undefined {
    return this.#loop.ending;
  }

  /** Adds a callback that goes with the call; gives its token. */
  subscribe(callback: unknown, name: unknown): number {
    return this.#context.subscribeForCall(callback, name);
  }

  /** Pauses the plan: at once, or with `defer` at its next checkpoint. */
  requestPause({ defer = false }: { defer?: boolean }): void {
    const state = this.#state;
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
    this.#gate.expectRest();
    // The suspension comes when the plan is resumed.
    if (state.state === 'suspending') state.to('running');
    state.to('pausing');
    this.#disturb();
  }

  /** Lets a paused plan go on from its last checkpoint. */
  async resume(): Promise<void> {
    const runs = this.runs.open;
    await this.devices.resume();
    // Somebody may have ended the plan while the devices took their time.
    if (!this.#is('paused')) return;
    await runs.recordInterruption('resume');
    if (!this.#is('paused')) return;
    this.interrupted = false;
    // What is to hold the plan up takes the messages again when it is over.
    if (!this.suspensions.areComing) this.#takeAgain();
    await runs.restoreMonitors();
    this.#gate.open();
  }

  /** Holds the plan up: at once, or as soon as it is resumed. Says so. */
  requestSuspend(suspension: Suspension): void {
    const state = this.#state;
    if (this.#over || !HOLDABLE.has(state.state)) {
      throw new TransitionError(`The RunEngine is ${state.state} and cannot be suspended.`);
    }
    announce(suspension, this.rewinding.possible);
    this.suspensions.add(suspension);
    this.#loop.disturbed = true;
    if (state.state !== 'running') return;
    state.to('suspending');
    this.#disturb();
  }

  /** Ends the plan by throwing into it, or, for a halt, by forgetting it. */
  end(state: 'stopping' | 'aborting' | 'halting', error: Error): void {
    if (this.#over) return;
    this.interrupted = true;
    this.rewinding.forgetCutShort();
    this.suspensions.clear();
    this.#halted = state === 'halting';
    this.#state.to(state);
    this.#inject(error);
    this.#gate.open();
  }

  /** Leaves the plan where it is, without the rest of its cleanup; the run is closed with what the error says. */
  cutOff(error: Error): void {
    this.#halted = true;
    this.#inject(error);
  }

  delivery(): BeginDelivery {
    return this.#loop.delivery();
  }

  async #drive(): Promise<unknown> {
    const loop = this.#loop;
    const turns = new Turns();
    while (!loop.returned) {
      if (loop.disturbed) {
        loop.disturbed = false;
        if (this.#is('pausing')) await this.#park();
        this.#heed();
      } else if (turns.due()) {
        await turns.take();
        continue;
      }
      const pending = loop.carryOn(this.#context, turns);
      if (pending) await loop.waitFor(pending);
    }
    if (loop.count === 0) warn(NO_MESSAGES);
    return loop.returned.value;
  }

  /** Has a suspension or an error from outside decide what comes next. After a halt nothing does. */
  #heed(): void {
    if (this.suspensions.areComing && !this.#injected) this.#beginSuspension();
    // One message is carried out before the next of several is laid on top.
    if (this.suspensions.areComing) this.#loop.disturbed = true;
    const injected = this.#injected;
    if (this.#halted) throw injected?.error ?? new PlanHalt();
    if (!injected) return;
    this.#injected = undefined;
    this.#stack.respond(injected.error, true);
  }

  /** Has the loop look after what was asked for, as soon as the message in progress can be left. */
  #disturb(): void {
    this.#loop.disturb(this.#is('pausing') || this.#is('suspending'));
  }

  /** Throws an error into the plan as soon as the message in progress can be left. */
  #inject(error: unknown): void {
    if (this.#over) return;
    this.#injected = { error };
    this.#disturb();
  }

  /** Lays the messages since the last checkpoint on top of the plan. */
  #takeAgain(): void {
    const answers = this.rewinding.owesAnswer;
    this.#stack.push(this.rewinding.goBack(), answers);
  }

  /** Lays what holds the plan up on top of it; several come one after another, before anything is taken again. */
  #beginSuspension(): void {
    if (!HOLDABLE.has(this.#state.state)) return;
    const suspension = this.suspensions.next() as Suspension;
    if (!this.rewinding.possible) {
      this.interrupted = true;
      this.#abort();
      return;
    }
    if (this.#is('suspending')) this.#state.to('running');
    this.#stack.push(suspended(suspension), this.rewinding.owesAnswer);
  }

  /** Ends a plan that cannot be resumed instead of holding it up. */
  #abort(): void {
    this.suspensions.clear();
    this.#state.to('aborting');
    this.#injected = { error: new FailedPause() };
  }

  async #park(): Promise<void> {
    const runs = this.runs.open;
    await runs.recordInterruption('pause');
    if (!this.rewinding.possible) {
      this.#abort();
      return;
    }
    await runs.suspendMonitors();
    await this.devices.pause(() => this.rewinding.resetCheckpoint());
    if (!this.#is('pausing')) return;
    const opened = this.#gate.close();
    this.#state.to('paused');
    this.#gate.restReached();
    this.#options.onPaused();
    await opened;
    // Ended rather than resumed, the plan is 'stopping', 'aborting' or 'halting' by now.
    if (this.#is('paused')) this.#state.to('running');
  }

  #is(state: EngineState): boolean {
    return this.#state.state === state;
  }

  /** Leaves nothing moving, staged or open, whatever fails on the way. */
  async #cleanUp(outcome: CallOutcome): Promise<void> {
    const runs = this.runs.open;
    await this.devices.stopMoved();
    await runs.endReadings();
    await this.devices.unstageAll();
    await runs.closeAll(outcome);
  }
}
