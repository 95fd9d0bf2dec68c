/** From the start of a kernel to the result of its first cell, and what its life costs after that. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installKernel } from '../installed.mjs';
import { inVenv } from '../../scripts/prepare.mjs';
import { at } from '../../scripts/steps.mjs';

const LIMIT_SECONDS = 2;

/** Each takes a quarter of a minute. */
const LIFE_ROUNDS = 3;

/** What is measured of a kernel's life, and the most that passes; memory is shown only. */
const LIFE = [
  { name: 'round trip of an empty cell', unit: 'ms', figure: 'roundTrip', atMost: 25 },
  { name: 'memory after 150 cells', unit: 'MB', figure: 'memory', atMost: Infinity },
  { name: 'idle', unit: '% of a core', figure: 'idle', atMost: 0.5 },
];

export function rows({ folder }) {
  const jupyter = installKernel(folder);
  addStockTslab(jupyter, folder);
  const cache = join(folder, 'cache');
  rmSync(cache, { recursive: true, force: true });
  const ours = (cwd, ...life) =>
    measure(['livesky', cwd, 'typescript', ...life], { JUPYTER_PATH: jupyter, XDG_CACHE_HOME: cache });
  const other = (...args) => measure(args, { JUPYTER_PATH: jupyter });
  const stock = (...args) => untilItLives(() => other('tslab', ...args));
  // Far from the package, which is to be found from any folder.
  const empty = mkdtempSync(join(tmpdir(), 'livesky-bench-'));
  process.on('exit', () => rmSync(empty, { recursive: true, force: true }));
  // The first start on a machine finds no code of the compiler's: it is shown beside, and not counted.
  const first = ours(empty);
  const start = [
    { name: 'in an empty folder', at: empty },
    { name: 'in examples/', at: at('examples') },
  ].map(({ name, at: cwd }) => ({
    name,
    unit: 's',
    passes: { atMost: LIMIT_SECONDS },
    beside: { 'first start on the machine': first.value },
    sides: {
      ours: () => ours(cwd),
      peer: () => other('python3', cwd, 'python'),
      // It finds no packages of ours from there; its cell only adds up.
      tslab: () => stock(cwd, 'tslab'),
    },
  }));
  const kernels = { ours: () => ours(empty, 'life'), peer: () => other('python3', empty, 'python', 'life') };
  return [...start, ...lifeRows({ ...kernels, tslab: () => stock(empty, 'tslab', 'life') })];
}

/** One life gives all figures: the first row lives it, the others read on in it. */
function lifeRows(kernels) {
  const lives = Object.fromEntries(Object.keys(kernels).map((side) => [side, []]));
  return LIFE.map(({ name, unit, figure, atMost }, row) => {
    const side = (of) => {
      let round = 0;
      return () => {
        if (row === 0) lives[of].push(kernels[of]());
        const { answer, life } = lives[of][round++];
        return { value: life[figure], answer };
      };
    };
    const sides = Object.fromEntries(Object.keys(kernels).map((of) => [of, side(of)]));
    return { name, unit, passes: { atMost }, sides, rounds: LIFE_ROUNDS };
  });
}

/** Stock tslab loses a message now and then, and whoever waits for it gives up: it is measured again. */
function untilItLives(measureOnce, tries = 3) {
  for (let lost = 0; ; lost++) {
    try {
      const measured = measureOnce();
      return { ...measured, also: { ...measured.also, 'lost a message': lost } };
    } catch (error) {
      if (lost + 1 === tries) throw error;
    }
  }
}

function addStockTslab(jupyter, folder) {
  const spec = join(jupyter, 'kernels', 'tslab');
  mkdirSync(spec, { recursive: true });
  const program = join(folder, 'node_modules', 'tslab', 'bin', 'tslab');
  const argv = [process.execPath, program, 'kernel', '--config-path={connection_file}'];
  writeFileSync(join(spec, 'kernel.json'), JSON.stringify({ argv, display_name: 'tslab', language: 'typescript' }));
}

function measure(args, variables) {
  const env = { ...process.env, ...variables };
  // Errors of the kernel's are in the error's message; warnings are nobody's business.
  const printed = execFileSync(inVenv('python'), [at('bench', 'kernel', 'client.py'), ...args], { env, stdio: 'pipe' });
  const { seconds, ready, cpu, answer, ...life } = JSON.parse(printed);
  return { value: seconds, answer, also: { ready, cpu }, life };
}
