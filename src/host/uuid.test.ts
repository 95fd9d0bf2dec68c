import { expect, it } from 'vitest';

import { uuid } from './uuid.js';

it('gives random UUIDs of version 4, each once', () => {
  const many = Array.from({ length: 10_000 }, uuid);
  for (const each of many)
    expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(many).size).toBe(many.length);
});

it('uses all digits in every place that is free', () => {
  const seen = Array.from({ length: 36 }, () => new Set<string>());
  for (let i = 0; i < 2000; i++) [...uuid()].forEach((digit, place) => seen[place]?.add(digit));
  const fixed = new Map([8, 13, 18, 23].map((place) => [place, 1]));
  fixed.set(14, 1).set(19, 4);
  expect(seen.map((digits) => digits.size)).toEqual(seen.map((_, place) => fixed.get(place) ?? 16));
});
