import { expect, it } from 'vitest';

import { EnumSignal } from './enum-signal.js';

it('is one of its texts, the first at first', async () => {
  const filter = new EnumSignal({ name: 'filter', enumStrings: ['none', 'Al', 'Cu'] });
  expect(filter.value).toBe('none');
  await filter.set('Cu').wait();
  filter.value satisfies 'none' | 'Al' | 'Cu';
  expect(filter.read()).toMatchObject({ filter: { value: 'Cu' } });
  expect(filter.describe()).toMatchObject({ filter: { dtype: 'string', enum_strs: ['none', 'Al', 'Cu'] } });
});

it('refuses any other, and tells which was meant', () => {
  const filter = new EnumSignal({ name: 'filter', enumStrings: ['none', 'aluminium'] });
  expect(() => filter.set('aluminum' as never)).toThrow(
    `filter cannot be "aluminum"; it is one of none, aluminium. Did you mean 'aluminium'?`,
  );
  expect(() => new EnumSignal({ name: 'f', value: 'x' as never, enumStrings: ['a'] })).toThrow('f cannot be "x"');
});
