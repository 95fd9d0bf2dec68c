import { describe, expect, it } from 'vitest';

import { PendingRows } from './pending-rows.js';

describe('PendingRows', () => {
  it('hands out each row once', () => {
    const pending = new PendingRows();
    expect(pending.in(0)).toBe(false);
    expect(pending.take(3, 10)).toEqual([{ from: 0, to: 3 }]);
    expect([pending.in(3), pending.in(5)]).toEqual([false, true]);
    expect(pending.take(5, 10)).toEqual([{ from: 3, to: 5 }]);
    expect(pending.take(5, 10)).toEqual([]);
  });

  it('hands out rows that were replaced once more, in one range with their neighbours', () => {
    const pending = new PendingRows();
    pending.take(6, 10);
    for (const row of [4, 1, 5, 4, 6]) pending.note(row);
    expect(pending.take(7, 10)).toEqual([
      { from: 1, to: 2 },
      { from: 4, to: 7 },
    ]);
    expect(pending.in(7)).toBe(false);
  });

  it('hands out no more than is asked for, the earliest first', () => {
    const pending = new PendingRows();
    pending.take(4, 10);
    for (const row of [3, 0, 2]) pending.note(row);
    const taken = [0, 1, 2, 3].map(() => pending.take(7, 2));
    expect(taken).toEqual([
      [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
      ],
      [{ from: 3, to: 5 }],
      [{ from: 5, to: 7 }],
      [],
    ]);
    expect(pending.in(7)).toBe(false);
  });
});
