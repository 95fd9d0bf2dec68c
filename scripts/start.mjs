#!/usr/bin/env node
/**
 * Prepares everything and opens JupyterLab on examples/.
 *
 *     npm start                     opens a browser
 *     npm start -- --no-browser     prints the address; further options go to `jupyter lab`
 */
import { spawn } from 'node:child_process';
import process, { argv, exit } from 'node:process';
import { inVenv, prepare } from './prepare.mjs';
import { at, fail } from './steps.mjs';

prepare('start');

const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : [];
const lab = spawn(inVenv('jupyter'), ['lab', `--ServerApp.root_dir=${at('examples')}`, ...asRoot, ...argv.slice(2)], {
  stdio: 'inherit',
});
lab.on('error', (error) => fail(`JupyterLab could not be started: ${error.message}`));
lab.on('exit', (code) => exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => lab.kill(signal));
