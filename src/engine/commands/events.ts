import type { Readable, Readings } from '../../devices/index.js';
import { nameOf } from '../../devices/index.js';
import { isThenable } from '../../host/index.js';
import { DeviceError } from '../errors.js';
import type { Msg } from '../msg.js';
import { isReading } from '../readings.js';
import type { CommandContext, CommandTable } from './command.js';
import { openRunOf } from './command.js';
import { callDevice } from './device-action.js';

/** Readings are bundled into events. */
export const EVENT_COMMANDS: CommandTable = {
  declare_stream: {
    run: declareStream,
    about: 'Hands out the descriptor of a stream before its first event.',
    usage: "new Msg('declare_stream', null, devices, { name: 'primary', collect: false })",
  },
  create: {
    run: (context, msg) => openRunOf(context, msg, nothingToBundleFor).create(msg.kwargs.name ?? msg.args[0]),
    about: 'Begins an event of a stream.',
    usage: "new Msg('create', null, [], { name: 'primary' })",
  },
  read: {
    run: read,
    about: 'Reads a device, into the event that was begun if there is one; gives its readings.',
    usage: "new Msg('read', device)",
  },
  save: {
    run: (context, msg) => openRunOf(context, msg).save(),
    about: 'Hands out the event that was begun; one without readings is forgotten.',
    usage: "new Msg('save')",
    delivers: true,
  },
  drop: {
    run: (context, msg) => openRunOf(context, msg).drop(),
    about: 'Forgets the event that was begun.',
    usage: "new Msg('drop')",
  },
};

function nothingToBundleFor({ command }: Msg): string {
  return `Cannot bundle readings without an open run. That is, '${command}' must be preceded by 'open_run'.`;
}

function declareStream(context: CommandContext, msg: Msg): unknown {
  const run = openRunOf(context, msg, nothingToBundleFor);
  const { name, collect = false } = msg.kwargs;
  return run.declareStream(msg.args, { name, collect: collect === true }, context.delivery());
}

function read(context: CommandContext, msg: Msg): unknown {
  const readings = callDevice(msg, 'read', msg.args);
  return isThenable(readings)
    ? Promise.resolve(readings).then((late) => addReadings(context, msg, late))
    : addReadings(context, msg, readings);
}

function addReadings(context: CommandContext, msg: Msg, answer: unknown): unknown {
  const readings = checkReadings(msg.obj, answer);
  const run = context.runs.get(msg.run);
  const pending = run?.bundling ? run.add(msg.obj as Readable, readings) : undefined;
  return pending ? pending.then(() => readings) : readings;
}

function checkReadings(device: unknown, answer: unknown): Readings {
  if (typeof answer !== 'object' || answer === null) {
    throw new DeviceError(
      `read() of ${nameOf(device)} returned ${nameOf(answer)}; it must return { field: { value, timestamp } }.`,
    );
  }
  for (const field in answer) {
    const reading = (answer as Record<string, unknown>)[field];
    if (isReading(reading)) continue;
    throw new DeviceError(
      `read() of ${nameOf(device)} must give { value, timestamp } for each field, but '${field}' is ${JSON.stringify(reading)}.`,
    );
  }
  return answer as Readings;
}
