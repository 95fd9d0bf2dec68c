import type { Motor } from '../../devices/index.js';
import { hasMethod } from '../../devices/index.js';
import { pythonRepr } from '../../text/index.js';
import { checkList, checkMotor, checkNum, checkNumber, PlanArgumentError } from '../check-arguments.js';
import type { Cycler } from '../cycler.js';
import { cycler, productOf, sumOf } from '../cycler.js';
import type { GridArgs, SnakeAxes } from './grid-args.js';
import { chunkOuterProductArgs } from './grid-args.js';
import { linspace } from './spacing.js';

/**
 * All motors at once, each in even steps from its start to its stop.
 *
 * @param num - the number of points
 * @param args - for each motor: the motor, its first and its last position
 */
export function innerProduct(num: number, args: readonly unknown[], plan = 'innerProduct'): Cycler {
  if (args.length % 3 !== 0) {
    throw new PlanArgumentError("Wrong number of positional arguments for 'inner_product'");
  }
  const cyclers: Cycler[] = [];
  for (let at = 0; at < args.length; at += 3) {
    const motor = checkMotor(plan, args[at]);
    const start = checkNumber(plan, `the first position of ${motor.name}`, args[at + 1]);
    const stop = checkNumber(plan, `the last position of ${motor.name}`, args[at + 2]);
    cyclers.push(cycler<number>(motor, linspace(start, stop, num)));
  }
  checkSome(plan, cyclers);
  return sumOf(cyclers);
}

/**
 * All motors at once, each through its own list.
 *
 * @param args - for each motor: the motor and the list of its positions
 */
export function innerListProduct(args: readonly unknown[], plan = 'innerListProduct'): Cycler {
  if (args.length % 2 !== 0) {
    throw new PlanArgumentError("Wrong number of positional arguments for 'inner_list_product'");
  }
  const cyclers = listCyclers(plan, args);
  checkSome(plan, cyclers);
  return sumOf(cyclers);
}

/**
 * A grid: each motor goes through its even steps at every point of those before it.
 *
 * @param args - for each motor: the motor, its first and its last position, the number of points; for all but the
 *   first also whether it snakes, or for none
 */
export function outerProduct(args: GridArgs, plan = 'outerProduct'): Cycler {
  const chunks = chunkOuterProductArgs(args).map(([motor, start, stop, num, snake]) => {
    const checked = checkMotor(plan, motor);
    const first = checkNumber(plan, `the first position of ${checked.name}`, start);
    const last = checkNumber(plan, `the last position of ${checked.name}`, stop);
    return { axis: cycler<number>(checked, linspace(first, last, checkNum(plan, num))), snake };
  });
  return snakeCyclers(
    chunks.map(({ axis }) => axis),
    chunks.map(({ snake }) => snake),
  );
}

/**
 * A grid of lists: each motor goes through its list at every point of those before it.
 *
 * @param args - for each motor: the motor and the list of its positions
 * @param snakeAxes - which motors go back and forth: all but the first (true), none (false) or a list
 */
export function outerListProduct(args: readonly unknown[], snakeAxes: SnakeAxes, plan = 'outerListProduct'): Cycler {
  if (args.length % 2 !== 0) {
    throw new PlanArgumentError('The list of arguments must contain a list of points for each defined motor');
  }
  const cyclers = listCyclers(plan, args);
  checkSome(plan, cyclers);
  return snakeCyclers(cyclers, snakingOf(cyclers, snakeAxes));
}

/**
 * A grid of cyclers in which some go back and forth.
 *
 * @param cyclers - the axes, the slowest first
 * @param snaking - for each, whether it turns round rather than starts anew
 */
export function snakeCyclers(cyclers: readonly Cycler[], snaking: readonly boolean[]): Cycler {
  if (cyclers.length !== snaking.length) {
    throw new PlanArgumentError('number of cyclers does not match number of booleans');
  }
  if (!snaking.slice(1).some(Boolean)) return productOf(cyclers);
  const lengths = cyclers.map(({ length }) => length);
  const total = lengths.reduce((product, each) => product * each, 1);
  let repeats = total;
  const axes = cyclers.flatMap((axis, at) => {
    repeats /= lengths[at] as number;
    return [...axis.byKey()].map(([key, values]) =>
      cycler<number>(key, tiled(snaking[at] ? [...values, ...[...values].reverse()] : values, repeats, total)),
    );
  });
  return sumOf(axes);
}

/** Each value so many times, and all of it over and over until there are `total`. */
function tiled(values: readonly number[], repeats: number, total: number): number[] {
  return Array.from({ length: total }, (_, at) => values[Math.floor(at / repeats) % values.length] as number);
}

function listCyclers(plan: string, args: readonly unknown[]): Cycler[] {
  const cyclers: Cycler[] = [];
  for (let at = 0; at < args.length; at += 2) {
    const motor = checkMotor(plan, args[at]);
    cyclers.push(cycler<number>(motor, checkList(plan, motor, args[at + 1])));
  }
  return cyclers;
}

function checkSome(plan: string, cyclers: readonly Cycler[]): void {
  if (cyclers.length > 0) return;
  throw new PlanArgumentError(`${plan}(): give at least one motor with its positions.`);
}

function snakingOf(cyclers: readonly Cycler[], snakeAxes: SnakeAxes): boolean[] {
  const motors = cyclers.map(({ keys }) => keys[0] as Motor);
  if (typeof snakeAxes === 'boolean') return motors.map((_, at) => snakeAxes && at > 0);
  if (typeof snakeAxes !== 'object' || snakeAxes === null || !hasMethod(snakeAxes, 'includes')) {
    throw new PlanArgumentError(
      'The snake_axes arg to ``outer_list_product`` must be either "False" (do not snake any axes), "True" (snake all axes) ' +
        `or a list of axes to snake. Instead it is ${pythonRepr(snakeAxes)}.`,
    );
  }
  return motors.map((motor) => snakeAxes.includes(motor));
}
