import type { CommandEntry } from './commands/index.js';
import { MessageCache } from './message-cache.js';
import type { MessageInProgress } from './message-in-progress.js';
import type { Msg, Plan } from './msg.js';
import type { OpenRuns } from './open-runs.js';

/** Goes back to the last checkpoint: knows the messages since then, and the one that was cut short. */
export class Rewinding {
  readonly #runs: OpenRuns;
  readonly #setting: { rewindable: boolean };
  /** Messages since the last checkpoint; undefined where the plan cannot be resumed. */
  #cache: MessageCache | undefined = new MessageCache();
  #cutShort: MessageInProgress | undefined;

  /** @param setting - whether messages are kept to be taken again; the engine has it from call to call */
  constructor(runs: OpenRuns, setting: { rewindable: boolean }) {
    this.#runs = runs;
    this.#setting = setting;
  }

  /** Whether the plan could be resumed after a pause now. */
  get possible(): boolean {
    return this.#cache !== undefined;
  }

  get rewindable(): boolean {
    return this.#setting.rewindable;
  }

  set rewindable(rewindable: boolean) {
    if (rewindable === this.rewindable) return;
    this.#setting.rewindable = rewindable;
    this.resetCheckpoint();
  }

  /** A point to come back to. */
  resetCheckpoint(): void {
    if (!this.#cache) return;
    this.#cache.clear();
    this.#runs.checkpoint();
  }

  /** From here on the plan cannot be resumed. */
  clearCheckpoint(): void {
    this.#cache = undefined;
    this.#runs.clearCheckpoint();
  }

  /** Keeps a message to be taken again, if it is of that kind; gives whether it is. */
  keep(msg: Msg, entry: CommandEntry | undefined): boolean {
    if (!this.#cache || !this.#setting.rewindable || entry?.rewound === false) return false;
    this.#cache.add(msg);
    return true;
  }

  /** Notes that a pause or a suspension ends a message early. */
  cutShort(message: MessageInProgress): void {
    this.#cutShort = message;
  }

  /** Whether the plan still waits for the answer of a message that was cut short. */
  get owesAnswer(): boolean {
    return this.#cutShort !== undefined;
  }

  /** A pause that came while a message was answered at once has cut nothing short. */
  answered(message: MessageInProgress): void {
    if (this.#cutShort === message && !message.cached) this.#cutShort = undefined;
  }

  /** The plan is ended: nobody waits for an answer any more. */
  forgetCutShort(): void {
    this.#cutShort = undefined;
  }

  /** Goes back; gives what is to be taken again, whose last answer is the one that is owed. */
  goBack(): Plan<unknown> {
    const cache = this.#cache;
    const cutShort = this.#cutShort;
    this.#cutShort = undefined;
    if (cache && !cache.isEmpty) this.#runs.rewind();
    if (cutShort && !cutShort.cached) cache?.add(cutShort.msg);
    return this.#takenAgain((cache ?? new MessageCache()).take());
  }

  /** Where taking again is left by an error, points that follow are new ones. */
  *#takenAgain(plan: Plan<unknown>): Plan<unknown> {
    try {
      return yield* plan;
    } catch (error) {
      this.#runs.goOn();
      throw error;
    }
  }
}
