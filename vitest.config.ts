import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.mjs'],
    setupFiles: ['vitest.setup.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@jupyterlab/, /@jupyter-widgets/, /@lumino/, /@jupyter\//] } },
  },
});
