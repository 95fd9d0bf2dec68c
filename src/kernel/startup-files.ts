import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, relative, sep } from 'node:path';
import type { Outcome, RunAs } from './cell-runner.js';

/** Code of the user's that runs before the first cell. */
interface StartupFile {
  path: string;
  /** The path as a user would write it. */
  label: string;
  state: 'waits' | 'has run' | 'failed';
}

/** Where startup files are looked for. */
export interface StartupPlace {
  /** The notebook's folder. */
  folder: string;
  env: Readonly<Record<string, string | undefined>>;
}

/** What runs the files, and is told of their failures. */
export interface StartupRun {
  run(code: string, as: RunAs): Promise<Outcome>;
  /** Tells the user, in the first cell. */
  report(line: string): void;
}

/** The variable that names other folders, separated as in PATH; empty, it turns startup files off. */
const VARIABLE = 'LIVESKY_STARTUP';

/** The user's TypeScript files that run before the first cell as if they were cells. */
export class StartupFiles {
  readonly #folders: readonly string[];
  readonly #folder: string;
  readonly #off: boolean;
  #files: StartupFile[] | undefined;

  constructor({ folder, env }: StartupPlace) {
    const named = env[VARIABLE];
    this.#folder = folder;
    this.#off = named === '';
    this.#folders =
      named === undefined ? usualFolders(folder, env) : named.split(delimiter).filter((each) => each !== '');
  }

  /** Runs the files, each folder's by name; what is wrong with one does not keep the next from running. */
  async run({ run, report }: StartupRun): Promise<void> {
    this.#files = this.#folders.flatMap((folder) => this.#filesIn(folder, report));
    for (const file of this.#files) {
      const problem = await problemOf(file, run);
      file.state = problem === undefined ? 'has run' : 'failed';
      if (problem !== undefined) report(`The startup file ${file.label} failed.\n${problem}\n`);
    }
  }

  /** What `%livesky startup` prints. */
  list(): string {
    if (this.#off) return `Startup files are turned off: ${VARIABLE} is empty.`;
    const files = this.#files ?? [];
    const folders = this.#folders.map((folder) => `  ${this.#label(folder)}${sep}*.ts`).join('\n');
    if (files.length === 0) return `There are no startup files. They would be\n${folders}`;
    const width = Math.max(...files.map(({ label }) => label.length));
    return files.map(({ label, state }) => `${label.padEnd(width)}  ${state}`).join('\n');
  }

  #filesIn(folder: string, report: StartupRun['report']): StartupFile[] {
    try {
      const entries = readdirSync(folder, { withFileTypes: true });
      const names = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
      const chosen = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).sort();
      return chosen.map((name) => {
        const path = join(folder, name);
        return { path, label: this.#label(path), state: 'waits' };
      });
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT') report(`The startup folder ${this.#label(folder)} cannot be read: ${message}\n`);
      return [];
    }
  }

  #label(path: string): string {
    const near = relative(this.#folder, path);
    if (!near.startsWith('..')) return near;
    const home = relative(homedir(), path);
    return home.startsWith('..') || home === path ? path : `~${sep}${home}`;
  }
}

/** The user's configuration folder and its `startup`, and the notebook's `.livesky/startup`. */
function usualFolders(folder: string, env: StartupPlace['env']): string[] {
  const windows = process.platform === 'win32' ? env.APPDATA : undefined;
  const config = join(env.XDG_CONFIG_HOME || windows || join(homedir(), '.config'), 'livesky');
  return [config, join(config, 'startup'), join(folder, '.livesky', 'startup')];
}

async function problemOf({ path, label }: StartupFile, run: StartupRun['run']): Promise<string | undefined> {
  let code: string;
  try {
    code = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as Error).message;
  }
  const outcome = await run(code, { label, isFile: true });
  return outcome.ok ? undefined : outcome.failure.traceback.join('\n');
}
