import { didYouMean } from '../text/index.js';
import { COMMANDS } from './commands/index.js';
import type { CommandEntry } from './commands/index.js';
import { InvalidCommand } from './errors.js';
import type { Msg } from './msg.js';

/** All have the same keys in the same order, which makes looking at them quick. */
function complete({ run, about, usage, rewound, finishes, delivers }: CommandEntry): CommandEntry {
  return { run, about, usage, rewound, finishes, delivers };
}

const BUILT_IN: readonly (readonly [string, CommandEntry])[] = Object.entries(COMMANDS).map(([name, entry]) => [
  name,
  complete(entry),
]);

/** The commands that one engine carries out, by name. */
export class CommandRegistry {
  readonly #entries: Map<string, CommandEntry> = new Map(BUILT_IN);

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The command that a message names; undefined if there is none, of which {@link unknown} tells. */
  get(name: string): CommandEntry | undefined {
    return this.#entries.get(name);
  }

  register(name: string, run: (msg: Msg) => unknown): void {
    if (typeof name !== 'string' || name === '' || typeof run !== 'function') {
      throw new InvalidCommand('A command needs a name and a function: RE.registerCommand(name, (msg) => ...).');
    }
    const about = `Registered as ${run.name || 'a function'}.`;
    this.#entries.set(name, complete({ run: (_, msg) => run(msg), about }));
  }

  unregister(name: string): void {
    if (!this.#entries.delete(name)) throw this.unknown(name);
  }

  /** The error of a name that no command has; messages come from plans, so it may be anything. */
  unknown(name: unknown): InvalidCommand {
    const hint = typeof name === 'string' ? didYouMean(name, this.names) : '';
    return new InvalidCommand(`The RunEngine knows no command '${String(name)}'.${hint}`);
  }

  /** All commands with what they do, and with `verbose` how their messages are written. */
  toText(verbose: boolean): string {
    const lines = Array.from(this.#entries, ([name, { about, usage }]) => {
      return `${name} : ${about}${verbose && usage ? `\n    ${usage}` : ''}\n`;
    });
    return `List of available commands\n${lines.join('')}`;
  }
}
