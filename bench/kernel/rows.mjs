/** Seconds from the start of a kernel to the result of its first cell. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { installKernel } from '../installed.mjs';
import { inVenv } from '../../scripts/prepare.mjs';
import { at } from '../../scripts/steps.mjs';

const LIMIT_SECONDS = 2;

export function rows({ folder }) {
  const jupyter = installKernel(folder);
  addStockTslab(jupyter, folder);
  const cache = join(folder, 'cache');
  rmSync(cache, { recursive: true, force: true });
  const ours = (cwd) => measure(['livesky', cwd, 'typescript'], { JUPYTER_PATH: jupyter, XDG_CACHE_HOME: cache });
  const other = (...args) => measure(args, { JUPYTER_PATH: jupyter });
  // Far from the package, which is to be found from any folder.
  const empty = mkdtempSync(join(tmpdir(), 'livesky-bench-'));
  process.on('exit', () => rmSync(empty, { recursive: true, force: true }));
  // The first start on a machine finds no code of the compiler's: it is shown beside, and not counted.
  const first = ours(empty);
  return [
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
      tslab: () => other('tslab', cwd, 'tslab'),
    },
  }));
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
  const { seconds, ready, cpu, answer } = JSON.parse(printed);
  return { value: seconds, answer, also: { ready, cpu } };
}
