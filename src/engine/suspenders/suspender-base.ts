import { hasMethod } from '../../devices/index.js';
import { isThenable, print, warn } from '../../host/index.js';
import { messageOf, pythonRepr } from '../../text/index.js';
import { Deferred } from '../deferred.js';
import { SuspenderError } from '../errors.js';
import type { EngineState } from '../state-machine.js';
import type { SuspendOptions, SuspensionPlan } from '../suspension.js';
import { moment } from '../suspension.js';
import { checkSignal, valueOf } from './watched-signal.js';
import type { WatchedSignal } from './watched-signal.js';

/** What a suspender asks of its engine. */
export interface SuspendableEngine {
  readonly state: EngineState;
  requestSuspend(until: () => PromiseLike<unknown>, options?: SuspendOptions): void;
}

/** What an engine asks of a suspender; {@link SuspenderBase} has it all. */
export interface Suspender {
  readonly RE: SuspendableEngine | null;
  readonly tripped: boolean;
  readonly justification: string;
  install(engine: SuspendableEngine): void;
  remove(): void;
  /** What to wait for before a plan may begin, and why; nothing if the suspender has not tripped. */
  getFutures(): [futures: (() => Promise<void>)[], justification: string];
}

/** The settings that every suspender takes. */
export interface SuspenderOptions {
  /** Seconds for which the plan is still held up once the value is good again; default 0. */
  sleep?: number;
  /** Run before waiting, such as a plan that closes a shutter: a function that makes it, or messages. */
  prePlan?: SuspensionPlan;
  /** Run after waiting, before points are taken again. */
  postPlan?: SuspensionPlan;
  /** Added to the justification, which is printed and recorded. */
  trippedMessage?: string;
}

/** States in which there is a plan to hold up. */
const UNDER_WAY: readonly EngineState[] = ['running', 'suspending', 'pausing', 'paused'];

/**
 * Base of suspenders: watches a signal, and holds up the plan while the signal's value is bad.
 *
 * A class of one's own says which values are bad and which are good again; between the two may lie values
 * that change nothing.
 *
 * @example
 * ```ts
 * class SuspendWhenWarm extends SuspenderBase<number> {
 *   protected shouldSuspend(value: number) { return value > 300 }
 *   protected shouldResume(value: number) { return value < 290 }
 * }
 * RE.installSuspender(new SuspendWhenWarm(temperature, { sleep: 5 }))
 * ```
 */
export abstract class SuspenderBase<T = unknown> implements Suspender {
  protected readonly signal: WatchedSignal;
  /** The value that the signal gave last. */
  protected value: T | undefined;
  readonly #options: SuspenderOptions;
  readonly #hear: (given: unknown) => void;
  #engine: SuspendableEngine | null = null;
  #heard = false;
  /** How often the signal has called back: what is read late must not undo what came meanwhile. */
  #news = 0;
  #tripped = false;
  /** There from the first bad value to the first good one; resolves `sleep` seconds after that. */
  #condition: Deferred | undefined;
  #suspensions = 0;

  /**
   * @param signal - what to watch: it has a name, `subscribe(callback)` and `clearSub(callback)`
   * @param options - `sleep` in seconds, `prePlan`, `postPlan`, `trippedMessage`
   * @throws `SuspenderError` if the signal cannot be watched or `sleep` is no time
   */
  constructor(signal: WatchedSignal, options: SuspenderOptions = {}) {
    checkSignal(signal, new.target.name);
    const { sleep = 0 } = options;
    if (!(sleep >= 0)) throw new SuspenderError(`${new.target.name}: sleep is ${sleep}; give seconds, 0 or more.`);
    this.signal = signal;
    this.#options = options;
    this.#hear = (given) => {
      this.#heard = true;
      this.#news += 1;
      if (given !== undefined) this.#judge(valueOf(given, signal.name) as T);
      else if (hasMethod(signal, 'read')) this.#look();
      else this.#warnOfSilence();
    };
  }

  /** The engine that it is installed in, or null. */
  get RE(): SuspendableEngine | null {
    return this.#engine;
  }

  /** Whether the value was bad and is not good again. */
  get tripped(): boolean {
    return this.#tripped;
  }

  /** Begins to watch for an engine. `RE.installSuspender` calls it. */
  install(engine: SuspendableEngine): void {
    if (this.#engine) this.signal.clearSub(this.#hear);
    this.#engine = engine;
    this.#heard = false;
    this.signal.subscribe(this.#hear);
    // A signal that tells only of changes is asked for its value.
    if (!this.#heard) this.#look();
  }

  /** Stops watching; a plan that waits for this suspender goes on. */
  remove(): void {
    this.signal.clearSub(this.#hear);
    if (this.#engine) this.#release();
    this.#engine = null;
    this.#tripped = false;
  }

  getFutures(): [futures: (() => Promise<void>)[], justification: string] {
    if (!this.#tripped) return [[], ''];
    const condition = (this.#condition ??= new Deferred());
    return [[() => condition.promise], this.justification];
  }

  /** Why the plan is held up; empty if it is not. */
  get justification(): string {
    if (!this.#tripped) return '';
    return [this.reason(), this.#options.trippedMessage].filter(Boolean).join(': ');
  }

  toString(): string {
    const { sleep = 0, prePlan, postPlan, trippedMessage = '' } = this.#options;
    const plans = `pre_plan=${planText(prePlan)}, post_plan=${planText(postPlan)}`;
    return `${this.constructor.name}(${String(this.signal)}, sleep=${sleep}, ${plans}, tripped_message=${trippedMessage})`;
  }

  /** Whether this value holds up the plan. */
  protected abstract shouldSuspend(value: T): boolean;

  /** Whether this value lets the plan go on. */
  protected abstract shouldResume(value: T): boolean;

  /** What is said of the bad value. */
  protected reason(): string {
    return `Suspender of type ${this.constructor.name} stopped by signal ${String(this.signal)}`;
  }

  /** The last value as Python writes it. */
  protected get valueText(): string {
    return pythonRepr(this.value);
  }

  #look(): void {
    const { signal } = this;
    if (!hasMethod(signal, 'read')) return;
    const { name } = signal as WatchedSignal;
    const news = this.#news;
    const judge = (readings: unknown): void => {
      if (news === this.#news) this.#judge(valueOf(readings, name) as T);
    };
    const readings = signal.read();
    if (!isThenable(readings)) return judge(readings);
    readings.then(judge).then(undefined, (error: unknown) => {
      warn(`${this.constructor.name} could not read ${name}: ${messageOf(error)}`);
    });
  }

  #judge(value: T): void {
    if (!this.#engine) return;
    this.value = value;
    if (this.shouldSuspend(value)) {
      this.#trip(this.#engine);
    } else if (this.shouldResume(value)) {
      this.#release();
      this.#tripped = false;
    }
  }

  #trip(engine: SuspendableEngine): void {
    this.#tripped = true;
    if (this.#condition) return;
    const condition = (this.#condition = new Deferred());
    if (!UNDER_WAY.includes(engine.state)) return;
    this.#suspensions += 1;
    this.#warnOfUsedPlans();
    const { prePlan, postPlan } = this.#options;
    engine.requestSuspend(() => condition.promise, { prePlan, postPlan, justification: this.justification });
  }

  #release(): void {
    const condition = this.#condition;
    this.#condition = undefined;
    if (!condition) return;
    const { sleep = 0 } = this.#options;
    print(
      `Suspender ${String(this)} reports a return to nominal conditions. ` +
        `Will sleep for ${sleep} seconds and then release suspension at ${moment(sleep)}.`,
    );
    if (sleep === 0) condition.resolve();
    else setTimeout(() => condition.resolve(), sleep * 1000);
  }

  #warnOfSilence(): void {
    warn(
      `${this.constructor.name} cannot judge ${this.signal.name}: the signal called back without a value and has no ` +
        'method read().',
    );
  }

  #warnOfUsedPlans(): void {
    const { prePlan, postPlan } = this.#options;
    if (this.#suspensions < 2 || ![prePlan, postPlan].some((plan) => hasMethod(plan, 'next'))) return;
    warn(
      `${this.constructor.name} suspends again, but a plan object can be run only once. ` +
        'Give prePlan and postPlan as functions that make a new one: () => mv(shutter, 0).',
    );
  }
}

function planText(plan: unknown): string {
  if (plan === undefined) return 'None';
  return typeof plan === 'function' ? plan.name || '(anonymous)' : 'messages';
}
