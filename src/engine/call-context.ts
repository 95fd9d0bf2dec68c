import type { Awaitable } from '../devices/index.js';
import type { SteerableEngine } from '../host/index.js';
import type { CallRuns } from './call-runs.js';
import type { CommandContext } from './commands/index.js';
import type { BeginDelivery } from './delivery.js';
import type { DevicesInUse } from './devices-in-use.js';
import type { Dispatcher } from './dispatcher.js';
import { InvalidMessage } from './errors.js';
import type { Msg } from './msg.js';
import type { OpenRuns } from './open-runs.js';
import type { Rewinding } from './rewinding.js';
import type { StatusGroups } from './status-groups.js';
import type { Suspender } from './suspenders/index.js';
import type { HeldUp } from './suspension.js';
import type { Suspensions } from './suspensions.js';
import type { WaitingNotices } from './waiting-notices.js';

/** Timers of JavaScript fire at once beyond this, some 24 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** What commands need of the engine itself. */
export interface CallContextOptions {
  engine: SteerableEngine;
  dispatcher: Dispatcher;
  /** Asks the user; the question is taken back when `until` resolves. */
  ask(prompt: string, until: Promise<unknown> | undefined): Awaitable<string>;
  suspenders: { install(suspender: Suspender): void; remove(suspender: Suspender): void };
}

/** What commands need of the call that they are part of. */
export interface CallParts {
  readonly groups: StatusGroups;
  readonly devices: DevicesInUse;
  readonly notices: WaitingNotices;
  readonly runs: CallRuns;
  readonly rewinding: Rewinding;
  readonly suspensions: Suspensions;
  /** Tokens of the callbacks that go with the call. */
  readonly tokens: number[];
  /** Whether a pause waits for the next checkpoint. */
  readonly pauseDeferred: boolean;
  /** Resolves when the message in progress is over, in whichever way. */
  readonly ending: Promise<unknown> | undefined;
  requestPause(options: { defer?: boolean }): void;
  delivery(): BeginDelivery;
}

/** What the commands of one call may use. */
export class CallContext implements CommandContext {
  readonly runs: OpenRuns;
  readonly groups: StatusGroups;
  readonly devices: DevicesInUse;
  readonly notices: WaitingNotices;
  readonly #call: CallParts;
  readonly #options: CallContextOptions;

  constructor(call: CallParts, options: CallContextOptions) {
    this.#call = call;
    this.#options = options;
    this.runs = call.runs.open;
    this.groups = call.groups;
    this.devices = call.devices;
    this.notices = call.notices;
  }

  get engineClass(): unknown {
    return this.#options.engine.constructor;
  }

  get rewindable(): boolean {
    return this.#call.rewinding.rewindable;
  }

  set rewindable(rewindable: boolean) {
    this.#call.rewinding.rewindable = rewindable;
  }

  openRun(msg: Msg): Promise<string> {
    return this.#call.runs.openRun(msg);
  }

  checkpoint(): void {
    this.resetCheckpoint();
    if (this.#call.pauseDeferred) this.requestPause({ defer: false });
  }

  resetCheckpoint(): void {
    this.#call.rewinding.resetCheckpoint();
  }

  clearCheckpoint(): void {
    this.#call.rewinding.clearCheckpoint();
  }

  requestPause(options: { defer?: boolean }): void {
    this.#call.requestPause(options);
  }

  sleep(seconds: number): Promise<void> {
    if (!(seconds >= 0)) throw new InvalidMessage(`Cannot sleep for ${seconds} seconds.`);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(seconds * 1000, LONGEST_TIMER_MS));
      void this.#call.ending?.then(() => clearTimeout(timer));
    });
  }

  delivery(): BeginDelivery {
    return this.#call.delivery();
  }

  ask(prompt: string): Awaitable<string> {
    return this.#options.ask(prompt, this.#call.ending);
  }

  installSuspender(suspender: unknown): void {
    this.#options.suspenders.install(suspender as Suspender);
  }

  removeSuspender(suspender: unknown): void {
    this.#options.suspenders.remove(suspender as Suspender);
  }

  startSuspension(justification: unknown): Promise<HeldUp> {
    return this.#call.suspensions.begin(justification, this.delivery());
  }

  subscribeForCall(callback: unknown, name: unknown): number {
    const token = this.#options.dispatcher.subscribe(callback, name ?? 'all');
    this.#call.tokens.push(token);
    return token;
  }

  unsubscribe(token: number): void {
    this.#options.dispatcher.unsubscribe(token);
  }
}
