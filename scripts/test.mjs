#!/usr/bin/env node
/**
 * Prepares everything and runs every test: types, lint, unit and protocol tests, Python's conformance
 * tests of the kernel, and the browser. The last line counts all of them.
 *
 *     npm test                  everything
 *     npm test -- unit          only some runners: types, lint, unit, kernel, browser
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { argv, env, exit } from 'node:process';
import { chromium } from './chromium.mjs';
import { inVenv, prepare } from './prepare.mjs';
import { at } from './steps.mjs';

const RUNNERS = { types, lint, unit, kernel, browser };

prepare('test');
mkdirSync(at('.build'), { recursive: true });
takeOwnTemporaryFolder();

const names = argv.length > 2 ? argv.slice(2) : Object.keys(RUNNERS);
let passed = 0;
let failed = 0;
for (const name of names) {
  const runner = RUNNERS[name];
  if (!runner) {
    console.error(`livesky: there is no runner '${name}'; there are ${Object.keys(RUNNERS).join(', ')}.`);
    exit(1);
  }
  console.log(`\n=== ${name} ===`);
  const counts = runner();
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
exit(failed > 0 || passed === 0 ? 1 : 0);

/** Hundreds of kernels, notebooks and packages are put into temporary folders; all of them go with one. */
function takeOwnTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'livesky-test-'));
  // What it is called on Unix, and on Windows.
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) env[name] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}

/** Runs a program; a runner that ends badly without naming a test counts as one failure. */
function call(program, args, extra = {}) {
  const { status } = spawnSync(program, args, { cwd: at(), stdio: 'inherit', env: { ...env, ...extra } });
  return status === 0;
}

function node(args, extra) {
  return call(process.execPath, args, extra);
}

function one(good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function types() {
  return one(node([at('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.test.json', '--noEmit']));
}

function lint() {
  return one(
    node([at('node_modules', 'eslint', 'bin', 'eslint.js'), '.']) &&
      node([at('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']),
  );
}

function unit() {
  const report = freshReport('vitest.json');
  const good = node([
    at('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return counted(report, good, ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }));
}

function kernel() {
  const report = freshReport('kernel.json');
  const good = call(inVenv('python'), [at('tests', 'python', 'run_conformance.py'), report]);
  return counted(report, good, (counts) => counts);
}

function browser() {
  const report = freshReport('playwright.json');
  const good = node(
    [at('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--config', at('ui-tests', 'playwright.config.mjs')],
    {
      CHROMIUM: chromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  return counted(report, good, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped,
  }));
}

function freshReport(name) {
  const path = at('.build', name);
  rmSync(path, { force: true });
  return path;
}

function counted(report, good, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
  return { passed, failed: failed === 0 && !good ? 1 : failed };
}
