import type { CommandTable } from './command.js';

/** The plan asks: the user, the engine, nobody. */
export const ASKING_COMMANDS: CommandTable = {
  null: { run: () => undefined, about: 'Does nothing.', usage: "new Msg('null')" },
  RE_class: {
    run: (context) => context.engineClass,
    about: 'Gives the class of the engine.',
    usage: "new Msg('RE_class')",
  },
  input: {
    run: (context, msg) => context.ask(String(msg.kwargs.prompt ?? msg.args[0] ?? '')),
    about: 'Asks the user for a line of text.',
    usage: "new Msg('input', null, [], { prompt: 'Next sample? ' })",
  },
};
