import type { Awaitable } from '../../devices/index.js';
import type { BeginDelivery } from '../delivery.js';
import type { DevicesInUse } from '../devices-in-use.js';
import { IllegalMessageSequence } from '../errors.js';
import type { Msg } from '../msg.js';
import type { RunBundler } from '../run-bundler.js';
import type { StatusGroups } from '../status-groups.js';
import type { HeldUp } from '../suspension.js';
import type { WaitingNotices } from '../waiting-notices.js';

/** What commands may use of the engine. */
export interface CommandContext {
  readonly runs: Map<unknown, RunBundler>;
  readonly groups: StatusGroups;
  readonly devices: DevicesInUse;
  /** Tells whoever shows it what the plan waits for. */
  readonly notices: WaitingNotices;
  /** The class of the engine that carries the command out. */
  readonly engineClass: unknown;
  /** Whether messages are kept to be taken again after a pause. */
  rewindable: boolean;
  openRun(msg: Msg): Promise<string>;
  /** A point to come back to; pauses here if a pause was put off. */
  checkpoint(): void;
  resetCheckpoint(): void;
  clearCheckpoint(): void;
  requestPause(options: { defer?: boolean }): void;
  /** A promise of a wait that an interruption ends early. */
  sleep(seconds: number): Promise<void>;
  /** For a command that asks devices first and hands out documents then. */
  delivery(): BeginDelivery;
  /** Asks the user for a line of text. */
  ask(prompt: string): Awaitable<string>;
  installSuspender(suspender: unknown): void;
  removeSuspender(suspender: unknown): void;
  /** Puts everything at rest and says how to go on afterwards. */
  startSuspension(justification: unknown): Promise<HeldUp>;
  subscribeForCall(callback: unknown, name: unknown): number;
  unsubscribe(token: number): void;
}

/** Carries out a command; what it returns, awaited if it is a promise, is the plan's answer. */
export type Command = (context: CommandContext, msg: Msg) => unknown;

/** A command as the engine keeps it. */
export interface CommandEntry {
  readonly run: Command;
  /** What it does, in one line. */
  readonly about: string;
  /** The messages that it takes, as one writes them. */
  readonly usage?: string;
  /** Whether it is taken again after a pause, with what else came since the last checkpoint; default true. */
  readonly rewound?: boolean;
  /** Whether a pause lets it finish; default not, but what is not rewound is let finish always. */
  readonly finishes?: boolean;
  /** Whether it does nothing but hand out documents: nothing interrupts it; default false. */
  readonly delivers?: boolean;
}

/** Commands by name. */
export type CommandTable = Readonly<Record<string, CommandEntry>>;

/** The run that a message is about. Throws, with the words that `otherwise` gives, if there is none. */
export function openRunOf(context: CommandContext, msg: Msg, otherwise: (msg: Msg) => string = noRun): RunBundler {
  const run = context.runs.get(msg.run);
  if (run) return run;
  throw new IllegalMessageSequence(otherwise(msg));
}

function noRun({ command }: Msg): string {
  return `A '${command}' message was sent but no run is open.`;
}
