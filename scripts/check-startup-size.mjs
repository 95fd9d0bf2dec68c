#!/usr/bin/env node
/**
 * Adds up what every JupyterLab page loads at start because livesky is installed, and fails above
 * 20 kB: the remote entry and the chunks that the modules `./extension` and `./style` ask for. Whatever
 * a figure needs, D3 first of all, has to come later.
 *
 *     node scripts/check-startup-size.mjs [labextension]
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The most that may be loaded at start, in bytes. */
export const MOST_AT_START = 20_000;

/** The modules that JupyterLab asks a labextension for at start. */
const EAGER_MODULES = ['./extension', './mimeExtension', './style'];

/** The files of a built labextension that are loaded at start: `{ file, bytes }`. */
export function startupFiles(labextension) {
  const folder = join(labextension, 'static');
  const { jupyterlab } = JSON.parse(readFileSync(join(labextension, 'package.json'), 'utf8'));
  const entry = jupyterlab._build.load.replace(/^static\//, '');
  const chunks = chunksOf(readFileSync(join(folder, entry), 'utf8'));
  const files = readdirSync(folder);
  const named = chunks.map((id) => {
    const file = files.find((each) => each.startsWith(`${id}.`) && each.endsWith('.js'));
    if (file === undefined) throw new Error(`${folder} has no file for chunk ${id}: build it again.`);
    return file;
  });
  return [entry, ...named].map((file) => ({ file, bytes: statSync(join(folder, file)).size }));
}

/** Ids of the chunks that the eager modules ask for, read from the table of modules in the entry. */
function chunksOf(entry) {
  const ids = new Set();
  for (const module of EAGER_MODULES) {
    const begin = entry.indexOf(`${JSON.stringify(module)}:`);
    if (begin < 0) continue;
    const end = entry.indexOf('.then(', begin);
    const loader = entry.slice(begin, end);
    for (const [, id] of loader.matchAll(/\.e\("?([\w-]+)"?\)/g)) ids.add(id);
  }
  if (ids.size === 0) throw new Error('The remote entry names no chunks: was it built for production?');
  return [...ids];
}

function main() {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const files = startupFiles(argv[2] ?? join(root, 'labextension'));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes } of files) console.log(`${String(bytes).padStart(7)} ${file}`);
  console.log(`${String(total).padStart(7)} in all; at most ${MOST_AT_START} are allowed`);
  if (total > MOST_AT_START) {
    console.error('Too much is loaded at start: import it in src/lab/widgets, which is loaded when a figure appears.');
    exit(1);
  }
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) main();
