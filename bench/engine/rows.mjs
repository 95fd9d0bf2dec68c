/** Events a second of the RunEngine with the least devices there can be. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { inVenv } from '../../scripts/prepare.mjs';
import { at } from '../../scripts/steps.mjs';

const EVENTS = 2000;

export function rows({ folder }) {
  // Beside the installed package, so that it imports that one.
  const script = join(folder, 'engine.mjs');
  copyFileSync(at('bench', 'engine', 'ours.mjs'), script);
  return ['count', 'scan'].map((plan) => ({
    name: plan,
    unit: 'events/s',
    passes: { ratioAtLeast: 30 },
    sides: {
      peer: () => once(inVenv('python'), at('bench', 'engine', 'peer.py'), plan),
      ours: () => once(process.execPath, script, plan),
    },
  }));
}

function once(program, script, plan) {
  const { perSecond, ...answer } = JSON.parse(execFileSync(program, [script, plan, String(EVENTS)]));
  return { value: perSecond, answer };
}
