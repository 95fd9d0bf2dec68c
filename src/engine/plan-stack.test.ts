import { describe, expect, it } from 'vitest';

import { InvalidPlan } from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { PlanStack } from './plan-stack.js';

const commandOf = ({ done, value }: ReturnType<PlanStack['next']>): unknown =>
  done ? { returned: value } : value.command;

function* two(seen: unknown[]): Plan<string> {
  seen.push(yield new Msg('a'));
  seen.push(yield new Msg('b'));
  return 'end';
}

describe('PlanStack', () => {
  it('gives messages, takes responses, gives what the plan returns', () => {
    const seen: unknown[] = [];
    const stack = new PlanStack(two(seen));
    expect(commandOf(stack.next())).toBe('a');
    stack.respond(1, false);
    expect(commandOf(stack.next())).toBe('b');
    stack.respond(2, false);
    expect(commandOf(stack.next())).toEqual({ returned: 'end' });
    expect(seen).toEqual([1, 2]);
  });

  function* one(value: unknown): Plan<unknown> {
    yield new Msg('extra');
    return value;
  }

  it.each([
    [true, 'extra'],
    [false, 'own'],
  ])('lays a plan on top that answers the one below, or not (%s)', (answers, answer) => {
    const seen: unknown[] = [];
    const stack = new PlanStack(two(seen));
    stack.next();
    stack.respond('own', false);
    stack.push(one('extra'), answers);
    expect(commandOf(stack.next())).toBe('extra');
    stack.respond(undefined, false);
    expect(commandOf(stack.next())).toBe('b');
    expect(seen).toEqual([answer]);
  });

  it('throws an error of a message where the plan yielded it', () => {
    function* careful(): Plan<string> {
      try {
        yield new Msg('a');
      } catch (error) {
        return `caught ${(error as Error).message}`;
      }
      return '';
    }
    const stack = new PlanStack(careful());
    stack.next();
    stack.respond(new Error('stuck'), true);
    expect(commandOf(stack.next())).toEqual({ returned: 'caught stuck' });
  });

  it('lets an error fall through to the plan below, and out', () => {
    const stack = new PlanStack(two([]));
    stack.next();
    stack.push(one(0), true);
    stack.next();
    stack.respond(new Error('stuck'), true);
    expect(() => stack.next()).toThrow('stuck');
  });

  it.each([
    [
      [new Msg('x')],
      /The plan yielded a plan \(or another iterable\), which is not a Msg\. Write yield\* to run a plan/,
    ],
    [undefined, /yielded undefined/],
    ['x', /yielded "x"/],
    [{}, /yielded an object of class Object/],
  ])('throws into a plan that yields something else (%#)', (value, message) => {
    let cleaned = false;
    function* wrong(): Plan {
      try {
        yield value as Msg;
      } finally {
        cleaned = true;
      }
    }
    const stack = new PlanStack(wrong());
    expect(() => stack.next()).toThrow(InvalidPlan);
    expect(cleaned).toBe(true);
    expect(() => new PlanStack(wrong()).next()).toThrow(message);
  });
});
