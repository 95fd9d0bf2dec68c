import { hasMethod, isStatus } from '../../devices/index.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';

/** Devices are prepared for a plan and put back; one without such a method has nothing to do. */
export const STAGING_COMMANDS: CommandTable = {
  stage: {
    run: (context, msg) => stage(context, msg, 'stage'),
    about: 'Prepares a device; gives its status, or what else its stage() returns.',
    usage: "new Msg('stage', device, [], { group: 'A' })",
    rewound: false,
  },
  unstage: {
    run: (context, msg) => stage(context, msg, 'unstage'),
    about: 'Puts a device back; gives its status, or what else its unstage() returns.',
    usage: "new Msg('unstage', device, [], { group: 'A' })",
    rewound: false,
  },
};

function stage(context: CommandContext, msg: Msg, action: 'stage' | 'unstage'): unknown {
  if (!hasMethod(msg.obj, action)) return [];
  const returned = msg.obj[action]();
  if (action === 'stage') context.devices.staged.add(msg.obj);
  else context.devices.staged.delete(msg.obj);
  context.resetCheckpoint();
  const { group = null } = msg.kwargs;
  return isStatus(returned) ? context.groups.add(group, msg.obj, action, returned) : returned;
}
