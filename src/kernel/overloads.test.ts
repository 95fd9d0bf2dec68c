import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KernelClient, tracebackOf } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    "import { RunEngine, scan, count } from 'livesky'; import { det, motor } from 'livesky/sim'; const RE = new RunEngine()",
  );
}, 30_000);
afterAll(() => kernel.close());

/** The message, and what its caret points at. */
const refused = async (code: string): Promise<[message: string, at: string, ...reasons: string[]]> => {
  const [headline = '', ...lines] = tracebackOf(await kernel.execute(code));
  const reasons = lines.filter((line) => line.startsWith('  ') && !line.includes('^'));
  const caret = lines.at(-1) ?? '';
  const at = code.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1);
  return [headline.replace(/^TypeScriptError: \d+:\d+ - /, ''), at, ...reasons.map((line) => line.trim())];
};

describe('a call that fits none of the ways to call it', () => {
  test('is told at the argument, by its name, for the way that fits best', async () => {
    expect(await refused("scan([det], motor, 'a', 1, 3)")).toEqual([
      "Argument of type 'string' is not assignable to parameter 'start' of type 'number'.",
      "'a'",
      'in scan(detectors, motor, start, stop, num, options?), which fits best of the 5 ways to call it',
    ]);
    expect(await refused("scan([det], motor, 1, 2, motor, 3, '4', 5)")).toEqual([
      "Argument of type 'string' is not assignable to parameter 'stop2' of type 'number'.",
      "'4'",
      'in scan(detectors, motor1, start1, stop1, motor2, start2, stop2, num, options?), which fits best of the 5 ways to call it',
    ]);
  });

  test('has its place where the compiler only names the call', async () => {
    const [message, at] = await refused('scan([det], motor, 1, 2, { nu: 3 })');
    expect(message).toContain("not assignable to parameter 'options' of type 'ScanOptions & { num: number; }'");
    expect(at).toBe('nu');
  });

  test('names the option that was meant', async () => {
    const [message, at, reason] = await refused('count([det], 3, { dely: 5 })');
    expect(message).toContain("parameter 'options' of type 'CountOptions'");
    expect(at).toBe('dely: 5');
    expect(reason).toContain("Did you mean to write 'delay'?");
  });

  test('within an argument keeps its place', async () => {
    expect((await refused('scan([motor, 5], motor, 1, 2, 3)')).slice(0, 2)).toEqual([
      "Type 'number' is not assignable to type 'Readable', in the argument 'detectors'.",
      '5',
    ]);
  });

  test('holds for the functions of Node and of the language', async () => {
    expect((await refused("setTimeout('a', 'b')")).slice(0, 2)).toEqual([
      "Argument of type 'string' is not assignable to parameter 'callback' of type '() => void'.",
      "'a'",
    ]);
    expect((await refused('new Map(5)'))[1]).toBe('5');
  });

  test('has its place behind a magic, an emoji and an await that is repaired', async () => {
    const code = "%matplotlib inline\nconst s = '😀'; await (RE(scan([det], motor, 'a', 1, 3)))";
    const [message, , , caret = ''] = tracebackOf(await kernel.execute(code));
    expect(message).toContain("2:46 - Argument of type 'string' is not assignable to parameter 'start'");
    expect(caret.indexOf('^')).toBe(45);
  });
});

describe('other long messages', () => {
  test('of a chain the first and the deepest reason are told', async () => {
    expect(await refused('RE([count([det])])')).toEqual([
      "Argument of type 'Plan<string>[]' is not assignable to parameter of type 'PlanInput'.",
      '[count([det])]',
      expect.stringMatching(/^Type 'Generator<Msg, string, any>' is missing .* from type 'Msg'/),
    ]);
  });

  test('long types are cut', async () => {
    const [message] = await refused('RE(count)');
    expect(message).toMatch(
      /^Argument of type '\{ \(detectors[^']{70,80}…' is not assignable to parameter of type 'PlanInput'\.$/,
    );
  });
});
