import { inspect } from 'node:util';
import { shortenedByCount } from '../text/index.js';
import { cleanStack, placeOfError } from './stack.js';
import { UserSources } from './user-sources.js';

/** An error as Jupyter's `error` message carries it. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What a notice may say of itself: `quiet` is printed, and no error is shown. */
type NoticeKind = true | 'quiet';

/** Marks an error that is meant for the user as it stands: one line, no stack. */
export const NOTICE: unique symbol = Symbol.for('livesky.notice') as never;

/** Ends a cell that the user interrupted. */
export class KeyboardInterrupt extends Error {
  override readonly name = 'KeyboardInterrupt';

  constructor() {
    super('Interrupted.');
    Object.defineProperty(this, NOTICE, { value: true });
  }
}

/** Whether an error is a notice. */
export function isNotice(error: unknown): boolean {
  return noticeKind(error) !== undefined;
}

/** Whether an error is a notice that is to be printed like any other text. */
export function isQuiet(error: unknown): boolean {
  return noticeKind(error) === 'quiet';
}

function noticeKind(error: unknown): NoticeKind | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  try {
    const kind = (error as { [NOTICE]?: unknown })[NOTICE];
    return kind === true || kind === 'quiet' ? kind : undefined;
  } catch {
    // A proxy that refuses to be looked at is none.
    return undefined;
  }
}

const NO_SOURCES = new UserSources();

/** Describes whatever a cell has thrown, and never throws itself; `sources` knows the lines of the user's code. */
export function failureOf(thrown: unknown, sources: UserSources = NO_SOURCES): Failure {
  try {
    return describeThrown(thrown, sources);
  } catch (error) {
    // Getters and proxies of the user's may throw when they are only looked at.
    const evalue = `Something was thrown that cannot be described: ${isError(error) ? error.message : typeof error}`;
    return { ename: 'Thrown', evalue, traceback: [`Thrown: ${evalue}`] };
  }
}

function describeThrown(thrown: unknown, sources: UserSources): Failure {
  if (!isError(thrown)) {
    const evalue = bounded(typeof thrown === 'string' ? thrown : inspect(thrown));
    return { ename: 'Thrown', evalue, traceback: [`Thrown: ${evalue}`] };
  }
  if (wasInterrupted(thrown)) return failureOf(new KeyboardInterrupt());
  const evalue = bounded(thrown.message);
  const ename = thrown.name || 'Error';
  if (isNotice(thrown)) return { ename, evalue, traceback: [evalue] };
  return { ename, evalue, traceback: describe(thrown, sources, []) };
}

/** Where in the user's code an error was thrown, such as `cell 3, line 2`. */
export function placeOf(thrown: unknown, sources: UserSources): string | undefined {
  const place = isError(thrown) ? placeOfError(thrown, sources) : undefined;
  return place && `${place.label}, line ${place.line}`;
}

/** Errors of other realms (`vm`, workers) are not instances of our `Error`. */
function isError(thrown: unknown): thrown is Error & { code?: unknown; errors?: unknown } {
  if (typeof thrown !== 'object' || thrown === null) return false;
  const { message, name } = thrown as { message?: unknown; name?: unknown };
  return typeof message === 'string' && typeof name === 'string';
}

/** What `vm` throws when SIGINT stops a synchronous loop. */
function wasInterrupted(error: { code?: unknown }): boolean {
  return error.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}

const DEEPEST_CAUSE = 5;

/** The longest line of a traceback, in characters. */
const LONGEST_LINE = 10_000;

/** `above` are the errors that this one has caused, outermost first. */
function describe(error: Error & { errors?: unknown }, sources: UserSources, above: readonly unknown[]): string[] {
  const lines = cleanStack(error, sources).map(bounded);
  if (above.length >= DEEPEST_CAUSE) return lines;
  const path = [...above, error];
  const within = Array.isArray(error.errors) ? (error.errors as unknown[]) : [];
  for (const each of within) lines.push(...describeInner(each, 'One of the errors: ', sources, path));
  if (error.cause !== undefined) lines.push(...describeInner(error.cause, 'Caused by: ', sources, path));
  return lines;
}

function describeInner(thrown: unknown, heading: string, sources: UserSources, above: readonly unknown[]): string[] {
  if (above.includes(thrown)) return [`${heading}the same error`];
  const [first = '', ...rest] = isError(thrown) ? describe(thrown, sources, above) : [bounded(inspect(thrown))];
  return [heading + first, ...rest];
}

/** An error may carry megabytes in its message. */
function bounded(text: string): string {
  return shortenedByCount(text, LONGEST_LINE);
}
