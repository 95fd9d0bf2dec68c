import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';

import { isStatus, Status, StatusEndedError, UnknownStatusFailure } from './status.js';

describe('Status', () => {
  it('ends well', async () => {
    const status = new Status('set motor');
    expect([status.done, status.success]).toEqual([false, false]);
    const waited = status.wait();
    status.setFinished();
    await waited;
    expect([status.done, status.success, status.exception()]).toEqual([true, true, null]);
  });

  it('rejects whoever waits, before and after it failed', async () => {
    const status = new Status();
    const before = expect(status.wait()).rejects.toThrow('stalled');
    status.setException(new Error('stalled'));
    await before;
    await expect(status.wait()).rejects.toThrow('stalled');
    expect([status.done, status.success]).toEqual([true, false]);
  });

  it('calls back once, late callers at once', () => {
    const status = new Status();
    const calls: string[] = [];
    status.addCallback(() => calls.push('early'));
    status.setFinished();
    status.addCallback(() => calls.push('late'));
    expect(calls).toEqual(['early', 'late']);
  });

  it('can be ended once only, and keeps its first end', () => {
    const status = Status.finished('trigger det');
    expect(() => status.setFinished()).toThrow(StatusEndedError);
    expect(() => status.setException(new Error('late'))).toThrow('The status of trigger det was ended twice.');
    expect([status.success, status.exception()]).toEqual([true, null]);
  });

  it('says what failed when no reason was given', async () => {
    const status = new Status('set motor');
    status.setException(undefined);
    await expect(status.wait()).rejects.toThrow(UnknownStatusFailure);
    await expect(status.wait()).rejects.toThrow('set motor');
  });

  it('follows a promise', async () => {
    await Status.from(Promise.resolve(1)).wait();
    await expect(Status.from(Promise.reject(new Error('no'))).wait()).rejects.toThrow('no');
  });

  it('tells its progress to whoever watches', () => {
    const status = new Status();
    const seen: unknown[] = [];
    status.watch(({ fraction }) => seen.push(fraction));
    status.reportProgress({ fraction: 0.5 });
    expect(seen).toEqual([0.5]);
  });
});

it('a status is printed as what it is of, and how that stands', () => {
  const status = new Status('set motor to 2');
  expect(inspect(status)).toBe('Status(set motor to 2: not done yet; wait with await status.wait())');
  status.setException(new Error('it is stuck'));
  expect(inspect(status)).toBe('Status(set motor to 2: failed: it is stuck)');
  expect(inspect({ status: Status.finished('trigger det') })).toBe('{ status: Status(trigger det: done) }');
});

it('isStatus goes by form, not by class', () => {
  expect(isStatus({ done: true, success: true, addCallback: () => {} })).toBe(true);
  expect([null, 1, {}, Promise.resolve()].some(isStatus)).toBe(false);
});
