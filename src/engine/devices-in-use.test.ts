import { expect, it } from 'vitest';
import { consoleWarnings } from '../../tests/instruments/console-warnings.js';
import { DevicesInUse } from './devices-in-use.js';

const warnings = consoleWarnings();

it('a device that fails does not keep the others from coming to rest', async () => {
  const devices = new DevicesInUse();
  const done: string[] = [];
  const device = (name: string, fails = false): object => {
    const act = (what: string) => () => {
      if (fails) throw new Error('stuck');
      done.push(`${what} ${name}`);
    };
    return { name, stop: act('stop'), pause: act('pause'), resume: act('resume'), unstage: act('unstage') };
  };
  for (const each of [device('a', true), device('b')]) {
    devices.note(each);
    devices.moved.add(each);
    devices.staged.add(each);
  }
  await devices.pause(() => undefined);
  await devices.unstageAll();
  expect(done).toEqual(['stop b', 'pause b', 'unstage b']);
  expect(warnings).toEqual(['Could not stop a: stuck', 'Could not pause a: stuck', 'Could not unstage a: stuck']);
  await expect(devices.resume()).rejects.toThrow('stuck');
});
