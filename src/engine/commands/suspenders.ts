import type { CommandTable } from './command.js';

/** Suspenders come and go; a plan is held up and goes on. */
export const SUSPENDER_COMMANDS: CommandTable = {
  install_suspender: {
    run: (context, msg) => context.installSuspender(msg.args[0]),
    about: 'Holds up plans from here on while a suspender has tripped.',
    usage: "new Msg('install_suspender', null, [suspender])",
    rewound: false,
  },
  remove_suspender: {
    run: (context, msg) => context.removeSuspender(msg.args[0]),
    about: 'Takes a suspender away again.',
    usage: "new Msg('remove_suspender', null, [suspender])",
    rewound: false,
  },
  _start_suspender: {
    run: (context, msg) => context.startSuspension(msg.args[2]),
    about: 'Puts everything at rest when a plan is held up; the engine itself gives it.',
    rewound: false,
  },
  _resume_from_suspender: {
    run: (context) => context.devices.resume(),
    about: 'Tells devices that a plan which was held up goes on; the engine itself gives it.',
  },
};
