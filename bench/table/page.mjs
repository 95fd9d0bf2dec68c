/** A page with the tables that are measured, in Chromium. */
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';
import { chromium as chromiumPath } from '../../scripts/chromium.mjs';
import { at } from '../../scripts/steps.mjs';
import { installPeers } from './peers.mjs';

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

const TYPES = { '.html': 'text/html', '.css': 'text/css' };

/** What the packages of the page are called in their own code, and where they lie. */
function importMap() {
  const ofD3 = readdirSync(at('node_modules')).filter((name) => /^(d3(-.+)?|internmap|delaunator)$/.test(name));
  const imports = {
    'robust-predicates': '/modules/robust-predicates/index.js',
    delaunator: '/modules/delaunator/index.js',
  };
  for (const name of ofD3) imports[name] ??= `/modules/${name}/src/index.js`;
  imports['@tanstack/virtual-core'] = '/peers/@tanstack/virtual-core/dist/esm/index.js';
  for (const name of ['ag-grid-community', 'ag-stack']) imports[name] = `/peers/${name}/dist/package/main.esm.mjs`;
  return JSON.stringify({ imports });
}

/** The page: 800 by 400 pixels for a table, in the colours of JupyterLab's light theme where that matters for layout. */
function html() {
  return `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/livesky/style/base.css">
<link rel="stylesheet" href="/livesky/style/table.css">
<script>window.process = { env: { NODE_ENV: 'production' } };</script>
<script type="importmap">${importMap()}</script>
<style>
  body { margin: 0; --jp-code-font-family: monospace; --jp-code-font-size: 13px; --jp-ui-font-size1: 13px; }
  #place { width: 800px; height: 400px; }
</style><div id="place"></div><script type="module" src="/bench/tables.mjs"></script>`;
}

/** Opens the page, gives it to `use`, and ends everything; returns what `use` returns. */
export async function withTables(folder, use) {
  const roots = {
    '/livesky/': join(folder, 'node_modules', 'livesky'),
    '/modules/': at('node_modules'),
    '/peers/': join(installPeers(folder), 'node_modules'),
    '/bench/': at('bench', 'table'),
  };
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname)).replaceAll('\\', '/');
    const root = Object.keys(roots).find((each) => path.startsWith(each));
    try {
      const body = path === '/' ? html() : readFileSync(join(roots[root], path.slice(root.length)));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(path)] ?? (path === '/' ? 'text/html' : 'text/javascript'),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: SWITCHES });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page
      .waitForFunction(() => window.tables !== undefined)
      .catch(() => {
        throw new Error(`The page of the bench does not start: ${wrong.join('; ')}`);
      });
    return await use(page);
  } finally {
    await browser.close();
    server.close();
  }
}
