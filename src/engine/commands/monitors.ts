import { hasMethod, nameOf } from '../../devices/index.js';
import { uuid, whenCome } from '../../host/index.js';
import { DeviceError, InvalidMessage } from '../errors.js';
import type { Msg } from '../msg.js';
import type { MonitoredDevice } from '../run-monitors.js';
import type { CommandContext, CommandTable } from './command.js';
import { openRunOf } from './command.js';

/** Devices tell of their own accord, into a stream of their own. */
export const MONITOR_COMMANDS: CommandTable = {
  monitor: {
    run: monitor,
    about: 'Hands out an event whenever a device tells of a change, until unmonitor or the end of the run.',
    usage: "new Msg('monitor', device, [], { name: 'a stream' })",
    rewound: false,
  },
  unmonitor: {
    run: unmonitor,
    about: 'Ends the monitoring of a device.',
    usage: "new Msg('unmonitor', device)",
    rewound: false,
  },
};

function monitor(context: CommandContext, msg: Msg): unknown {
  const run = openRunOf(context, msg);
  if (msg.args.length > 0) {
    throw new InvalidMessage("The 'monitor' Msg does not accept positional arguments.");
  }
  const { name, ...options } = msg.kwargs;
  const stream = typeof name === 'string' ? name : `monitor-${uuid().slice(0, 6)}`;
  return whenCome(run.monitor(monitored(msg), { stream, options }, context.delivery()), () =>
    context.resetCheckpoint(),
  );
}

function unmonitor(context: CommandContext, msg: Msg): void {
  const run = openRunOf(context, msg, () => "An 'unmonitor' message was sent but no run is open.");
  run.unmonitor(monitored(msg));
  context.resetCheckpoint();
}

function monitored({ command, obj }: Msg): MonitoredDevice {
  const missing = ['subscribe', 'clearSub', 'read', 'describe'].filter((name) => !hasMethod(obj, name));
  if (missing.length === 0) return obj as MonitoredDevice;
  throw new DeviceError(`${nameOf(obj)} cannot be used in '${command}': it has no method ${missing.join(', ')}.`);
}
