const BRAND: symbol = Symbol.for('livesky.msg.1');

/** Most messages have none, and many are kept until the next checkpoint: they share these. */
const NO_ARGS: readonly unknown[] = Object.freeze([]);
const NO_KWARGS: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * One instruction to the engine: what to do, with which device, with which arguments.
 *
 * A plan yields messages and gets the result of each back.
 *
 * @example
 * ```ts
 * function* nudge() {
 *   yield new Msg('set', motor, [1], { group: 'move' })
 *   yield new Msg('wait', null, [], { group: 'move' })
 * }
 * await RE(nudge())
 * ```
 */
export class Msg {
  // Declared: a field would be set twice, to undefined first, and every event is several messages.
  /** Name of the command, such as `set` or `open_run`. */
  declare readonly command: string;
  /** The device that it is about, or null. */
  declare readonly obj: unknown;
  declare readonly args: readonly unknown[];
  declare readonly kwargs: Readonly<Record<string, unknown>>;
  /** Which of several open runs it is about; null for the only one. */
  declare readonly run: unknown;

  constructor(
    command: string,
    obj: unknown = null,
    args: readonly unknown[] = NO_ARGS,
    kwargs: Readonly<Record<string, unknown>> = NO_KWARGS,
    run: unknown = null,
  ) {
    this.command = command;
    this.obj = obj;
    this.args = args;
    this.kwargs = kwargs;
    this.run = run;
  }
}

Object.defineProperty(Msg.prototype, BRAND, { value: true });

/** Whether `value` is a message, of whichever copy of livesky. */
export function isMsg(value: unknown): value is Msg {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/**
 * A plan: a generator of messages. `yield*` composes plans; `R` is what the plan returns.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each `yield` gets another type back
export type Plan<R = void> = Generator<Msg, R, any>;
