import { ACTION_COMMANDS } from './actions.js';
import { ASKING_COMMANDS } from './asking.js';
import { CALLBACK_COMMANDS } from './callbacks.js';
import { CHECKPOINT_COMMANDS } from './checkpoints.js';
import type { CommandTable } from './command.js';
import { EVENT_COMMANDS } from './events.js';
import { FLYER_COMMANDS } from './flyers.js';
import { MONITOR_COMMANDS } from './monitors.js';
import { RUN_COMMANDS } from './runs.js';
import { SETTING_COMMANDS } from './settings.js';
import { STAGING_COMMANDS } from './staging.js';
import { SUSPENDER_COMMANDS } from './suspenders.js';
import { WAITING_COMMANDS } from './waiting.js';

/** All commands by name, as a new engine knows them. */
export const COMMANDS: CommandTable = {
  ...RUN_COMMANDS,
  ...EVENT_COMMANDS,
  ...ACTION_COMMANDS,
  ...WAITING_COMMANDS,
  ...STAGING_COMMANDS,
  ...CHECKPOINT_COMMANDS,
  ...SETTING_COMMANDS,
  ...MONITOR_COMMANDS,
  ...FLYER_COMMANDS,
  ...CALLBACK_COMMANDS,
  ...SUSPENDER_COMMANDS,
  ...ASKING_COMMANDS,
};
