/** A stock JupyterLab with the installed package, Jupyter's default limits, and Chromium that looks at it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { chromium as chromiumPath } from '../../scripts/chromium.mjs';
import { inVenv } from '../../scripts/prepare.mjs';
import { installKernel } from '../installed.mjs';
import { freePort, untilItAnswers } from '../server.mjs';
import { recordInPage } from './recorder.mjs';

const PATIENCE_MS = 120_000;

/** Nothing that asks the world outside, or covers the page. */
const QUIET = ['--LabApp.news_url=None', '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate'];

const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

const KERNELS = {
  livesky: { display_name: 'livesky (TypeScript)', language: 'typescript', name: 'livesky' },
  python: { display_name: 'Python 3 (ipykernel)', language: 'python', name: 'python3' },
};

/**
 * Opens a notebook of a kernel, `livesky` or `python`, with these cells, gives it to `use`, and ends everything.
 *
 * @returns what `use` returns
 */
export async function withNotebook(folder, kernel, cells, use) {
  const root = mkdtempSync(join(tmpdir(), 'livesky-bench-pipe-'));
  writeFileSync(join(root, 'bench.ipynb'), notebookOf(KERNELS[kernel], cells));
  const server = await startServer(folder, root);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: SWITCHES });
  try {
    return await use(await openNotebook(browser, server, root));
  } finally {
    await browser.close();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }
}

async function startServer(folder, root) {
  const config = join(root, '.config');
  mkdirSync(config);
  const port = await freePort();
  const token = randomBytes(16).toString('hex');
  const asRoot = process.getuid?.() === 0 ? ['--allow-root'] : [];
  const options = ['--no-browser', '--ip=127.0.0.1', `--port=${port}`, `--IdentityProvider.token=${token}`];
  const env = { ...process.env, JUPYTER_PATH: installKernel(folder), JUPYTER_CONFIG_DIR: config, LIVESKY_STARTUP: '' };
  const args = ['lab', ...options, ...asRoot, ...QUIET, `--ServerApp.root_dir=${root}`];
  const lab = spawn(inVenv('jupyter'), args, { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const request = (path, method = 'GET') =>
    fetch(`${url}${path}`, { method, headers: { Authorization: `token ${token}` } });
  await untilItAnswers(() => request('/api/status'), lab);
  return {
    /** Where a notebook is opened. */
    address: (notebook) => `${url}/lab/tree/${notebook}?reset&token=${token}`,
    async close() {
      const ended = once(lab, 'exit');
      await request('/api/shutdown', 'POST').catch(() => undefined);
      // A server whose threads do not end hears no other signal.
      const late = setTimeout(() => lab.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(late);
    },
  };
}

async function openNotebook(browser, server, root) {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1400 } });
  await page.addInitScript(recordInPage);
  const received = recordWire(page);
  await page.goto(server.address('bench.ipynb'));
  await page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').waitFor({ timeout: PATIENCE_MS });
  const cell = (at) => page.locator('.jp-Notebook .jp-CodeCell').nth(at);
  const ended = async (at) => {
    const prompt = cell(at).locator('.jp-InputPrompt').first();
    await prompt.getByText(/^\[\d+\]:$/).waitFor({ timeout: PATIENCE_MS });
  };
  /** A page that has just been opened may not listen to its keys yet. */
  const start = async (at) => {
    const prompt = cell(at).locator('.jp-InputPrompt').first();
    do {
      await cell(at)
        .locator('.cm-content')
        .click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('Control+Enter');
      await page.waitForTimeout(200);
    } while ((await prompt.innerText()).trim() === '[ ]:');
  };
  return {
    page,
    /** Where the notebook is; others may be put beside it. */
    folder: root,
    address: server.address,
    cell,
    received,
    start,
    ended,
    async run(at) {
      await start(at);
      await ended(at);
    },
    /** What the kernel has left in the file `result.json`. */
    result: () => JSON.parse(readFileSync(join(root, 'result.json'), 'utf8')),
  };
}

/** Of every message to the page: when it came, in milliseconds, its size, and whether a picture is in it. */
function recordWire(page) {
  const received = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const bytes = Buffer.from(payload);
      received.push({ at: Date.now(), bytes: bytes.length, picture: bytes.includes('\x89PNG', 0, 'latin1') });
    }),
  );
  return received;
}

function notebookOf(kernelspec, cells) {
  const code = cells.map((source, at) => ({
    cell_type: 'code',
    id: `c${at}`,
    metadata: {},
    source,
    execution_count: null,
    outputs: [],
  }));
  return JSON.stringify({ cells: code, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 });
}
