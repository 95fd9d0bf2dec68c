import type { ExitStatus } from '../../documents/index.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';
import { openRunOf } from './command.js';

const NOT_OPEN = "A 'close_run' message was not received before the 'open_run' message";

/** Runs are opened and closed. */
export const RUN_COMMANDS: CommandTable = {
  open_run: {
    run: (context, msg) => context.openRun(msg),
    about: 'Opens a run; gives its uid.',
    usage: "new Msg('open_run', null, [], metadata)",
    rewound: false,
    delivers: true,
  },
  close_run: {
    run: closeRun,
    about: 'Closes a run; gives its uid.',
    usage: "new Msg('close_run', null, [], { exit_status: null, reason: null })",
    rewound: false,
    delivers: true,
  },
};

async function closeRun(context: CommandContext, msg: Msg): Promise<string> {
  const run = openRunOf(context, msg, () => NOT_OPEN);
  const { exit_status: status, reason } = msg.kwargs;
  await run.close((status ?? 'success') as ExitStatus, typeof reason === 'string' ? reason : '');
  context.runs.delete(msg.run);
  return run.start.uid;
}
