import type { HasName } from '../devices/index.js';
import { hasMethod } from '../devices/index.js';
import { isThenable } from '../host/index.js';
import { ownPosition } from './located.js';

/**
 * Whether positions are absolute, or counted from where the motors are.
 *
 * A plan that counts from there is wrapped, so it does not know the places itself.
 */
export type Frame = 'absolute' | 'relative';

/**
 * Lets a motor refuse positions out of its reach, before anything moves. It throws the motor's own error.
 *
 * A motor that answers later is not waited for: it will refuse the move itself.
 */
export function checkReach(motor: HasName, positions: Iterable<unknown>, frame: Frame = 'absolute'): void {
  if (!hasMethod(motor, 'checkValue')) return;
  const from = ownPosition(motor);
  if (frame === 'relative' && typeof from !== 'number') return;
  for (const position of positions) {
    const answer = motor.checkValue(frame === 'relative' ? Number(from) + Number(position) : position);
    if (isThenable(answer)) answer.then(undefined, () => undefined);
  }
}
