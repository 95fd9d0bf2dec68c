import { isThenable } from '../host/index.js';
import type { CommandRegistry } from './command-registry.js';
import type { CommandContext, CommandEntry } from './commands/index.js';
import { Abandoned } from './delivery.js';
import type { BeginDelivery } from './delivery.js';
import type { DevicesInUse } from './devices-in-use.js';
import { MessageInProgress } from './message-in-progress.js';
import type { Msg } from './msg.js';
import type { PlanStack } from './plan-stack.js';
import type { Rewinding } from './rewinding.js';
import type { Turns } from './turns.js';
import type { WaitingNotices } from './waiting-notices.js';

/** What a loop needs of the call that it belongs to. */
export interface MessageLoopOptions {
  /** Its hook, if there is one, is called before each message. */
  engine: { readonly msgHook: ((msg: Msg) => void) | null };
  commands: CommandRegistry;
  stack: PlanStack;
  rewinding: Rewinding;
  devices: DevicesInUse;
  notices: WaitingNotices;
}

/** Takes one message after another from a plan, carries it out, and gives the plan the result. */
export class MessageLoop {
  /** Whether something beside the plan may decide what comes next: a pause, a suspension, an error from outside. */
  disturbed = false;
  /** What the plan has come to; undefined while it goes on. */
  returned: { readonly value: unknown } | undefined;
  /** How many messages have come. */
  count = 0;
  readonly #engine: MessageLoopOptions['engine'];
  readonly #commands: CommandRegistry;
  readonly #stack: PlanStack;
  readonly #rewinding: Rewinding;
  readonly #devices: DevicesInUse;
  readonly #notices: WaitingNotices;
  /** The message in progress, what carries it out, and whether it is kept to be taken again. */
  #msg: Msg | undefined;
  #entry: CommandEntry | undefined;
  #cached = false;
  /** What is known of it beyond that; most messages are over before anybody asks. */
  #asked: MessageInProgress | undefined;

  constructor({ engine, commands, stack, rewinding, devices, notices }: MessageLoopOptions) {
    this.#engine = engine;
    this.#commands = commands;
    this.#stack = stack;
    this.#rewinding = rewinding;
    this.#devices = devices;
    this.#notices = notices;
  }

  /** Whether the message in progress hands out documents. */
  get delivering(): boolean {
    return this.#present?.delivering === true;
  }

  /** Resolves when the message in progress is over, in whichever way; undefined if there is none. */
  get ending(): Promise<unknown> | undefined {
    return this.#present?.ending;
  }

  get #present(): MessageInProgress | undefined {
    if (!this.#asked && this.#msg) this.#asked = new MessageInProgress(this.#msg, this.#entry, this.#cached);
    return this.#asked;
  }

  /** For the command in progress, which asks devices first and hands out documents then. */
  delivery(): BeginDelivery {
    const present = this.#present as MessageInProgress;
    return () => {
      if (present.abandoned) throw new Abandoned();
      present.delivering = true;
    };
  }

  /**
   * Carries out messages until one takes time, of which it gives a promise, or until something else is to be done. Nothing
   * is awaited here, so that the compiler gets one short loop for all messages that are answered at once.
   */
  carryOn(context: CommandContext, turns: Turns): PromiseLike<unknown> | undefined {
    do {
      const step = this.#stack.next();
      if (step.done) {
        this.returned = step;
        return undefined;
      }
      const pending = this.#execute(step.value, context);
      if (pending) return pending;
      this.#msg = this.#asked = undefined;
    } while (!this.disturbed && !turns.due());
    return undefined;
  }

  /** Waits for the result of a message, and for nothing any more once the message is left. */
  async waitFor(pending: PromiseLike<unknown>): Promise<void> {
    const { value, failed } = await (this.#present as MessageInProgress).settle(pending);
    this.#stack.respond(value, failed);
    this.#msg = this.#asked = undefined;
  }

  /**
   * Leaves the message in progress, if it can be left.
   *
   * @param toComeBack - whether the plan is only held up, so that the message is taken up again
   */
  disturb(toComeBack: boolean): void {
    this.disturbed = true;
    const present = this.#present;
    if (!present || present.delivering || present.abandoned) return;
    if (toComeBack) {
      if (!present.canBeCutShort) return;
      this.#rewinding.cutShort(present);
    }
    this.#notices.abandon();
    present.abandon();
  }

  /** Carries out a message; gives a promise of its result if that takes time. */
  #execute(msg: Msg, context: CommandContext): PromiseLike<unknown> | undefined {
    this.count += 1;
    if (msg.obj !== null) this.#devices.note(msg.obj);
    const entry = this.#commands.get(msg.command);
    this.#msg = msg;
    this.#entry = entry;
    this.#cached = this.#rewinding.keep(msg, entry);
    try {
      this.#engine.msgHook?.(msg);
      if (!entry) throw this.#commands.unknown(msg.command);
      const value = entry.run(context, msg);
      if (isThenable(value)) return value;
      this.#stack.respond(value, false);
    } catch (error) {
      this.#stack.respond(error, true);
    }
    if (this.#asked) this.#rewinding.answered(this.#asked);
    return undefined;
  }
}
