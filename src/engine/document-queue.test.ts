import { describe, expect, it } from 'vitest';

import { DocumentQueue } from './document-queue.js';
import type { Outlet } from './run-streams.js';

const doc = (uid: string): never => ({ uid }) as never;

describe('DocumentQueue', () => {
  it('hands out at once what nobody has to be waited for', () => {
    const seen: string[] = [];
    const queue = new DocumentQueue({ emit: (_, { uid }) => void seen.push(uid as string) });
    expect(queue.emit('start', doc('a'))).toBeUndefined();
    expect(queue.emit('stop', doc('b'))).toBeUndefined();
    expect(seen).toEqual(['a', 'b']);
  });

  it('keeps back what comes while another is handed out, also from inside', async () => {
    const seen: string[] = [];
    let late: void | Promise<void> = undefined;
    const emit: Outlet['emit'] = (_, { uid }) => {
      seen.push(`begin ${uid as string}`);
      if (uid === 'a') late = queue.emit('event', doc('b'));
      seen.push(`end ${uid as string}`);
    };
    const queue = new DocumentQueue({ emit });
    queue.emit('event', doc('a'));
    await late;
    expect(seen).toEqual(['begin a', 'end a', 'begin b', 'end b']);
  });

  it('goes on after a failure, which is told to whoever gave that document', async () => {
    const seen: string[] = [];
    const queue = new DocumentQueue({
      async emit(_, { uid }) {
        await Promise.resolve();
        if (uid === 'bad') throw new Error('bad document');
        seen.push(uid as string);
      },
    });
    const given = ['a', 'bad', 'c'].map((uid) => queue.emit('event', doc(uid)));
    const ends = await Promise.allSettled(given);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const failing = new DocumentQueue({
      emit() {
        throw new Error('no');
      },
    });
    expect(() => failing.emit('start', doc('x'))).toThrow('no');
    expect(() => failing.emit('start', doc('y'))).toThrow('no');
    expect(seen).toEqual(['a', 'c']);
  });
});
