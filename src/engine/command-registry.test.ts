import { describe, expect, it } from 'vitest';

import { caught } from '../../tests/instruments/caught.js';
import { InputError, installHost } from '../host/index.js';
import { InvalidCommand } from './errors.js';
import { Msg } from './msg.js';
import type { Plan } from './msg.js';
import { RunEngine } from './run-engine.js';
import type { RunEngineResult } from './run-engine-options.js';

async function answer(RE: RunEngine, message: Msg): Promise<unknown> {
  const results: unknown[] = [];
  function* plan(): Plan {
    results.push(yield message);
  }
  await RE(plan());
  return results[0];
}

describe('commands', () => {
  it('can be added, replaced and removed, for one engine', async () => {
    const RE = new RunEngine();
    RE.registerCommand('double', async (msg) => {
      await Promise.resolve();
      return (msg.args[0] as number) * 2;
    });
    expect(RE.commands).toContain('double');
    expect(new RunEngine().commands).not.toContain('double');
    expect(await answer(RE, new Msg('double', null, [21]))).toBe(42);
    RE.registerCommand('double', () => 'other');
    expect(await answer(RE, new Msg('double', null, [21]))).toBe('other');
    RE.unregisterCommand('double');
    await expect(answer(RE, new Msg('double'))).rejects.toThrow(InvalidCommand);
  });

  it('that nobody knows are refused with those that were meant', async () => {
    const RE = new RunEngine();
    const error = await caught(RE([new Msg('opn_run')]));
    expect(error).toBeInstanceOf(InvalidCommand);
    expect(error.message).toMatch(/^The RunEngine knows no command 'opn_run'\..*open_run/);
    expect(() => RE.unregisterCommand('doble')).toThrow(InvalidCommand);
    expect(() => RE.registerCommand('x', 3 as never)).toThrow(InvalidCommand);
    expect(() => RE.registerCommand('', () => 1)).toThrow(InvalidCommand);
  });

  it('are listed, each with what it does and how it is written', () => {
    const RE = new RunEngine();
    RE.registerCommand('mine', () => 1);
    const [head, ...lines] = RE.printCommandRegistry().trimEnd().split('\n');
    expect(head).toBe('List of available commands');
    expect(lines).toHaveLength(RE.commands.length);
    for (const [i, command] of RE.commands.entries()) expect(lines[i]).toMatch(new RegExp(`^${command} : \\S.*\\.$`));
    expect(RE.printCommandRegistry(true)).toContain("new Msg('set', device, [value], { group: 'A' })");
  });

  it('give the class of the engine', async () => {
    class Own extends RunEngine {}
    expect(await answer(new Own(), new Msg('RE_class'))).toBe(Own);
  });
});

describe('input', () => {
  const ask = new Msg('input', null, [], { prompt: 'Next sample? ' });

  it('asks whoever is there: the notebook, or a function of the user', async () => {
    installHost({ ask: (prompt) => Promise.resolve(`notebook: ${prompt}`) });
    const RE = new RunEngine();
    expect(await answer(RE, ask)).toBe('notebook: Next sample? ');
    RE.inputSource = (prompt) => `own: ${prompt}`;
    expect(await answer(RE, ask)).toBe('own: Next sample? ');
    installHost({});
  });

  it('says so where there is nobody', async () => {
    const error = await caught(new RunEngine()([ask]));
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toContain("asks 'Next sample? '");
  });
});

describe('metadata', () => {
  it('can be validated and brought into another form, by what is set when the run opens', async () => {
    const RE = new RunEngine({ Kept: { a: 1 } }, { mdNormalizer: () => ({}), callReturnsResult: true });
    const seen: string[][] = [];
    const starts: Record<string, unknown>[] = [];
    RE.mdValidator = (md) => void seen.push(Object.keys(md));
    RE.mdNormalizer = (md) => {
      (md.Kept as Record<string, unknown>).a = 2;
      return Object.fromEntries(Object.entries(md).map(([key, value]) => [key.toLowerCase(), value]));
    };
    RE.scanIdSource = () => 77;
    RE.subscribe((_, doc) => void starts.push(doc as never), 'start');
    function* plan(): Plan {
      yield new Msg('open_run', null, [], { X: 5 });
      yield new Msg('close_run');
    }
    const result = (await RE(plan())) as unknown as RunEngineResult;
    expect(result.exitStatus).toBe('success');
    expect(seen).toEqual([expect.arrayContaining(['Kept', 'X', 'scan_id'])]);
    expect(starts[0]).toMatchObject({ kept: { a: 2 }, x: 5, scan_id: 77 });
    expect(RE.md.Kept).toEqual({ a: 1 });
  });

  it.each([
    [() => undefined, /RE.mdNormalizer returned undefined/],
    [() => ({ uid: 'mine' }), /hold 'uid', which the engine sets itself/],
  ])('that a normalizer spoils are refused (%#)', async (mdNormalizer, text) => {
    const RE = new RunEngine({}, { mdNormalizer: mdNormalizer as never });
    await expect(RE([new Msg('open_run')])).rejects.toThrow(text);
    expect(RE.state).toBe('idle');
  });
});

it('a reset ends what is paused and keeps lasting subscriptions only', async () => {
  const RE = new RunEngine();
  const seen: string[] = [];
  RE.subscribe((name) => void seen.push(`lasting ${name}`));
  function* plan(): Plan {
    yield new Msg('open_run');
    yield new Msg('pause');
  }
  await caught(RE(plan(), (name) => void seen.push(`of the call ${name}`)));
  await RE.reset();
  expect(RE.state).toBe('idle');
  expect(seen).toEqual(['lasting start', 'of the call start', 'lasting stop', 'of the call stop']);
  await RE.reset();
});
