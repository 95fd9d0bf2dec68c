import type { Motor } from '../devices/index.js';
import { checkList, checkMotor, PlanArgumentError } from './check-arguments.js';

/** Motors and the lists of their positions in turn, each checked and gone through once when it is asked for. */
export function* motorLists(plan: string, args: readonly unknown[]): Generator<[motor: Motor, positions: number[]]> {
  if (args.length % 2 !== 0) throw listMissing();
  for (let at = 0; at < args.length; at += 2) {
    const motor = checkMotor(plan, args[at]);
    yield [motor, checkList(plan, motor, args[at + 1])];
  }
}

/** A motor has no list, or there is no motor at all. */
export function listMissing(): PlanArgumentError {
  return new PlanArgumentError('The list of arguments must contain a list of points for each defined motor');
}
