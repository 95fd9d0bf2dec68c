// Browser tests: a real JupyterLab with the built labextension and kernel, in Debian's Chromium.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env, getuid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const here = dirname(fileURLToPath(import.meta.url));
const port = Number(env.LIVESKY_TEST_PORT ?? 8897);
const url = `http://127.0.0.1:${port}`;
const root = (env.LIVESKY_TEST_ROOT ??= mkdtempSync(join(tmpdir(), 'livesky-ui-')));
const jupyter = join(here, '..', '.venv', 'bin', 'jupyter');
const asRoot = getuid?.() === 0 ? ' --allow-root' : '';

export default defineConfig({
  testDir: join(here, 'tests'),
  outputDir: join(here, 'test-results'),
  timeout: 120_000,
  workers: 1,
  retries: 0,
  reporter: env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    baseURL: url,
    viewport: { width: 1200, height: 1000 },
    video: 'off',
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${jupyter}" lab --config "${join(here, 'jupyter_server_test_config.py')}" --ServerApp.port=${port}${asRoot}`,
    url: `${url}/lab`,
    env: {
      JUPYTERLAB_GALATA_ROOT_DIR: root,
      JUPYTER_CONFIG_DIR: join(root, '.config'),
      TZ: 'UTC',
      LIVESKY_STARTUP: '',
      // Where tests put kernels other than ours.
      JUPYTER_PATH: join(root, '.jupyter'),
    },
    timeout: 120_000,
    reuseExistingServer: false,
    stderr: env.LIVESKY_TEST_VERBOSE ? 'pipe' : 'ignore',
  },
});
