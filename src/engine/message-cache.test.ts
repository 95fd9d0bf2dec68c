import { describe, expect, it } from 'vitest';

import { MessageCache } from './message-cache.js';
import { Msg } from './msg.js';

/** What the cache gives, with `answers` given to its messages in turn. */
function taken(cache: MessageCache, answers: unknown[] = []): { commands: string[]; result: unknown } {
  const plan = cache.take();
  const commands: string[] = [];
  for (let step = plan.next(); ; step = plan.next(answers.shift())) {
    if (step.done) return { commands, result: step.value };
    commands.push(step.value.command);
  }
}

describe('MessageCache', () => {
  it('gives its messages once, and the answer of the last', () => {
    const cache = new MessageCache();
    for (const command of ['set', 'wait', 'read']) cache.add(new Msg(command));
    expect(cache.isEmpty).toBe(false);
    expect(taken(cache, [1, 2, 3])).toEqual({ commands: ['set', 'wait', 'read'], result: 3 });
    expect(cache.isEmpty).toBe(true);
    expect(taken(cache)).toEqual({ commands: [], result: undefined });
  });

  it('gives messages that do nothing as often as they came, but keeps one', () => {
    const cache = new MessageCache();
    const nulls = (times: number): void => {
      for (let i = 0; i < times; i++) cache.add(new Msg('null'));
    };
    nulls(3);
    cache.add(new Msg('set'));
    nulls(2);
    cache.add(new Msg('null', 'with an object'));
    expect(taken(cache).commands).toEqual(['null', 'null', 'null', 'set', 'null', 'null', 'null']);
    nulls(1_000_000);
    let count = 0;
    for (const _ of cache.take()) count += 1;
    expect(count).toBe(1_000_000);
  });
});
