/** The tables that ours is measured beside; installed below the bench's folder and nowhere else. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const VERSIONS = { '@tanstack/virtual-core': '3.19.11', 'ag-grid-community': '36.2.0' };

/** Installs the peers, unless they are there; returns their folder. */
export function installPeers(folder) {
  const place = join(folder, 'table-peers');
  if (hasAll(place)) return place;
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), '{ "private": true, "type": "module" }\n');
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`);
  const options = ['--no-audit', '--no-fund', '--no-package-lock', '--silent', '--save-exact'];
  execFileSync('npm', ['install', ...options, ...packages], { cwd: place, shell: process.platform === 'win32' });
  return place;
}

function hasAll(place) {
  return Object.entries(VERSIONS).every(([name, version]) => {
    const file = join(place, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}
