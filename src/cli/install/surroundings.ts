import { existsSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { InstalledPackage } from '../../kernel/index.js';
import type { Destination } from './destination.js';
import { dataPath } from './jupyter.js';

/** What a JupyterLab needs to show our figures: where it tells its version, and which one is needed. */
interface Need {
  what: string;
  /** A file under a data directory. */
  file: string;
  version: (content: PackageJson) => string | undefined;
  major: number;
  requirement: string;
}

interface PackageJson {
  version?: string;
  jupyterlab?: { version?: string };
}

const NEEDS: readonly Need[] = [
  {
    what: 'JupyterLab 4',
    file: 'lab/static/package.json',
    version: ({ jupyterlab, version }) => jupyterlab?.version ?? version,
    major: 4,
    requirement: 'jupyterlab>=4,<5',
  },
  {
    // jupyterlab_widgets 3 brings the extension's version 5.
    what: 'jupyterlab_widgets 3',
    file: 'labextensions/@jupyter-widgets/jupyterlab-manager/package.json',
    version: ({ version }) => version,
    major: 5,
    requirement: 'jupyterlab_widgets>=3,<4',
  },
];

/** What is missing around an installation or does not fit, in one line each with the cure. */
export function surroundings(where: Destination, own: InstalledPackage): string[] {
  const path = (where.jupyter && dataPath(where.jupyter)) || [where.data];
  return [...transient(own), ...unbuilt(own), ...NEEDS.flatMap((need) => lacks(need, where, path))];
}

function lacks(need: Need, where: Destination, path: readonly string[]): string[] {
  const file = path.map((data) => join(data, need.file)).find((each) => existsSync(each));
  const version = file && versionIn(file, need);
  if (version !== undefined && majorOf(version) === need.major) return [];
  const state = file ? `is needed, but ${file} is of version ${version ?? '?'}` : `was not found for ${where.name}`;
  return [`${need.what} ${state}: ${where.python} -m pip install "${need.requirement}"`];
}

function versionIn(file: string, { version }: Need): string | undefined {
  try {
    return version(JSON.parse(readFileSync(file, 'utf8')) as PackageJson);
  } catch {
    return undefined;
  }
}

function majorOf(version: string): number {
  return Number(version.split('.')[0]);
}

function unbuilt({ name, directory }: InstalledPackage): string[] {
  if (existsSync(join(directory, 'labextension'))) return [];
  return [
    `The JupyterLab extension of ${name} has not been built and was left out: npm run build, then install again.`,
  ];
}

/** npx without an installed package runs from its cache, which it may empty. */
function transient({ name, directory }: InstalledPackage): string[] {
  if (!directory.includes(`${sep}_npx${sep}`)) return [];
  return [`The kernel runs from npm's cache (${directory}), which may be emptied: npm install ${name}, then install.`];
}
