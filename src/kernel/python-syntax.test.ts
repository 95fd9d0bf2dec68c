import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf, KernelClient, resultOf, tracebackOf } from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(
    "import { RunEngine, scan, count, LiveTable } from 'livesky'; import { det, motor } from 'livesky/sim'; const RE = new RunEngine()",
  );
}, 30_000);
afterAll(() => kernel.close());

/** The hints of a cell, each with the place of the error that it stands under. */
const hintsOf = async (code: string): Promise<string[]> => {
  const lines = tracebackOf(await kernel.execute(code));
  return lines.flatMap((line, index) => {
    if (!line.startsWith('In TypeScript: ')) return [];
    const headline = lines
      .slice(0, index)
      .reverse()
      .find((each) => each.startsWith('TypeScriptError: '));
    return [`${/\d+:\d+/.exec(headline ?? '')?.[0]} ${line.slice('In TypeScript: '.length)}`];
  });
};

describe('a cell in Python gets the TypeScript way next to the error', () => {
  test.each([
    ['from livesky import *', ["1:1 import { RunEngine, scan, ... } from 'livesky', each name by itself"]],
    ['from bluesky.plans import scan, grid_scan', ["1:1 import { scan, gridScan } from 'livesky'"]],
    ['from ophyd.sim import det', ["1:1 import { det } from 'livesky/sim'"]],
    ['import livesky as sky', ["1:1 import * as sky from 'livesky'"]],
    ['import bluesky.plans as bp', ["1:15 import * as bp from 'livesky'"]],
    ['# a comment', ['1:1 a comment begins with //']],
    ['const one = 1 # comment', ['1:15 a comment begins with //']],
    [
      '  await RE(scan([det], motor, -1, 1, num=3))',
      ['1:38 what is given by name is an object at the end: { num: 3 }'],
    ],
    [
      'scan([det], motor, -1, 1, num=3, per_step=f(1, 2))',
      ['1:27 what is given by name is an object at the end: { num: 3, perStep: f(1, 2) }'],
    ],
    ['const nothing = None', ['1:17 None is null, and undefined for what is not given']],
    ['const yes = True', ['1:13 True is true']],
    ['print("hi")', ['1:1 print is console.log(...)']],
    [
      'def my_plan(det_list):\n    yield from count(det_list)',
      ['1:1 function* myPlan(detList) { ... }', '2:16 yield* count(det_list)'],
    ],
    ['def f():\n    return 1', ['1:1 function f() { ... }']],
    ['RE.subscribe(lambda name, doc: print(doc))', ['1:14 (name, doc) => print(doc)']],
    ['f"at {motor.name}"', ['1:1 `at ${motor.name}`']],
    [
      'if det == None and True:\n    pass',
      ['1:4 if (det === null && true) { ... }', '2:5 pass is nothing between braces: {}'],
    ],
    ['for i in range(3):\n    print(i)', ['1:5 for (let i = 0; i < 3; i++) { ... }', '2:5 print is console.log(...)']],
    ['for each in [1]:\n    1', ['1:5 for (const each of [1]) { ... }']],
    ['await RE(grid_scan([det]))', ['1:10 names are written in camelCase: gridScan']],
    ['fresh = 5', ['1:1 declare it, as in const fresh = ..., or with let if it will change']],
    ['const chosen = det if motor else None', ['1:20 motor ? det : null']],
  ])('%j', async (code, hints) => {
    expect(await hintsOf(code)).toEqual(hints);
  });

  test('and one error for each line of it', async () => {
    const { traceback } = contentOf(await kernel.execute('from livesky import *'), 'error') as { traceback: string[] };
    expect(traceback).toEqual([
      'TypeScriptError: 1:1 - Unexpected keyword or identifier.',
      "  Cannot find name 'from'.",
      'from livesky import *',
      '^^^^',
      "In TypeScript: import { RunEngine, scan, ... } from 'livesky', each name by itself",
    ]);
  });
});

describe('TypeScript gets none', () => {
  test.each([
    ['of types', "const n: number = 'a or b'"],
    ['of a name beside texts', "console.log('this and that, not None', nowhere)"],
    ['of a name beside a comment', 'nowhere // if this or that else lambda x: x'],
    ['of a loop without let', 'for (i = 0; i < 3; i++) {}'],
    ['of a condition', 'if (det) 1 else nowhere()'],
    ['of syntax', 'const x = (1 +'],
    ['of a private name', 'class P { #x = 1; y = this.#z }'],
    ['of a member', 'RE.nothing'],
  ])('for an error %s', async (_what, code) => {
    const answer = await kernel.execute(code);
    expect(answer.reply.content.status).toBe('error');
    expect(await hintsOf(code)).toEqual([]);
  });

  test('where it is right, whatever its words', async () => {
    const code = 'let num = 1; const print = (a: number) => a; const from = print(num=3); from // lambda x: None';
    expect(resultOf(await kernel.execute(code))).toBe('3');
  });
});
