import type { StatusLike } from '../../devices/index.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';
import { callDevice, checkMethod, startAction } from './device-action.js';

/** Devices begin something that takes time; the plan gets the status and may wait for its group. */
export const ACTION_COMMANDS: CommandTable = {
  set: {
    run: set,
    about: 'Sets a device; gives the status.',
    usage: "new Msg('set', device, [value], { group: 'A' })",
  },
  trigger: {
    run: (context, msg) => startAction(context, msg, 'trigger'),
    about: 'Has a device measure; gives the status.',
    usage: "new Msg('trigger', device, [], { group: 'A' })",
  },
  prepare: {
    run: (context, msg) => startAction(context, msg, 'prepare'),
    about: 'Tells a device beforehand what it will be used for; gives the status.',
    usage: "new Msg('prepare', device, [value], { group: 'A' })",
  },
  stop: {
    run: (_, msg) => callDevice(msg, 'stop', []),
    about: 'Stops a device.',
    usage: "new Msg('stop', device)",
  },
};

function set(context: CommandContext, msg: Msg): StatusLike {
  checkMethod(msg, 'set');
  context.devices.moved.add(msg.obj);
  return startAction(context, msg, 'set');
}
