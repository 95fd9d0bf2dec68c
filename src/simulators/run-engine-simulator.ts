import type { HasName, Reading, Readings } from '../devices/index.js';
import type { DocumentName } from '../documents/index.js';
import type { Msg, Plan } from '../engine/index.js';
import { isPlainObject, now } from '../host/index.js';

/** A message as plans make it: about a device, which has a name, or about none. */
export interface PlannedMsg extends Msg {
  readonly obj: HasName | null;
}

/** Tells which messages are meant. */
export type MessagePredicate = (msg: PlannedMsg) => boolean;

/** A document's name and the document, whole or as much of it as a test needs. */
export type SimulatedDocument = readonly [name: DocumentName, doc: object];

interface MessageHandler {
  matches: MessagePredicate;
  answer: (msg: PlannedMsg) => unknown;
}

type Receiver = ((name: string, doc: object) => unknown) | { receive(name: string, doc: object): unknown };

/** No message was found where one had to be. */
export class UnmatchedMessageError extends Error {
  override readonly name = 'UnmatchedMessageError';
}

/**
 * Goes through a plan without an engine or devices: records its messages, and answers them as it was told to.
 *
 * For tests of plans: say by handlers what devices answer, call {@link RunEngineSimulator.simulatePlan}, and look
 * at the messages with {@link assertMessageAndReturnRemaining}. Messages that no handler is for are answered
 * with undefined.
 *
 * @example
 * ```ts
 * const sim = new RunEngineSimulator()
 * sim.addReadHandlerFor(det, 5)
 * let messages = sim.simulatePlan(count([det], 3))
 * messages = assertMessageAndReturnRemaining(messages, (msg) => msg.command === 'trigger' && msg.obj?.name === 'det')
 * ```
 */
export class RunEngineSimulator {
  /** The group of {@link RunEngineSimulator.addWaitHandler} that stands for all. */
  static readonly GROUP_ANY: string = 'any';
  /** What the plan that was simulated last has returned; undefined before. */
  returnValue: unknown;
  readonly #handlers: MessageHandler[] = [];
  readonly #callbacks = new Map<number, { callback: Receiver; name: unknown }>();
  #nextToken = 0;

  /** Lets the plan's own subscriptions receive what {@link RunEngineSimulator.fireCallback} hands out. */
  addHandlerForCallbackSubscribes(): void {
    this.#handlers.push({
      matches: ({ command }) => command === 'subscribe',
      answer: ({ args: [callback, name], kwargs }) => {
        const token = this.#nextToken++;
        this.#callbacks.set(token, { callback: callback as Receiver, name: name ?? kwargs.name ?? 'all' });
        return token;
      },
    });
  }

  /**
   * Answers messages.
   *
   * @param commands - the command, or a list of them
   * @param handler - gets the message; what it returns is the plan's answer
   * @param filter - the name of the device, or a predicate; default: every message with that command
   * @param index - its place among the handlers, of which the first that matches is asked; default 0, so that the
   *   newest comes first; `'end'` puts it last
   */
  addHandler(
    commands: string | readonly string[],
    handler: (msg: PlannedMsg) => unknown,
    filter?: string | MessagePredicate,
    index: number | 'end' = 0,
  ): void {
    const wanted = typeof commands === 'string' ? [commands] : commands;
    const matches = (msg: PlannedMsg): boolean => wanted.includes(msg.command) && passes(filter, msg);
    this.#handlers.splice(index === 'end' ? this.#handlers.length : index, 0, { matches, answer: handler });
  }

  /** Answers `read` of a device with one value, in the field that has the device's name. */
  addReadHandlerFor(device: HasName, value: unknown): void {
    this.addReadHandlerForMultiple(device, { [device.name]: value });
  }

  /**
   * Answers `read` of a device.
   *
   * @param values - by field: a value, or a whole reading such as `{ value: 3, timestamp: 1700000000 }`
   */
  addReadHandlerForMultiple(device: HasName, values: Readonly<Record<string, unknown>>): void {
    this.addHandler('read', () => readingsOf(values), device.name);
  }

  /** Does something, such as adding a handler, when a plan waits for a group; by default for any. */
  addWaitHandler(handler: (msg: PlannedMsg) => unknown, group: unknown = RunEngineSimulator.GROUP_ANY): void {
    const isAny = group === RunEngineSimulator.GROUP_ANY;
    this.addHandler('wait', handler, (msg) => isAny || groupOf(msg) === group);
  }

  /** Hands a document to the plan's subscriptions at every message with this command. */
  addCallbackHandlerFor(command: string, name: DocumentName, doc: object, filter?: MessagePredicate): void {
    this.addCallbackHandlerForMultiple(command, [[[name, doc]]], filter);
  }

  /**
   * Hands documents to the plan's subscriptions: the first list at the first message with this command, the second
   * at the second, and so on.
   *
   * @throws `RangeError`, into the plan's simulation, when there are more such messages than lists
   */
  addCallbackHandlerForMultiple(
    command: string,
    docs: Iterable<Iterable<SimulatedDocument>>,
    filter?: MessagePredicate,
  ): void {
    const lists = docs[Symbol.iterator]();
    const answer = (): void => {
      const next = lists.next();
      if (next.done) throw new RangeError(`There are more '${command}' messages than lists of documents for them.`);
      for (const [name, doc] of next.value) this.fireCallback(name, doc);
    };
    this.addHandler(command, answer, filter);
  }

  /** Hands a document to the plan's subscriptions, as if something had happened. */
  fireCallback(name: DocumentName, doc: object): void {
    for (const { callback, name: wanted } of this.#callbacks.values()) {
      if (wanted !== 'all' && wanted !== name) continue;
      if (typeof callback === 'function') callback(name, doc);
      else callback.receive(name, doc);
    }
  }

  /**
   * Goes through a plan to its end.
   *
   * @returns its messages; what the plan returned is in {@link RunEngineSimulator.returnValue}
   */
  simulatePlan(plan: Plan<unknown>): PlannedMsg[] {
    const messages: PlannedMsg[] = [];
    let answer: unknown;
    for (;;) {
      const step = plan.next(answer);
      if (step.done) {
        this.returnValue = step.value;
        return messages;
      }
      const msg = step.value as PlannedMsg;
      messages.push(msg);
      answer = this.#handlers.find(({ matches }) => matches(msg))?.answer(msg);
    }
  }
}

/**
 * Finds the next message that is meant, and gives it with all behind it.
 *
 * @param messages - what a {@link RunEngineSimulator} recorded, or the rest of it
 * @param predicate - tells which message is meant
 * @param group - of messages that belong to a group, only those of this one are meant
 * @throws {@link UnmatchedMessageError} if there is none
 * @example
 * ```ts
 * const messages = new RunEngineSimulator().simulatePlan(count([det]))
 * const [trigger] = assertMessageAndReturnRemaining(messages, (msg) => msg.command === 'trigger')
 * assertMessageAndReturnRemaining(messages, (msg) => msg.command === 'wait', trigger?.kwargs.group)
 * ```
 */
export function assertMessageAndReturnRemaining(
  messages: readonly PlannedMsg[],
  predicate: MessagePredicate,
  group?: unknown,
): PlannedMsg[] {
  const isOfGroup = (msg: PlannedMsg): boolean =>
    group === undefined || Object.keys(msg.kwargs).length === 0 || groupOf(msg) === group;
  const at = messages.findIndex((msg) => isOfGroup(msg) && predicate(msg));
  if (at < 0) throw new UnmatchedMessageError(`Nothing matched predicate ${String(predicate)}`);
  return messages.slice(at);
}

function passes(filter: string | MessagePredicate | undefined, msg: PlannedMsg): boolean {
  if (filter === undefined) return true;
  return typeof filter === 'function' ? filter(msg) : msg.obj?.name === filter;
}

function groupOf({ args, kwargs }: PlannedMsg): unknown {
  return kwargs.group ?? args[0];
}

function readingsOf(values: Readonly<Record<string, unknown>>): Readings {
  const timestamp = now();
  const whole = (value: unknown): Reading =>
    isPlainObject(value) ? (value as unknown as Reading) : { value, timestamp };
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, whole(value)]));
}
