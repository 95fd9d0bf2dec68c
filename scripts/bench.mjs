#!/usr/bin/env node
/**
 * Measures the packed package beside Python's bluesky: interleaved rounds, medians of ratios, answers
 * compared. Exits with 1 on a miss, with 2 when the peer's own figures vary too much to tell.
 *
 *     npm run bench             all rows
 *     npm run bench -- engine   one row
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import process, { argv, exit, versions } from 'node:process';
import { inVenv, prepare } from './prepare.mjs';
import { at, fail } from './steps.mjs';

const ROUNDS = 5;
const LARGEST_SPREAD = 2;

/** The least ratio, ours to the peer's, that passes. */
const ROWS = {
  engine: [
    { plan: 'count', events: 2000, floor: 30 },
    { plan: 'scan', events: 2000, floor: 30 },
  ],
};

prepare('test');
const folder = installPacked();
const names = argv.length > 2 ? argv.slice(2) : Object.keys(ROWS);
const results = [];
for (const name of names) {
  if (!ROWS[name]) fail(`there is no bench row '${name}'; there are ${Object.keys(ROWS).join(', ')}.`);
  for (const row of ROWS[name]) results.push({ name, ...measure(row) });
}
const report = { node: versions.node, python: ask('--version'), load: loadavg(), results };
writeFileSync(at('.build', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify(report, null, 2));
if (results.some(({ verdict }) => verdict === 'missed')) exit(1);
if (results.some(({ verdict }) => verdict === 'inconclusive')) exit(2);

/** What a user would install, unpacked where the benchmarks find it. */
function installPacked() {
  const target = at('.build', 'bench');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(`${target}/node_modules/livesky`, { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', target], {
    cwd: at(),
    encoding: 'utf8',
  });
  execFileSync('tar', [
    '-xzf',
    `${target}/${packed.trim()}`,
    '-C',
    `${target}/node_modules/livesky`,
    '--strip-components=1',
  ]);
  copyFileSync(at('bench', 'engine.mjs'), `${target}/engine.mjs`);
  return target;
}

function measure({ plan, events, floor }) {
  const rounds = Array.from({ length: ROUNDS }, () => ({
    peer: once(inVenv('python'), at('bench', 'engine.py'), plan, events),
    ours: once(process.execPath, `${folder}/engine.mjs`, plan, events),
  }));
  for (const { peer, ours } of rounds) {
    if (peer.events !== ours.events || peer.last !== ours.last)
      fail(`the answers of ${plan} differ: ${JSON.stringify({ peer, ours })}`);
  }
  const peers = rounds.map(({ peer }) => peer.perSecond);
  const ratio = median(rounds.map(({ peer, ours }) => ours.perSecond / peer.perSecond));
  const steady = Math.max(...peers) / Math.min(...peers) <= LARGEST_SPREAD;
  const verdict = ratio >= floor ? 'passed' : 'missed';
  return {
    plan,
    events,
    floor,
    ratio,
    peerPerSecond: median(peers),
    oursPerSecond: median(rounds.map(({ ours }) => ours.perSecond)),
    verdict: steady ? verdict : 'inconclusive',
  };
}

function once(program, script, plan, events) {
  return JSON.parse(execFileSync(program, [script, plan, String(events)], { encoding: 'utf8' }));
}

function ask(flag) {
  return execFileSync(inVenv('python'), [flag], { encoding: 'utf8' }).trim();
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
