import type { Motor } from '../../devices/index.js';
import { hasMethod } from '../../devices/index.js';
import { PlanArgumentError } from '../check-arguments.js';
import { reprOf, tupleRepr } from '../device-repr.js';

/** Which motors of a grid go back and forth: all but the slowest, none, or those of a list. */
export type SnakeAxes = boolean | readonly Motor[];

/** For each motor: the motor, start, stop, number of points; in the old style, for all but the first, whether it snakes. */
export type GridArgs = readonly unknown[];

/** One motor's part of a grid. */
export type GridChunk = [motor: Motor, start: number, stop: number, num: number, snake: boolean];

/** How the arguments of a grid are written: without (1) or with (2) the old style's booleans. */
export type OuterProductArgsPattern = 1 | 2;

/**
 * Finds out how the arguments of a grid are written.
 *
 * @throws `PlanArgumentError` if their number or order makes no sense
 */
export function classifyOuterProductArgsPattern(args: GridArgs): OuterProductArgsPattern {
  const by4 = args.length % 4 === 0;
  const by5 = args.length > 4 && (args.length - 4) % 5 === 0;
  if (!by4 && !by5) throw new PlanArgumentError(`Wrong number of elements in 'args': len(args) = ${args.length}`);
  const candidates: OuterProductArgsPattern[] = [...(by4 ? ([1] as const) : []), ...(by5 ? ([2] as const) : [])];
  const pattern = candidates.find((each) => motorsInPlace(args, each));
  if (pattern !== undefined) return pattern;
  throw new PlanArgumentError(
    "Incorrect order of elements in the argument list 'args': some of the movable objects (motors) are out of place " +
      `(args = ${reprOf([...args])})`,
  );
}

/** Cuts the arguments of a grid into one part for each motor; without booleans none snakes. */
export function chunkOuterProductArgs(
  args: GridArgs,
  pattern: OuterProductArgsPattern = classifyOuterProductArgsPattern(args),
): GridChunk[] {
  const chunks: GridChunk[] = [];
  const rest = [...args];
  while (rest.length > 0) {
    const withFlag = pattern === 2 && chunks.length > 0;
    const chunk = rest.splice(0, withFlag ? 5 : 4);
    chunks.push([...chunk, ...(withFlag ? [] : [false])] as GridChunk);
  }
  return chunks;
}

/** The arguments of a grid as parts in which `snakeAxes`, or the old style's booleans, are settled. */
export function gridChunks(args: GridArgs, snakeAxes: SnakeAxes | null | undefined): GridChunk[] {
  const pattern = classifyOuterProductArgsPattern(args);
  const given = snakeAxes ?? undefined;
  if (given !== undefined && pattern === 2) {
    throw new PlanArgumentError(
      "Mixing of deprecated and new API interface is not allowed: the parameter 'snake_axes' can not be used if snaking " +
        "is set as part of 'args'",
    );
  }
  const chunks = chunkOuterProductArgs(args, pattern);
  const motors = chunks.map(([motor]) => motor);
  if (new Set(motors).size !== motors.length) {
    throw new PlanArgumentError(
      `Some motors are listed multiple times in the argument list 'args': '${reprOf(motors)}'`,
    );
  }
  if (pattern === 2) return chunks.map(withCheckedFlag);
  const snaking = snakingOf(motors, given ?? false);
  return chunks.map(([motor, start, stop, num], at) => [motor, start, stop, num, snaking[at] as boolean]);
}

/** For each motor, whether it snakes. */
function snakingOf(motors: readonly Motor[], snakeAxes: unknown): boolean[] {
  if (typeof snakeAxes === 'boolean') return motors.map((_, at) => snakeAxes && at > 0);
  if (!isIterable(snakeAxes)) {
    throw new PlanArgumentError(
      `Parameter 'snake_axes' is not iterable, boolean or None: '${String(snakeAxes)}', type: ${pythonType(snakeAxes)}`,
    );
  }
  const axes = [...snakeAxes];
  checkSnakeAxes(motors, axes);
  return motors.map((motor) => axes.includes(motor));
}

function checkSnakeAxes(motors: readonly unknown[], axes: readonly unknown[]): void {
  const refuse = (what: string): never => {
    throw new PlanArgumentError(`The list of axes 'snake_axes' contains ${what}: '${tupleRepr(axes)}'`);
  };
  if (new Set(axes).size !== axes.length) refuse('repeated elements');
  if (motors.length > 0 && axes.includes(motors[0])) refuse('the slowest motor');
  checkKnownAxes(motors, axes);
}

/** Checks that only motors that are scanned are said to snake. */
export function checkKnownAxes(motors: readonly unknown[], axes: readonly unknown[]): void {
  if (axes.every((axis) => motors.includes(axis))) return;
  throw new PlanArgumentError(
    `The list of axes 'snake_axes' contains motors that are not controlled during the scan: '${tupleRepr(axes)}'`,
  );
}

function withCheckedFlag(chunk: GridChunk): GridChunk {
  if (typeof chunk[4] === 'boolean') return chunk;
  throw new PlanArgumentError(
    `Whether ${chunk[0].name} snakes must be true or false, not ${reprOf(chunk[4])}; the option snakeAxes says it for all motors.`,
  );
}

function motorsInPlace(args: GridArgs, pattern: OuterProductArgsPattern): boolean {
  return args.every((each, at) => {
    const belongs = pattern === 1 ? at % 4 === 0 : at === 0 || (at >= 4 && (at - 4) % 5 === 0);
    return belongs === (hasMethod(each, 'set') && hasMethod(each, 'read'));
  });
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function pythonType(value: unknown): string {
  if (typeof value === 'number') return `<class '${Number.isInteger(value) ? 'int' : 'float'}'>`;
  return `<class '${typeof value === 'string' ? 'str' : typeof value}'>`;
}
