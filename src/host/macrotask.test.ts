import { expect, it } from 'vitest';

import { macrotask } from './macrotask.js';

it('lets timers run that are due', async () => {
  let fired = false;
  setTimeout(() => (fired = true), 0);
  for (let i = 0; i < 100 && !fired; i++) await macrotask();
  expect(fired).toBe(true);
});
