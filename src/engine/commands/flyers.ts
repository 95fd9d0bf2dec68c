import type { Flyable, StatusLike } from '../../devices/index.js';
import type { Msg } from '../msg.js';
import type { CommandContext, CommandTable } from './command.js';
import { openRunOf } from './command.js';
import { startAction } from './device-action.js';

/** Devices measure on their own and are collected from. */
export const FLYER_COMMANDS: CommandTable = {
  kickoff: {
    run: kickoff,
    about: 'Has a flyer begin; gives the status, which ends when it takes data.',
    usage: "new Msg('kickoff', flyer, [], { group: 'A' })",
  },
  complete: {
    run: (context, msg) => startAction(context, msg, 'complete'),
    about: 'Asks a flyer to come to its end; gives the status.',
    usage: "new Msg('complete', flyer, [], { group: 'A' })",
  },
  collect: {
    run: (context, msg) => openRunOf(context, msg).collect(msg, context.delivery()),
    about: 'Hands out what flyers have gathered, in pages; gives it to the plan too.',
    usage: "new Msg('collect', flyer, [others], { return_payload: true, name: 'a declared stream' })",
    finishes: true,
  },
};

function kickoff(context: CommandContext, msg: Msg): StatusLike {
  const run = openRunOf(context, msg);
  const status = startAction(context, msg, 'kickoff');
  run.kickedOff(msg.obj as Flyable);
  return status;
}
