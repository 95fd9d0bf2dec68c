import { nameOf } from '../../devices/index.js';
import { whenCome } from '../../host/index.js';
import { DeviceError, IllegalMessageSequence } from '../errors.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';
import { callDevice } from './device-action.js';

/** Devices are configured and located. */
export const SETTING_COMMANDS: CommandTable = {
  configure: {
    run: configure,
    about: 'Changes settings of a device; gives [old, new]. Streams that hold it get new descriptors at once.',
    usage: "new Msg('configure', device, [settings])",
    finishes: true,
  },
  locate: {
    run: locate,
    about: 'Gives { setpoint, readback } of a device, or a list of several.',
    usage: "new Msg('locate', device, [others], { squeeze: true })",
  },
};

function configure(context: CommandContext, msg: Msg): unknown {
  const run = context.runs.get(msg.run);
  if (run?.bundling) {
    throw new IllegalMessageSequence("Cannot configure after 'create' but before 'save' Aborting!");
  }
  const deliver = context.delivery();
  const kwargs = Object.keys(msg.kwargs).length > 0 ? [msg.kwargs] : [];
  return whenCome(callDevice(msg, 'configure', [...msg.args, ...kwargs]), (changed) => {
    if (!Array.isArray(changed) || changed.length !== 2) {
      throw new DeviceError(
        `configure() of ${nameOf(msg.obj)} returned ${nameOf(changed)}; it must return [old, new].`,
      );
    }
    return run ? whenCome(run.reconfigured(msg.obj, deliver), () => changed) : changed;
  });
}

function locate(_: CommandContext, msg: Msg): unknown {
  const devices = [msg.obj, ...msg.args];
  const locations = devices.map((device) => callDevice(msg, 'locate', [], device));
  if (locations.length === 1 && msg.kwargs.squeeze !== false) return locations[0];
  return Promise.all(locations);
}
