import { expect, it } from 'vitest';

import { unpackEventPage } from './event-pages.js';

it('takes a page apart', () => {
  const page = {
    descriptor: 'd',
    uid: ['a', 'b'],
    time: [1, 2],
    seq_num: [7, 8],
    data: { x: [10, 20], y: ['p', 'q'] },
    timestamps: { x: [0.1, 0.2], y: [0.3, 0.4] },
    filled: { x: [true, false] },
  };
  expect([...unpackEventPage(page)]).toEqual([
    {
      descriptor: 'd',
      uid: 'a',
      time: 1,
      seq_num: 7,
      data: { x: 10, y: 'p' },
      timestamps: { x: 0.1, y: 0.3 },
      filled: { x: true },
    },
    {
      descriptor: 'd',
      uid: 'b',
      time: 2,
      seq_num: 8,
      data: { x: 20, y: 'q' },
      timestamps: { x: 0.2, y: 0.4 },
      filled: { x: false },
    },
  ]);
});

it('needs no filled', () => {
  const page = { descriptor: 'd', uid: ['a'], time: [1], seq_num: [1], data: {}, timestamps: {} };
  expect([...unpackEventPage(page)][0]?.filled).toEqual({});
});
