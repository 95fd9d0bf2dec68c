import { IllegalMessageSequence } from '../errors.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';

/** Where a pause comes back to, and the pause itself. */
export const CHECKPOINT_COMMANDS: CommandTable = {
  checkpoint: {
    run: checkpoint,
    about: 'A point to come back to after a pause; a pause that was put off happens here.',
    usage: "new Msg('checkpoint')",
  },
  clear_checkpoint: {
    run: (context) => context.clearCheckpoint(),
    about: 'From here on a pause aborts the plan, since it cannot be resumed.',
    usage: "new Msg('clear_checkpoint')",
  },
  rewindable: {
    run: rewindable,
    about: 'Sets whether messages are taken again after a pause, or asks (null); gives how it now is.',
    usage: "new Msg('rewindable', null, [false])",
  },
  pause: {
    run: (context, msg) => context.requestPause({ defer: (msg.kwargs.defer ?? msg.args[0]) === true }),
    about: 'Pauses the plan, at once or at its next checkpoint.',
    usage: "new Msg('pause', null, [], { defer: false })",
    rewound: false,
  },
};

function checkpoint(context: CommandContext): void {
  for (const run of context.runs.values()) {
    if (run.bundling) {
      throw new IllegalMessageSequence("Cannot 'checkpoint' after 'create' and before 'save'. Aborting!");
    }
  }
  context.checkpoint();
}

function rewindable(context: CommandContext, msg: Msg): boolean {
  const [wanted] = msg.args;
  if (wanted !== null && wanted !== undefined) context.rewindable = wanted === true;
  return context.rewindable;
}
