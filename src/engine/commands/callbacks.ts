import type { CommandTable } from './command.js';

/** Callbacks come and go with the plan; those that it leaves are removed before the next call. */
export const CALLBACK_COMMANDS: CommandTable = {
  subscribe: {
    run: (context, msg) => {
      const token = context.subscribeForCall(msg.args[0] ?? msg.kwargs.func, msg.args[1] ?? msg.kwargs.name);
      context.resetCheckpoint();
      return token;
    },
    about: 'Calls back with documents until the end of the call; gives a token.',
    usage: "new Msg('subscribe', null, [callback, 'all'])",
    rewound: false,
  },
  unsubscribe: {
    run: (context, msg) => {
      context.unsubscribe(Number(msg.kwargs.token ?? msg.args[0]));
      context.resetCheckpoint();
    },
    about: 'Ends a subscription by its token.',
    usage: "new Msg('unsubscribe', null, [], { token })",
    rewound: false,
  },
};
