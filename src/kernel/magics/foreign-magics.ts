import type { Diagnostic } from '../tslab.js';
import { CELL_MAGIC_NAMES, KNOWN_MAGICS, MAGIC_NAMES } from './known-magics.js';
import { MagicError } from './magic-error.js';

/** What to do in TypeScript instead of a magic of IPython's. */
const INSTEAD: readonly (readonly [names: string, advice: string])[] = [
  ['timeit prun lprun memit mprun', 'Use %time.'],
  ['run load loadpy', "Import the file: import './file'."],
  [
    'load_ext reload_ext unload_ext autoreload',
    'There is nothing to load: files that have changed are read again when a cell imports them.',
  ],
  ['pip conda mamba uv', 'Install npm packages in a terminal, in the folder of the notebook.'],
  ['cd pwd pushd popd dirs dhist bookmark', 'Use process.chdir(folder) and process.cwd().'],
  ['env set_env', 'Use process.env.'],
  [
    'bash sh script system sx cmd ruby perl python python2 python3 pypy',
    "To run a program: import { execSync } from 'node:child_process'.",
  ],
  ['ls ll lk lf ldir lx cat cp mv rm mkdir rmdir man less more', "For files: import fs from 'node:fs'."],
  ['html HTML svg SVG markdown latex javascript js', "Use display({ 'text/html': text }, { raw: true }) of livesky."],
  ['writefile file save notebook edit ed', "To write a file: import { writeFileSync } from 'node:fs'."],
  ['who who_ls whos whos_ls psearch psource pdef pdoc pfile pinfo pinfo2', 'Ask with ?name; Tab lists what there is.'],
  ['history hist recall rerun rep macro', 'The Up key brings back earlier input of a console.'],
  ['pylab gui', 'Use %matplotlib notebook.'],
  ['debug pdb tb xmode', 'Errors show the line and column where they happened.'],
  ['reset reset_selective del xdel', 'Restart the kernel; a name can be declared anew at any time.'],
  ['lsmagic magic quickref', 'Use %livesky help.'],
  [
    'capture store config alias alias_magic rehashx autocall automagic autoawait colors logstart logstop matplotlib_inline',
    '',
  ],
];

const ADVICE: ReadonlyMap<string, string> = new Map(
  INSTEAD.flatMap(([names, advice]) => names.split(' ').map((name) => [name, advice] as const)),
);

/** The numbers of TypeScript's messages about syntax are below this one. */
const FIRST_SEMANTIC = 2000;

const MAGIC_LIKE = /^[ \t]*(%%?|!)([A-Za-z_]\w*)/;

/**
 * One helpful line when what the compiler complains of is a magic that there is not; undefined when it
 * is TypeScript, such as a `%` that goes on from the line before.
 */
export function foreignMagic(source: string, diagnostics: readonly Diagnostic[]): MagicError | undefined {
  const lines = source.split('\n');
  for (const { start, code, fileName } of diagnostics) {
    const [, sign = '', name = ''] = MAGIC_LIKE.exec(lines[start.line] ?? '') ?? [];
    if (fileName !== undefined || sign === '') continue;
    const before = lines.slice(0, start.line).join('').trim() === '';
    if (code < FIRST_SEMANTIC || ADVICE.has(name) || sign === '!' || before) return explain(sign, name);
  }
  return undefined;
}

function explain(sign: string, name: string): MagicError {
  if (sign === '!') {
    return new MagicError(
      `!${name}: cells run no shell. To run a program: import { execSync } from 'node:child_process'.`,
    );
  }
  const known = Object.hasOwn(KNOWN_MAGICS, name);
  if (known && sign === '%%') {
    const first = CELL_MAGIC_NAMES.includes(name);
    return new MagicError(`%%${name}: ${first ? 'it must be the first line of the cell' : `write %${name}`}.`);
  }
  const advice = ADVICE.get(name);
  const whose =
    advice === undefined ? `There is no magic ${sign}${name}` : `${sign}${name} is a magic of Python's kernel`;
  const others = `The magics here: ${MAGIC_NAMES.map((each) => `%${each}`).join(', ')}.`;
  return new MagicError(`${whose}. ${advice ? advice : others}`);
}
