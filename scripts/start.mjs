#!/usr/bin/env node
/**
 * Prepares everything and opens JupyterLab on examples/.
 *
 *     npm start                     opens a browser
 *     npm start -- --no-browser     prints the address; further options go to `jupyter lab`
 */
import { spawn } from 'node:child_process';
import process, { argv, exit } from 'node:process';
import { portAskedFor, portComplaint } from './free-port.mjs';
import { checkNode, inVenv, prepare } from './prepare.mjs';
import { at, fail } from './steps.mjs';

checkNode();
const args = argv.slice(2);
// Before anything is set up: what cannot be opened need not be prepared.
const complaint = await portComplaint(args);
if (complaint) fail(complaint);
prepare('start');

// JupyterLab would take another port than the one that was asked for.
const retries = portAskedFor(args) === undefined ? [] : ['--ServerApp.port_retries=0'];
const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : [];
const options = [`--ServerApp.root_dir=${at('examples')}`, ...asRoot, ...retries, ...args];
console.log('livesky: JupyterLab opens on examples/: begin with first-scan.ipynb');
const lab = spawn(inVenv('jupyter'), ['lab', ...options], { stdio: 'inherit' });
lab.on('error', (error) => fail(`JupyterLab could not be started: ${error.message}`));
lab.on('exit', (code) => exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => lab.kill(signal));
