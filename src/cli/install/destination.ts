import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { JUPYTER, userDirectories } from './jupyter.js';

/** Where something is installed: the two directories of a Jupyter, and the programs beside them. */
export interface Destination {
  /** How messages call it. */
  readonly name: string;
  /** Kernels and extensions: `PREFIX/share/jupyter`. */
  readonly data: string;
  /** Settings: `PREFIX/etc/jupyter`. */
  readonly config: string;
  /** The `jupyter` that is to find it; undefined if there is none. */
  readonly jupyter: string | undefined;
  /** The Python whose packages Jupyter is made of, as the user would type it. */
  readonly python: string;
}

/** The directories under a prefix: a Python environment, or any folder. */
export function prefixDestination(prefix: string): Destination {
  const name = resolve(prefix);
  const windows = process.platform === 'win32';
  const programs = (file: string): string[] =>
    windows ? [join(name, 'Scripts', `${file}.exe`), join(name, `${file}.exe`)] : [join(name, 'bin', file)];
  return {
    name,
    data: join(name, 'share', 'jupyter'),
    config: join(name, 'etc', 'jupyter'),
    jupyter: programs('jupyter').find((file) => existsSync(file)),
    python: programs('python').find((file) => existsSync(file)) ?? 'python',
  };
}

/** The directories of the user who runs us. */
export function userDestination(): Destination {
  const { data, config, asked } = userDirectories();
  return { name: data, data, config, jupyter: asked ? JUPYTER : undefined, python: 'python' };
}
