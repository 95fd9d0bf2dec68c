import { expect, it } from 'vitest';

import { SignalRO } from './signal-ro.js';
import { StatusTimeoutError } from './status.js';
import { SubscriptionStatus } from './subscription-status.js';

const warm = ({ value }: { value: number }): boolean => value > 80;

it('ends when the condition is met, and follows no longer', async () => {
  const thermo = new SignalRO({ name: 'thermo', value: 20 });
  let asked = 0;
  const status = new SubscriptionStatus(thermo, (change) => {
    asked += 1;
    return warm(change);
  });
  thermo.receive(50);
  expect(status.done).toBe(false);
  thermo.receive(81);
  await status.wait();
  thermo.receive(20);
  expect([status.success, asked]).toEqual([true, 2]);
});

it('counts the last change, unless it is not to', () => {
  const thermo = new SignalRO({ name: 'thermo', value: 20 });
  thermo.receive(85);
  expect(new SubscriptionStatus(thermo, warm).success).toBe(true);
  expect(new SubscriptionStatus(thermo, warm, { run: false }).done).toBe(false);
});

it('waits until the condition holds for a while', async () => {
  const thermo = new SignalRO({ name: 'thermo', value: 20 });
  const status = new SubscriptionStatus(thermo, warm, { stableFor: 0.03 });
  thermo.receive(81);
  thermo.receive(70);
  await new Promise((resolve) => setTimeout(resolve, 45));
  expect(status.done).toBe(false);
  thermo.receive(81);
  thermo.receive(82);
  await status.wait();
});

it('fails with the error of its condition, and after its timeout', async () => {
  const thermo = new SignalRO({ name: 'thermo', value: 20 });
  const broken = new SubscriptionStatus(thermo, () => {
    throw new RangeError('no such sensor');
  });
  thermo.receive(1);
  await expect(broken.wait()).rejects.toThrow('no such sensor');
  const late = new SubscriptionStatus(thermo, warm, { timeout: 0.01 });
  await expect(late.wait()).rejects.toThrow(StatusTimeoutError);
  await expect(late.wait()).rejects.toThrow('wait for thermo did not end within 0.01 s.');
});
