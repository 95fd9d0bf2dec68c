import { describe, expect, it } from 'vitest';

import { SynAxis, SynGauss, MockFlyer, NewTrivialFlyer, TrivialFlyer } from './index.js';

function sweep(num: number): { flyer: MockFlyer; motor: SynAxis } {
  const motor = new SynAxis({ name: 'motor' });
  const detector = new SynGauss({ name: 'det', motor });
  return { flyer: new MockFlyer({ name: 'sweep', detector, motor, start: 1, stop: 5, num }), motor };
}

describe('MockFlyer', () => {
  it('flies by itself and gives its events once', async () => {
    const { flyer } = sweep(5);
    expect(flyer.kickoff().success).toBe(true);
    expect(() => flyer.kickoff()).toThrow('sweep is flying already');
    expect(flyer.collect()).toEqual([]);
    await flyer.complete().wait();
    const events = flyer.collect();
    expect(events.map(({ data }) => data.motor)).toEqual([1, 2, 3, 4, 5]);
    expect(Object.keys(events[0]?.data ?? {})).toEqual(['motor', 'motor_setpoint', 'det']);
    expect(Object.keys((await flyer.describeCollect()).sweep ?? {})).toEqual(['motor', 'motor_setpoint', 'det']);
    expect(flyer.collect()).toEqual([]);
  });

  it('cannot complete before it was kicked off', () => {
    expect(() => sweep(2).flyer.complete()).toThrow('sweep has no collection in progress: kick it off first.');
  });

  it('fails with the reason of its motor, and when it is stopped', async () => {
    const { flyer, motor } = sweep(5);
    motor.limits = [0, 3];
    flyer.kickoff();
    await expect(flyer.complete().wait()).rejects.toThrow('not within limits (0, 3): motor cannot go there.');
    expect(flyer.collect()).toHaveLength(3);
    flyer.kickoff();
    flyer.stop();
    await expect(flyer.complete().wait()).rejects.toThrow('sweep was stopped in flight.');
  });
});

it('trivial flyers give events without data', () => {
  const flyer = new NewTrivialFlyer();
  expect([new TrivialFlyer().name, flyer.name]).toEqual(['trivial_flyer', 'new_trivial_flyer']);
  expect([...flyer.collect()]).toHaveLength(100);
  expect([flyer.describeCollect(), flyer.collectAssetDocs()]).toEqual([{ stream_name: {} }, []]);
});
