import { describe, expect, it } from 'vitest';
import { descriptorDoc, startDoc } from '../../tests/instruments/runs.js';
import { commonQuantity, quantityOf, withUnits } from './quantity.js';
import { RunColumns } from './run-columns.js';

function runOf(keys: Parameters<typeof descriptorDoc>[2]): RunColumns {
  const run = new RunColumns(startDoc());
  run.addDescriptor(descriptorDoc('a', ['other']));
  run.addDescriptor(descriptorDoc('b', Object.keys(keys?.keys ?? {}), keys));
  return run;
}

describe('quantityOf', () => {
  const keys = { motor: { units: 'mm' }, n: { dtype: 'integer' }, odd: { units: 5 as never }, none: { units: null } };
  const run = runOf({ keys: keys as never });

  it.each([
    ['motor', { kind: 'number', units: 'mm' }],
    ['n', { kind: 'integer', units: '' }],
    ['odd', { kind: 'number', units: '' }],
    ['none', { kind: 'number', units: '' }],
    ['unknown', { kind: 'number', units: '' }],
    ['toString', { kind: 'number', units: '' }],
    ['seq_num', { kind: 'integer', units: '' }],
    ['time', { kind: 'number', units: 's' }],
  ])('of %s', (field, quantity) => {
    expect(quantityOf(run, field, 'run')).toEqual(quantity);
  });

  it('of time since 1970 is a time, unless a device has a field of that name', () => {
    expect(quantityOf(run, 'time', 'unix')).toEqual({ kind: 'time', units: '' });
    const own = runOf({ keys: { time: { units: 'ms' } } });
    expect(quantityOf(own, 'time', 'unix')).toEqual({ kind: 'number', units: 'ms' });
  });
});

describe('commonQuantity', () => {
  const [mm, m, n] = [
    { kind: 'number', units: 'mm' },
    { kind: 'number', units: 'm' },
    { kind: 'integer', units: 'mm' },
  ] as const;

  it('is what all agree on', () => {
    expect(commonQuantity([])).toEqual({ kind: 'number', units: '' });
    expect(commonQuantity([mm, mm])).toEqual(mm);
    expect(commonQuantity([mm, m])).toEqual({ kind: 'number', units: '' });
    expect(commonQuantity([n, mm])).toEqual(mm);
  });
});

describe('withUnits', () => {
  it('adds units to a name, where there are both', () => {
    expect([withUnits('motor', 'mm'), withUnits('motor', ''), withUnits('', 'mm')]).toEqual([
      'motor (mm)',
      'motor',
      '',
    ]);
  });
});
