import { describe, expect, it } from 'vitest';

import { PseudoPositioner } from './pseudo-positioner.js';
import type { PseudoSingle } from './pseudo-single.js';
import { SPseudo3x3, SynAxis } from './sim/index.js';

class Monochromator extends PseudoPositioner<'energy', 'theta'> {
  readonly energy: PseudoSingle = this.pseudo('energy', { limits: [5, 20], units: 'keV' });
  readonly theta: SynAxis = this.real(
    'theta',
    new SynAxis({ name: `${this.name}_theta`, value: 30, delay: 0.01, limits: [5, 80] }),
  );

  override forward({ energy }: { energy: number }): { theta: number } {
    return { theta: (Math.asin(4 / energy) * 180) / Math.PI };
  }

  override inverse({ theta }: { theta: number }): { energy: number } {
    return { energy: 4 / Math.sin((theta * Math.PI) / 180) };
  }
}

describe('PseudoPositioner', () => {
  it('moves its real motors, and is where they are', async () => {
    const mono = new Monochromator({ name: 'mono' });
    expect(mono.position.energy).toBeCloseTo(8, 12);
    const seen: number[] = [];
    mono.energy.subscribe((_, { value }) => seen.push(value));
    const status = mono.energy.set(10);
    expect([status.done, mono.energy.locate().setpoint]).toEqual([false, 10]);
    await status.wait();
    expect(mono.theta.position).toBeCloseTo(23.578, 3);
    expect(mono.energy.read().mono_energy?.value).toBeCloseTo(10, 12);
    expect(seen).toHaveLength(1);
    expect(mono.energy.describe().mono_energy).toMatchObject({
      units: 'keV',
      lower_ctrl_limit: 5,
      upper_ctrl_limit: 20,
    });
  });

  it('refuses what an axis or a real motor could not do, before anything moves', () => {
    const mono = new Monochromator({ name: 'mono' });
    expect(() => mono.energy.set(25)).toThrow('position=25 not within limits (5, 20): mono_energy cannot go there.');
    expect(() => mono.energy.checkValue(NaN)).toThrow('mono_energy.set() needs a finite number, not NaN.');
    mono.theta.limits = [20, 25];
    expect(() => mono.set({ energy: 5 })).toThrow('not within limits (20, 25): mono_theta cannot go there.');
    expect(() => mono.set({ angle: 5 } as never)).toThrow("mono has no axis 'angle'; its axes are energy.");
    expect(() => mono.set([1, 2])).toThrow('mono has 1 axes, but 2 positions were given.');
    // ophyd would remember the refused 25 as the setpoint, and refuse every later move.
    expect(mono.energy.target).toBeCloseTo(8, 12);
  });

  it('leaves the axes where they were sent that a move does not name', async () => {
    const pseudo = new SPseudo3x3({ name: 'p' });
    await pseudo.set({ pseudo1: 1, pseudo2: 2, pseudo3: 3 }).wait();
    await pseudo.pseudo2.set(5).wait();
    expect(pseudo.position).toEqual({ pseudo1: 1, pseudo2: 5, pseudo3: 3 });
    expect(pseudo.realPosition).toEqual({ real1: -1, real2: -5, real3: -3 });
    await pseudo.set([7, 8, 9]).wait();
    expect(pseudo.target).toEqual({ pseudo1: 7, pseudo2: 8, pseudo3: 9 });
  });

  it('stops its real motors', async () => {
    const mono = new Monochromator({ name: 'mono' });
    mono.theta.delay = 60;
    const status = mono.energy.set(10);
    await mono.energy.stop();
    await status.wait();
    expect(mono.theta.position).toBe(30);
  });
});
