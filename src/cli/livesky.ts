import { PACKAGE_VERSION } from '../host/index.js';
import { installCommand, uninstallCommand } from './install/command.js';
import { UsageError } from './usage-error.js';

const USAGE = `livesky ${PACKAGE_VERSION}: bluesky's data acquisition and live visualization in JupyterLab

Usage:
  livesky install   WHERE [--dev]   puts the kernel and the JupyterLab extension in place
  livesky uninstall WHERE           takes them away again

WHERE is one of
  --sys-prefix                      the environment of the first Python on the path: a venv or conda environment
  --python PYTHON                   the environment of that Python (--sys-prefix may stand before it)
  --user                            Jupyter's directories of the user (see jupyter --paths)
  --prefix DIR                      any folder: DIR/share/jupyter and DIR/etc/jupyter

  --dev                             links the extension and settings to this package instead of copying
                                    them: what is built shows at the next page load.
                                    Without WHERE it means --sys-prefix.

  livesky --help | --version
`;

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => void>> = {
  install: installCommand,
  uninstall: uninstallCommand,
};

/** The `livesky` command: carries out a command line, and says in one line what is wrong with it. */
export function main(args: readonly string[]): void {
  try {
    run(args);
  } catch (error) {
    process.stderr.write(`livesky: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function run([name, ...args]: readonly string[]): void {
  if (name === '--version') return void process.stdout.write(`${PACKAGE_VERSION}\n`);
  const asksForHelp = [name, ...args].some((each) => each === '--help' || each === '-h');
  if (name === undefined || asksForHelp) return void process.stdout.write(USAGE);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no ${name.startsWith('-') ? 'option' : 'command'} "${name}"`);
  command(args);
}
