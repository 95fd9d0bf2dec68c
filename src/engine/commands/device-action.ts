import type { StatusLike } from '../../devices/index.js';
import { hasMethod, nameOf } from '../../devices/index.js';
import { DeviceError } from '../errors.js';
import type { Msg } from '../msg.js';
import type { CommandContext } from './command.js';

type Methods = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** Refuses a device that lacks the method which a message needs. */
export function checkMethod(msg: Msg, name: string): void {
  if (!hasMethod(msg.obj, name)) throw lacking(msg, name, msg.obj);
}

/** Calls the method that a message needs of its device. */
export function callDevice(msg: Msg, name: string, args: readonly unknown[], device: unknown = msg.obj): unknown {
  if (!hasMethod(device, name)) throw lacking(msg, name, device);
  return (device as Methods)[name]?.(...args);
}

function lacking({ command }: Msg, name: string, device: unknown): DeviceError {
  return new DeviceError(`${nameOf(device)} cannot be used in '${command}': it has no method ${name}().`);
}

/** Has a device begin an action; the plan may wait for it by the message's group. */
export function startAction(context: CommandContext, msg: Msg, action: string): StatusLike {
  const { group = null } = msg.kwargs;
  const returned = callDevice(msg, action, argumentsOf(msg));
  return context.groups.add(group, msg.obj, action, returned);
}

/** The arguments for a device's method: the keyword arguments, but for the group, come last, in an object. */
function argumentsOf({ args, kwargs }: Msg): readonly unknown[] {
  for (const key in kwargs) {
    if (key === 'group') continue;
    const { group: _, ...others } = kwargs;
    return [...args, others];
  }
  return args;
}
