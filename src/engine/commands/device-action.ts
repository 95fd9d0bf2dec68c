import type { StatusLike } from '../../devices/index.js';
import { hasMethod, nameOf } from '../../devices/index.js';
import { DeviceError } from '../errors.js';
import type { Msg } from '../msg.js';
import type { CommandContext } from './command.js';

/** The method that a message needs of its device, bound to it. */
export function deviceMethod(msg: Msg, name: string, device: unknown = msg.obj): (...args: unknown[]) => unknown {
  if (hasMethod(device, name)) return (device[name] as (...args: unknown[]) => unknown).bind(device);
  throw new DeviceError(`${nameOf(device)} cannot be used in '${msg.command}': it has no method ${name}().`);
}

/** Has a device begin an action; the plan may wait for it by the message's group. */
export function startAction(context: CommandContext, msg: Msg, action: string): StatusLike {
  const { group = null, ...kwargs } = msg.kwargs;
  const start = deviceMethod(msg, action);
  const returned = hasKeys(kwargs) ? start(...msg.args, kwargs) : start(...msg.args);
  return context.groups.add(group, msg.obj, action, returned);
}

function hasKeys(record: object): boolean {
  for (const _ in record) return true;
  return false;
}
