/**
 * What the engine does for each message.
 *
 * @module
 */
export { COMMANDS } from './all-commands.js';
export type { Command, CommandContext, CommandEntry, CommandTable } from './command.js';
