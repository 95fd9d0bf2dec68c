import { expect, it } from 'vitest';

import { macrotask } from './macrotask.js';

it('lets timers run that are due', async () => {
  let fired = false;
  setTimeout(() => (fired = true), 0);
  const until = performance.now() + 1000;
  while (!fired && performance.now() < until) await macrotask();
  expect(fired).toBe(true);
});
