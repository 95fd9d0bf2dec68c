#!/usr/bin/env node
/**
 * Measures the packed and installed package beside its peers, writes .build/bench.json, and exits with
 * 1 if a row has missed what it asks, with 2 if a peer's own figures vary too much to tell.
 *
 *     npm run bench             every group: each folder of bench/
 *     npm run bench -- engine   only some groups
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { argv, exit, versions } from 'node:process';
import { AnswerError, measure } from '../bench/harness.mjs';
import { installPacked } from '../bench/installed.mjs';
import { exitCode } from '../bench/statistics.mjs';
import { inVenv, prepare } from './prepare.mjs';
import { at, fail } from './steps.mjs';

const groups = readdirSync(at('bench')).filter((name) => existsSync(at('bench', name, 'rows.mjs')));
const wanted = argv.length > 2 ? argv.slice(2) : groups;
for (const name of wanted) {
  if (!groups.includes(name)) fail(`there is no bench group '${name}'; there are ${groups.join(', ')}.`);
}

prepare('bench');
const place = { folder: installPacked() };
const report = { versions: versionsUsed(), cores: cpus().length, load: { before: loadavg() }, groups: {} };
for (const name of wanted) {
  const { rows } = await import(`../bench/${name}/rows.mjs`);
  report.groups[name] = [];
  for (const row of await rows(place)) {
    const result = { ...(await measured(name, row)), beside: row.beside };
    report.groups[name].push(result);
    console.log(line(name, result));
  }
}
report.load.after = loadavg();
writeFileSync(at('.build', 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(JSON.stringify({ ...report, groups: undefined }));
exit(exitCode(Object.values(report.groups).flatMap((rows) => rows.map(({ verdict }) => verdict))));

async function measured(group, row) {
  try {
    return await measure(row);
  } catch (error) {
    if (error instanceof AnswerError) fail(`${group}: ${error.message}`);
    throw error;
  }
}

function line(group, { name, unit, passes, ratio, figures, also, beside, verdict }) {
  const more = (side) => Object.entries(also[side] ?? {}).map(([what, each]) => `, ${what} ${range(each)}`);
  const sides = Object.entries(figures).map(([side, each]) =>
    [`${side} ${range(each)} ${unit}`, ...more(side)].join(''),
  );
  const others = Object.entries(beside ?? {}).map(([what, value]) => `${what} ${short(value)} ${unit}`);
  const ratios = ratio ? [`ours/peer ${range(ratio)}`] : [];
  return `${group} ${name}: ${verdict} (${JSON.stringify(passes)}); ${[...sides, ...ratios, ...others].join('; ')}`;
}

function range({ median, least, most }) {
  return `${short(median)} (${short(least)} to ${short(most)})`;
}

function short(value) {
  return value.toPrecision(3).replace(/e\+(\d+)$/, (_, power) => `e${power}`);
}

function versionsUsed() {
  const python = (code) => execFileSync(inVenv('python'), ['-c', code], { encoding: 'utf8' }).trim();
  const names = ['bluesky', 'ipykernel', 'jupyter_client', 'jupyterlab'];
  const packages = python(
    `import json; from importlib.metadata import version; print(json.dumps({n: version(n) for n in ${JSON.stringify(names)}}))`,
  );
  return {
    node: versions.node,
    python: python('import platform; print(platform.python_version())'),
    ...JSON.parse(packages),
  };
}
