import type { Readable, Readings } from '../devices/index.js';
import { hasMethod, nameOf } from '../devices/index.js';
import type { ExitStatus } from '../documents/index.js';
import { isThenable } from '../host/index.js';
import type { DevicesInUse } from './devices-in-use.js';
import { DeviceError, IllegalMessageSequence, WaitForTimeoutError } from './errors.js';
import type { Msg, Plan } from './msg.js';
import type { RunBundler } from './run-bundler.js';
import type { StatusGroups } from './status-groups.js';
import { allEnded } from './status-groups.js';

/** What commands may use of the engine. */
export interface CommandContext {
  readonly runs: Map<unknown, RunBundler>;
  readonly groups: StatusGroups;
  readonly devices: DevicesInUse;
  openRun(msg: Msg): Promise<string>;
  /** A point to come back to; pauses here if a pause was put off. */
  checkpoint(): void;
  resetCheckpoint(): void;
  clearCheckpoint(): void;
  requestPause(options: { defer?: boolean }): void;
  /** A promise of a wait that an interruption ends early. */
  sleep(seconds: number): Promise<void>;
  subscribeForCall(callback: unknown, name: unknown): number;
  unsubscribe(token: number): void;
  /** Whether messages are taken again after a pause. */
  rewindable: boolean;
  installSuspender(suspender: unknown): void;
  removeSuspender(suspender: unknown): void;
  /** Puts everything at rest; gives how to go on. */
  startSuspension(justification: string | undefined): Promise<HeldUp>;
  resumeFromSuspension(): Promise<void>;
}

/** How a plan that is held up goes on afterwards. */
export interface HeldUp {
  /** The messages since the last checkpoint. */
  takenAgain: Plan<unknown>;
  wasRewindable: boolean;
  /** Puts back what the suspension has changed, where its plan fails. */
  restore(): void;
}

/** Carries out one command; what it returns, awaited if it is a promise, is the plan's answer. */
export type Command = (context: CommandContext, msg: Msg) => unknown;

/** The commands that are not taken again after a pause. */
export const NOT_REWOUND: ReadonlySet<string> = new Set([
  'pause',
  'subscribe',
  'unsubscribe',
  'stage',
  'unstage',
  'open_run',
  'close_run',
  'install_suspender',
  'remove_suspender',
  '_start_suspender',
]);

/** Commands that hand out documents: a pause lets them finish, so that no document is half delivered. */
export const NOT_INTERRUPTED: ReadonlySet<string> = new Set(['open_run', 'save', 'close_run']);

/** All commands by name. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['null', () => undefined],
  ['open_run', (context, msg) => context.openRun(msg)],
  ['close_run', closeRun],
  ['create', (context, msg) => openRunOf(context, msg, 'create').create(msg.kwargs.name ?? msg.args[0])],
  ['read', read],
  ['save', (context, msg) => openRunOf(context, msg, 'save').save()],
  ['drop', (context, msg) => openRunOf(context, msg, 'drop').drop()],
  ['trigger', (context, msg) => startAction(context, msg, 'trigger')],
  ['set', set],
  ['wait', wait],
  ['sleep', (context, msg) => context.sleep(Number(msg.args[0]))],
  ['stage', (context, msg) => stage(context, msg, 'stage')],
  ['unstage', (context, msg) => stage(context, msg, 'unstage')],
  ['stop', (_, msg) => method(msg, 'stop')()],
  ['checkpoint', checkpoint],
  ['clear_checkpoint', (context) => context.clearCheckpoint()],
  ['pause', (context, msg) => context.requestPause({ defer: msg.kwargs.defer === true })],
  ['subscribe', (context, msg) => context.subscribeForCall(msg.args[0], msg.args[1] ?? msg.kwargs.name)],
  ['unsubscribe', (context, msg) => context.unsubscribe(Number(msg.args[0] ?? msg.kwargs.token))],
  ['rewindable', rewindable],
  ['wait_for', waitFor],
  ['install_suspender', (context, msg) => context.installSuspender(msg.args[0])],
  ['remove_suspender', (context, msg) => context.removeSuspender(msg.args[0])],
  ['_start_suspender', (context, msg) => context.startSuspension(msg.args[2] as string | undefined)],
  ['_resume_from_suspender', (context) => context.resumeFromSuspension()],
]);

function rewindable(context: CommandContext, msg: Msg): boolean {
  if (typeof msg.args[0] === 'boolean') context.rewindable = msg.args[0];
  return context.rewindable;
}

/** Waits for promises, which functions give, so that they can be waited for again. */
async function waitFor(_: CommandContext, msg: Msg): Promise<unknown[]> {
  const makers = (msg.args[0] ?? msg.kwargs.futs) as readonly (() => unknown)[];
  return Promise.all(makers.map((make) => make()));
}

async function closeRun(context: CommandContext, msg: Msg): Promise<string> {
  const run = context.runs.get(msg.run);
  if (!run) throw new IllegalMessageSequence("A 'close_run' message was not received before the 'open_run' message");
  const { exit_status: status, reason } = msg.kwargs;
  await run.close((status ?? 'success') as ExitStatus, typeof reason === 'string' ? reason : '');
  context.runs.delete(msg.run);
  context.resetCheckpoint();
  return run.start.uid;
}

function openRunOf(context: CommandContext, msg: Msg, command: string): RunBundler {
  const run = context.runs.get(msg.run);
  if (run) return run;
  throw new IllegalMessageSequence(
    `Cannot bundle readings without an open run. That is, '${command}' must be preceded by 'open_run'.`,
  );
}

function read(context: CommandContext, msg: Msg): unknown {
  const readings = method(msg, 'read')(...msg.args);
  return isThenable(readings)
    ? Promise.resolve(readings).then((late) => addReadings(context, msg, late))
    : addReadings(context, msg, readings);
}

function addReadings(context: CommandContext, msg: Msg, answer: unknown): unknown {
  const readings = checkReadings(msg.obj, answer);
  const run = context.runs.get(msg.run);
  const pending = run?.bundling ? run.add(describable(msg.obj), readings) : undefined;
  return pending ? pending.then(() => readings) : readings;
}

function describable(device: unknown): Readable {
  if (hasMethod(device, 'describe')) return device as unknown as Readable;
  throw new DeviceError(`${nameOf(device)} cannot be read into an event: it has no method describe().`);
}

function checkReadings(device: unknown, answer: unknown): Readings {
  if (typeof answer === 'object' && answer !== null) {
    const bad = Object.entries(answer).find(([, reading]) => !isReading(reading));
    if (!bad) return answer as Readings;
    throw new DeviceError(
      `read() of ${nameOf(device)} must give { value, timestamp } for each field, but '${bad[0]}' is ${JSON.stringify(bad[1])}.`,
    );
  }
  throw new DeviceError(
    `read() of ${nameOf(device)} returned ${nameOf(answer)}; it must return { field: { value, timestamp } }.`,
  );
}

function isReading(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return 'value' in value && typeof (value as { timestamp?: unknown }).timestamp === 'number';
}

function set(context: CommandContext, msg: Msg): unknown {
  method(msg, 'set');
  context.devices.moved.add(msg.obj);
  return startAction(context, msg, 'set');
}

function startAction(context: CommandContext, msg: Msg, action: string): unknown {
  const { group = null, ...kwargs } = msg.kwargs;
  const rest = Object.keys(kwargs).length > 0 ? [kwargs] : [];
  const returned = method(msg, action)(...msg.args, ...rest);
  return context.groups.add(group, msg.obj, action, returned);
}

function wait(context: CommandContext, msg: Msg): unknown {
  const group = msg.args.length > 0 ? msg.args[0] : (msg.kwargs.group ?? null);
  const statuses = context.groups.take(group);
  const ended = allEnded(statuses);
  if (!ended) return true;
  const { timeout, error_on_timeout: strict = true } = msg.kwargs;
  if (typeof timeout !== 'number') return ended.then(() => true);
  return waitAtMost(timeout, ended, context, () => {
    context.groups.putBack(group, statuses);
    if (strict) throw new WaitForTimeoutError(`Waited ${timeout} s for group '${String(group)}'.`);
    return false;
  });
}

function waitAtMost(
  seconds: number,
  ended: Promise<void>,
  context: CommandContext,
  tooLate: () => boolean,
): Promise<boolean> {
  let over = false;
  const inTime = ended.then(() => true).finally(() => (over = true));
  return Promise.race([inTime, context.sleep(seconds).then(() => (over ? true : tooLate()))]);
}

function stage(context: CommandContext, msg: Msg, action: 'stage' | 'unstage'): unknown {
  if (!hasMethod(msg.obj, action)) return [];
  const returned = msg.obj[action]();
  if (action === 'stage') context.devices.staged.add(msg.obj);
  else context.devices.staged.delete(msg.obj);
  context.resetCheckpoint();
  const { group = null } = msg.kwargs;
  const isAction = typeof (returned as { addCallback?: unknown } | null)?.addCallback === 'function';
  return isAction ? context.groups.add(group, msg.obj, action, returned) : returned;
}

function checkpoint(context: CommandContext): void {
  for (const run of context.runs.values()) {
    if (run.bundling) {
      throw new IllegalMessageSequence("Cannot 'checkpoint' after 'create' and before 'save'. Aborting!");
    }
  }
  context.checkpoint();
}

/** The method that a message needs of its device, bound to it. */
function method(msg: Msg, name: string): (...args: unknown[]) => unknown {
  if (hasMethod(msg.obj, name)) return (msg.obj[name] as (...args: unknown[]) => unknown).bind(msg.obj);
  throw new DeviceError(`${nameOf(msg.obj)} cannot be used in '${msg.command}': it has no method ${name}().`);
}
