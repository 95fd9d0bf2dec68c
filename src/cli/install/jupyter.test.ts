import { expect, test } from 'vitest';
import { usualDirectories } from './jupyter.js';

const HOME = '/home/ada';

test.each([
  ['linux', {}, '/home/ada/.local/share/jupyter', '/home/ada/.jupyter'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/jupyter', '/home/ada/.jupyter'],
  ['darwin', { XDG_DATA_HOME: '/data' }, '/home/ada/Library/Jupyter', '/home/ada/.jupyter'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/jupyter', '/home/ada/.jupyter'],
  ['win32', {}, '/home/ada/.jupyter/data', '/home/ada/.jupyter'],
  ['win32', { JUPYTER_CONFIG_DIR: '/c' }, '/c/data', '/c'],
  ['darwin', { JUPYTER_DATA_DIR: '/d', JUPYTER_CONFIG_DIR: '/c' }, '/d', '/c'],
  ['linux', { JUPYTER_DATA_DIR: '', XDG_DATA_HOME: '' }, '/home/ada/.local/share/jupyter', '/home/ada/.jupyter'],
] as const)("a user's directories on %s with %o", (platform, env, data, config) => {
  expect(usualDirectories(env, platform, HOME)).toEqual({ data, config });
});
