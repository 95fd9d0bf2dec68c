import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { inVenv } from '../scripts/prepare.mjs';
import { at } from '../scripts/steps.mjs';

/**
 * The two programs of a group, `ours.mjs` and `peer.py`: each is called with what to do and prints one line of
 * JSON, `{ perSecond, ... }`, whose other entries are its answer.
 *
 * @param answerOf - what of the answer the sides have to agree on; default: all of it
 */
export function programs(folder, group, answerOf = (answer) => answer) {
  // Beside the installed package, so that it imports that one.
  const script = join(folder, `${group}.mjs`);
  copyFileSync(at('bench', group, 'ours.mjs'), script);
  // numpy's threads would count as computing without making such small things faster.
  const env = { ...process.env, OMP_NUM_THREADS: '1' };
  const side = (program, file, args) => () => {
    const { perSecond, ...answer } = JSON.parse(execFileSync(program, [file, ...args.map(String)], { env }));
    return { value: perSecond, answer: answerOf(answer) };
  };
  return {
    ours: (...args) => side(process.execPath, script, args),
    peer: (...args) => side(inVenv('python'), at('bench', group, 'peer.py'), args),
  };
}
