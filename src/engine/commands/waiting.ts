import type { Awaitable } from '../../devices/index.js';
import { nameOf } from '../../devices/index.js';
import { InvalidMessage, WaitForTimeoutError } from '../errors.js';
import type { Msg } from '../msg.js';
import type { Started } from '../status-groups.js';
import { allEnded } from '../status-groups.js';
import type { CommandContext, CommandTable } from './command.js';

/** The plan waits: for devices, for promises, for time to pass. */
export const WAITING_COMMANDS: CommandTable = {
  wait: {
    run: wait,
    about: 'Waits for what was begun in a group; gives whether all of it is done.',
    usage: "new Msg('wait', null, [], { group: 'A', timeout: 10, error_on_timeout: true, watch: [] })",
  },
  wait_for: {
    run: waitFor,
    about: 'Waits for promises; gives what they resolve to.',
    usage: "new Msg('wait_for', null, [[() => promise]], { timeout: 10 })",
  },
  sleep: {
    run: (context, msg) => context.sleep(Number(msg.args[0])),
    about: 'Lets some seconds pass.',
    usage: "new Msg('sleep', null, [seconds])",
  },
};

/**
 * Waits for a group. A failure, of this group or of any other, ends it at once, so that `watch`, which
 * names other groups to look after, has nothing to add.
 */
function wait(context: CommandContext, msg: Msg): unknown {
  const group = msg.args.length > 0 ? msg.args[0] : (msg.kwargs.group ?? null);
  const started = context.groups.take(group);
  const ended = allEnded(started);
  if (!ended) return true;
  const { timeout, error_on_timeout: strict = true } = msg.kwargs;
  const told = context.notices.begin(group, started, strict === false);
  const done = ended.then(() => true).finally(() => context.notices.end(told));
  if (typeof timeout !== 'number') return done;
  return inTime(context, timeout, done, () => {
    context.groups.putBack(group, started);
    if (strict === false) return false;
    context.notices.end(told);
    throw new WaitForTimeoutError(
      `Waited ${timeout} s for group '${String(group)}'. Not done: ${unfinished(started)}.`,
    );
  });
}

/** What a promise gives if it comes in time, else what `tooLate` gives. */
function inTime<T>(context: CommandContext, seconds: number, coming: Promise<T>, tooLate: () => T): Promise<T> {
  let come = false;
  const first = coming.finally(() => (come = true));
  return Promise.race([first, context.sleep(seconds).then(() => (come ? first : tooLate()))]);
}

function unfinished(started: Started): string {
  const whats = [...started].filter(([status]) => !status.done).map(([, what]) => what);
  return whats.join(', ');
}

function waitFor(context: CommandContext, msg: Msg): Promise<unknown[]> {
  const awaited = msg.args[0];
  if (!Array.isArray(awaited)) {
    throw new InvalidMessage(
      `A 'wait_for' message takes a list of functions that give promises, but got ${nameOf(awaited)}: ` +
        "new Msg('wait_for', null, [[() => promise]]).",
    );
  }
  const all = Promise.all(awaited.map((each: unknown) => (typeof each === 'function' ? begun(each) : each)));
  const { timeout } = msg.kwargs;
  if (typeof timeout !== 'number') return all;
  return inTime(context, timeout, all, () => {
    throw new WaitForTimeoutError(`Waited ${timeout} s for promises that are still pending.`);
  });
}

function begun(factory: object): Awaitable<unknown> {
  return (factory as () => Awaitable<unknown>)();
}
