#!/usr/bin/env node
/**
 * Writes the licences of what livesky is made of, from the installed packages' own files:
 *
 * - `labextension/static/third-party-licenses.json`, what is bundled into the labextension; JupyterLab
 *   shows it under Help, Licenses
 * - `THIRD-PARTY-NOTICES.txt`, that and what the package needs at run time
 *
 * A package without a licence that we know, or without its text, ends the build with the package's name.
 *
 *     node scripts/notices.mjs [project]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process, { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { fail, root } from './steps.mjs';

/** Licences that we may ship under ours with no more than a notice, by their SPDX identifiers. */
const KNOWN = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** Packages whose own licence, which has no identifier, somebody has read: `name: licence` as they write it. */
const READ_BY_HAND = {};

/** Where livesky's own source says whose methods and texts it uses. */
const WITHIN = [
  'licenses/methods.md',
  'src/fitting/least-squares/NOTICE.md',
  'src/documents/schemas/event-model/LICENSE',
];

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third-?party)/i;

/** Writes both files of a project. */
export function writeNotices(project = root) {
  const bundled = notices(project, bundledPackages(project));
  const needed = notices(project, neededPackages(project));
  writeFileSync(join(project, 'labextension', 'static', 'third-party-licenses.json'), asJupyterLabReads(bundled));
  writeFileSync(join(project, 'THIRD-PARTY-NOTICES.txt'), asText(withinSource(project), bundled, needed));
}

function bundledPackages(project) {
  return JSON.parse(readFileSync(join(project, '.build', 'bundled-packages.json'), 'utf8'));
}

function neededPackages(project) {
  const shell = process.platform === 'win32';
  // Within `npm pack --json`, npm would answer in JSON.
  const { stdout, status } = spawnSync('npm', ['ls', '--omit=dev', '--all', '--parseable', '--json=false'], {
    cwd: project,
    encoding: 'utf8',
    shell,
  });
  if (status !== 0) fail('npm ls does not agree with package.json: run npm ci.');
  const [, ...directories] = stdout.trim().split('\n');
  return directories;
}

/** The notices of packages: `{ name, version, license, text }`, once for each version. */
function notices(project, directories) {
  const all = directories.map((directory) => noticeOf(project, directory));
  const unique = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  return [...unique.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function noticeOf(project, directory) {
  const { name, version, license } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  if (!isKnown(name, license)) {
    fail(`the licence of ${name} ${version} is ${license ?? 'not named'}: read it, then see scripts/notices.mjs.`);
  }
  const text = textOf(project, directory, `${name}@${version}`);
  if (!text) fail(`${name} ${version} comes without the text of its licence: put it into licenses/, see there.`);
  return { name, version, license, text };
}

function isKnown(name, license) {
  if (typeof license !== 'string') return false;
  if (READ_BY_HAND[name] === license) return true;
  const identifiers = license.split(/[()\s]+|\b(?:AND|OR)\b/).filter(Boolean);
  return identifiers.length > 0 && identifiers.every((each) => KNOWN.has(each));
}

function textOf(project, directory, id) {
  const files = readdirSync(directory, { withFileTypes: true })
    .filter((each) => each.isFile() && LICENCE_FILE.test(each.name))
    .map((each) => join(directory, each.name));
  const ours = join(project, 'licenses', `${id}.txt`);
  const texts = (files.length > 0 ? files.sort() : [ours].filter((file) => existsSync(file))).map((file) =>
    readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim(),
  );
  return texts.join('\n\n');
}

/** As the builder writes it, so that JupyterLab's server can put the lists of all extensions together. */
function asJupyterLabReads(bundled) {
  const packages = bundled.map(({ name, version, license, text }) => ({
    name,
    versionInfo: version,
    licenseId: license,
    extractedText: text,
  }));
  return `${JSON.stringify({ packages }, undefined, 2)}\n`;
}

function withinSource(project) {
  return WITHIN.map((path) => join(project, path))
    .filter((path) => existsSync(path))
    .map((path) => `${readFileSync(path, 'utf8').trim()}\n\n`);
}

function asText(own, bundled, needed) {
  return [
    'livesky is made with the packages below. Their licences follow, as they bring them.\n',
    heading("Methods and texts of others in livesky's own source"),
    ...own,
    heading('Bundled into the JupyterLab extension'),
    ...bundled.map(asSection),
    heading('Needed at run time, installed beside livesky'),
    ...needed.map(asSection),
  ].join('\n');
}

function heading(title) {
  return `${'='.repeat(80)}\n${title}\n${'='.repeat(80)}\n`;
}

function asSection({ name, version, license, text }) {
  return `${name} ${version} (${license})\n${'-'.repeat(80)}\n${text}\n\n`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) writeNotices(argv[2]);
