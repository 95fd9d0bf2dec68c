import { expect, it } from 'vitest';
import { AnswerError, measure } from './harness.mjs';

/** A side that gives one value after another, and writes down when it was asked. */
function side(name, values, calls, answer = 'same') {
  let next = 0;
  return () => {
    calls.push(name);
    return { value: values[next++ % values.length], answer, also: { ready: 1 } };
  };
}

it('the sides take turns, five rounds unless the row says otherwise', async () => {
  const calls = [];
  const sides = { ours: side('ours', [4, 6], calls), peer: side('peer', [2], calls) };
  const result = await measure({ name: 'row', unit: 's', sides, passes: { ratioAtLeast: 2 } });
  expect(calls.join(' ')).toBe('ours peer peer ours ours peer peer ours ours peer');
  expect(result).toMatchObject({
    verdict: 'passed',
    ratio: { median: 2, least: 2, most: 3 },
    figures: { ours: { median: 4, least: 4, most: 6 }, peer: { median: 2, least: 2, most: 2 } },
    also: { ours: { ready: { median: 1 } } },
  });
  expect(result.rounds).toHaveLength(5);
  const short = await measure({ name: 'row', unit: 's', sides, passes: { ratioAtLeast: 3 }, rounds: 3 });
  expect(short.rounds).toHaveLength(3);
});

it('an answer that is not the peer’s is an error, one of another side is not', async () => {
  const sides = { ours: side('ours', [1], []), peer: side('peer', [1], []), other: side('other', [1], [], 'another') };
  await expect(measure({ name: 'row', unit: 's', sides, passes: { atMost: 1 } })).resolves.toMatchObject({
    verdict: 'passed',
  });
  const wrong = { ours: side('ours', [1], [], { events: 2 }), peer: side('peer', [1], [], { events: 3 }) };
  await expect(measure({ name: 'row', unit: 's', sides: wrong, passes: { atMost: 1 } })).rejects.toThrow(AnswerError);
});
