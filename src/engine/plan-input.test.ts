import { describe, expect, it } from 'vitest';

import { InvalidPlan } from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { asPlan, planIdentity } from './plan-input.js';

function* plan(): Plan {
  yield new Msg('null');
}

async function* later(): AsyncGenerator<Msg> {
  yield new Msg('null');
}

describe('asPlan', () => {
  it('leaves a generator alone', () => {
    const generator = plan();
    expect(asPlan(generator)).toBe(generator);
  });

  it.each([[[new Msg('null')]], [new Set([new Msg('null')])]])('makes a plan of a collection', (messages) => {
    expect([...asPlan(messages)]).toEqual([new Msg('null')]);
  });

  it.each([
    [plan, 'the function plan; call it: RE(plan(...))'],
    [() => {}, 'the function (anonymous); call it: RE(plan(...))'],
    [later(), 'an async generator; plans are plain generators'],
    [Promise.resolve(), 'a promise; plans are generators'],
    [{ name: 'det' }, 'det, which gives no messages'],
    [undefined, 'undefined'],
    [null, 'null'],
    ['count', 'RE(plan) needs a plan, but got "count".'],
    [3, '3'],
  ])('says why %s is no plan', (given, why) => {
    expect(() => asPlan(given)).toThrow(InvalidPlan);
    expect(() => asPlan(given)).toThrow(why);
  });
});

describe('planIdentity', () => {
  it.each([
    [plan(), 'generator'],
    [[], 'list'],
    [new Set(), 'Set'],
  ])('tells how a plan was given (%#)', (given, plan_type) => {
    expect(planIdentity(given)).toEqual({ plan_type, plan_name: '' });
  });
});
