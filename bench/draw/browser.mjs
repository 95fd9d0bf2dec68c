/** Chromium with a page that can draw with ours and with uPlot. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { chromium as chromiumPath } from '../../scripts/chromium.mjs';
import { at } from '../../scripts/steps.mjs';

/** Installed for the bench alone; the package depends on neither. */
const PEERS = { uplot: '1.6.32', esbuild: '0.28.2' };

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];

/** The colours of JupyterLab's light theme that a plot needs. */
const THEME = ':root { --jp-ui-font-color1: #222; --jp-ui-font-color2: #555; --jp-border-color2: #ddd; }';

/** Puts the page's script together beside the installed package; returns the folder that holds it. */
export async function buildPage(folder) {
  const place = join(folder, 'draw');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: PEERS }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], {
    cwd: place,
    shell: process.platform === 'win32',
  });
  copyFileSync(at('bench', 'draw', 'page.mjs'), join(place, 'page.mjs'));
  const { build } = createRequire(join(place, 'page.mjs'))('esbuild');
  await build({
    entryPoints: [join(place, 'page.mjs')],
    outdir: join(place, 'out'),
    bundle: true,
    format: 'iife',
    logLevel: 'error',
    plugins: [installedPackage(join(folder, 'node_modules', 'livesky'))],
  });
  return join(place, 'out');
}

/** The page is made of files of the package that others cannot import. */
function installedPackage(root) {
  return {
    name: 'installed-package',
    setup: ({ onResolve }) => onResolve({ filter: /^livesky\// }, ({ path }) => ({ path: join(root, path.slice(8)) })),
  };
}

/** Opens the page, gives it to `use`, and closes it; returns what `use` returns. */
export async function withPage(out, use) {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: SWITCHES });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    await page.setContent('<!doctype html><body></body>');
    await page.addStyleTag({ content: THEME });
    await page.addStyleTag({ path: join(out, 'page.css') });
    await page.addScriptTag({ path: join(out, 'page.js') });
    return await use(page);
  } finally {
    await browser.close();
  }
}
