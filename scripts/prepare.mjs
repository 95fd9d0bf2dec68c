/** Brings a fresh clone to where it runs: Node packages, a Python environment, the build, the kernel. */
import { writeFileSync } from 'node:fs';
import process, { versions } from 'node:process';
import { nodeComplaint } from '../bin/node-version.js';
import { ask, at, fail, once, run } from './steps.mjs';

const OLDEST_PYTHON = [3, 11];

/** The project's Python environment. */
export const venv = at('.venv');

/** A program of the Python environment. */
export function inVenv(program) {
  const windows = process.platform === 'win32';
  return windows ? at('.venv', 'Scripts', `${program}.exe`) : at('.venv', 'bin', program);
}

/**
 * Prepares everything; what is done already is passed over.
 *
 * @param purpose - `start` for JupyterLab alone, `test` for the Python peers too, `bench` for what is only measured
 */
export function prepare(purpose) {
  checkNode();
  nodePackages();
  pythonPackages(purpose);
  build();
  once(
    'kernel',
    [at('package.json'), at('labextension'), at('kernelspec'), at('lib', 'kernel'), at('lib', 'cli')],
    [kernelspec()],
    install,
  );
}

/** Compiles and bundles what has changed; tells whether there was anything to bundle. */
export function build() {
  run(
    process.execPath,
    [
      at('node_modules', 'typescript', 'bin', 'tsc'),
      '-b',
      'tsconfig.core.json',
      'tsconfig.node.json',
      'tsconfig.lab.json',
    ],
    {
      what: 'The TypeScript compiler',
    },
  );
  return once(
    'labextension',
    [at('lib'), at('style'), at('schema'), at('package.json'), at('package-lock.json'), at('licenses')],
    [at('labextension', 'package.json'), at('THIRD-PARTY-NOTICES.txt')],
    () => run(process.execPath, [at('scripts', 'build-labextension.mjs')], { what: 'The JupyterLab builder' }),
  );
}

function kernelspec() {
  return at('.venv', 'share', 'jupyter', 'kernels', 'livesky', 'kernel.json');
}

function install() {
  run(process.execPath, [at('bin', 'livesky.js'), 'install', '--prefix', venv], { what: 'livesky install' });
}

/** Ends the script on a Node that nothing of this runs on. */
export function checkNode() {
  const complaint = nodeComplaint(versions.node);
  if (complaint) fail(complaint);
}

function nodePackages() {
  once('node packages', [at('package.json'), at('package-lock.json')], [at('node_modules')], () =>
    run('npm', ['ci', '--no-audit', '--no-fund'], { what: 'npm ci', shell: process.platform === 'win32' }),
  );
}

function pythonPackages(purpose) {
  if (!isNewEnough(pythonVersion(inVenv('python')))) createVenv();
  const requirements = at('requirements', `${purpose}.txt`);
  const widgets = at('.venv', 'share', 'jupyter', 'labextensions', '@jupyter-widgets', 'jupyterlab-manager');
  const products = [inVenv('jupyter'), inVenv('jupyter-lab'), widgets];
  once(`python packages for ${purpose}`, [at('requirements')], products, () =>
    run(inVenv('python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], {
      what: 'pip install',
    }),
  );
}

/** Also where there is one that does not answer, as after its Python was replaced by another. */
function createVenv() {
  const python = ['python3', 'python'].find((each) => isNewEnough(pythonVersion(each)));
  if (!python) {
    const found = pythonVersion('python3') ?? pythonVersion('python');
    const state = found ? `Python ${found.join('.')} is too old` : 'Python was not found';
    fail(`${state}; install Python ${OLDEST_PYTHON.join('.')} or later, with its venv module.`);
  }
  console.log('livesky: python environment ...');
  run(python, ['-m', 'venv', '--clear', venv], {
    what: `${python} -m venv (on Debian the package python3-venv brings it)`,
  });
  // JupyterLab brings CommonJS scripts, which Node would take for modules inside this package.
  writeFileSync(at('.venv', 'package.json'), '{ "type": "commonjs" }\n');
}

function pythonVersion(python) {
  return ask(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])?.split('.').map(Number);
}

function isNewEnough(version) {
  if (!version) return false;
  return version[0] > OLDEST_PYTHON[0] || (version[0] === OLDEST_PYTHON[0] && version[1] >= OLDEST_PYTHON[1]);
}
