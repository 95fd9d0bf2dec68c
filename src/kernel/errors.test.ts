import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KernelClient, resultOf, streamText, tracebackOf } from '../../tests/instruments/kernel-client.js';

const folder = mkdtempSync(join(tmpdir(), 'errors-'));
const file = (name: string, text: string): void => writeFileSync(join(folder, name), text);

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start(folder);
}, 30_000);
afterAll(() => kernel.close());

/** A traceback with numbers of cells left out. */
const failing = async (code: string): Promise<string[]> =>
  tracebackOf(await kernel.execute(code)).map((line) => line.replace(/cell \d+/, 'cell N'));

describe('an error in a cell shows place, line of code and caret', () => {
  test.each([
    [
      'of types',
      "const fine = 1\n  const n: number = 'a'",
      [
        "TypeScriptError: 2:9 - Type 'string' is not assignable to type 'number'.",
        "  const n: number = 'a'",
        '        ^',
      ],
    ],
    ['of syntax', 'const x = (1 +\n  2', ["TypeScriptError: 2:4 - ')' expected.", '  2', '   ^']],
    [
      'thrown',
      'const a: number = 1\nif (a) {\n  (null as any).x\n}',
      [
        "TypeError: Cannot read properties of null (reading 'x')",
        '    at cell N, line 3:17',
        '',
        '  (null as any).x',
        `${' '.repeat(16)}^`,
      ],
    ],
    [
      'rejected',
      "const b: number = 1\nawait Promise.reject(new RangeError('far'))",
      [
        'RangeError: far',
        '    at cell N, line 2:22',
        '',
        "await Promise.reject(new RangeError('far'))",
        `${' '.repeat(21)}^`,
      ],
    ],
    [
      'behind an emoji',
      "const s = '😀'; throw new Error('x')",
      ['Error: x', '    at cell N, line 1:23', '', "const s = '😀'; throw new Error('x')", `${' '.repeat(22)}^`],
    ],
  ])('%s', async (_what, code, traceback) => {
    expect(await failing(code)).toEqual(traceback);
  });

  test('with all that went wrong with the types', async () => {
    const traceback = await failing("const s: string = 5; const t: number = 'x'");
    expect(traceback.filter((line) => line.startsWith('TypeScriptError'))).toHaveLength(2);
  });

  test('with its cause and the errors that it stands for', async () => {
    const caused = await failing("throw new Error('outer', { cause: new TypeError('inner') })");
    expect(caused.filter((line) => /^\S*:? ?\w*Error:/.test(line))).toEqual(['Error: outer']);
    expect(caused).toContain('Caused by: TypeError: inner');
    const several = await failing("throw new AggregateError([new Error('one'), new TypeError('two')], 'both')");
    expect(several.filter((line) => line.startsWith('One of'))).toEqual([
      'One of the errors: Error: one',
      'One of the errors: TypeError: two',
    ]);
  });

  test('with a message of megabytes cut, and a cause that goes in circles told once', async () => {
    const huge = await failing("throw new Error('x'.repeat(1e7))");
    expect(huge[0]).toMatch(/^Error: x{9000,}… \(\d+ more characters\)$/);
    const round = await failing("const e = new Error('round'); e.cause = e; throw e");
    expect(round.filter((line) => line.startsWith('Caused by'))).toEqual(['Caused by: the same error']);
  });

  test('with a recursion folded', async () => {
    const one = await failing('function f(n: number): number { return f(n + 1) + 1 }\nf(0)');
    expect(one[0]).toBe('RangeError: Maximum call stack size exceeded');
    expect(one).toContain('    ... the line above 98 more times');
    expect(one.length).toBeLessThan(8);
    const two = await failing(
      "function g(n: number): number { return h(n + 1) }\nfunction h(n: number): number { if (n > 30) throw new Error('deep'); return g(n) }\ng(0)",
    );
    expect(two).toContain('    ... the 2 lines above 29 more times');
    expect(two).toContain('    at cell N, line 3:1');
  });
});

describe('an error in a file that a cell imports', () => {
  test('thrown there has its lines and those of the cell', async () => {
    file(
      'thrower.ts',
      "interface Unused {\n  a: string\n}\nexport function bad(n: number): number {\n  if (n > 3)\n    throw new Error('sib');\n  return n;\n}\n",
    );
    expect(await failing("import { bad } from './thrower'\nbad(5)")).toEqual([
      'Error: sib',
      '    at bad (thrower.ts, line 6:11)',
      '    at cell N, line 2:4',
      '',
      "    throw new Error('sib');",
      `${' '.repeat(10)}^`,
    ]);
  });

  test('of its types shows its line', async () => {
    file('types.ts', "export const a = 1\nexport const wrong: number = 's'\n");
    expect(await failing("import { wrong } from './types'; wrong")).toEqual([
      "TypeScriptError: types.ts 2:14 - Type 'string' is not assignable to type 'number'.",
      "export const wrong: number = 's'",
      `${' '.repeat(13)}${'^'.repeat(5)}`,
    ]);
  });

  test('of its types with reasons beneath it is told in the file too', async () => {
    file(
      'chain.ts',
      'export interface Deep { a: { b: string } }\nconst five = { a: { b: 5 } }\nexport const deep: Deep = five\n',
    );
    expect(await failing("import { deep } from './chain'; deep")).toEqual([
      "TypeScriptError: chain.ts 3:14 - Type '{ a: { b: number; }; }' is not assignable to type 'Deep'.\n  Type 'number' is not assignable to type 'string'.",
      'export const deep: Deep = five',
      `${' '.repeat(13)}${'^'.repeat(4)}`,
    ]);
  });

  test('files that import each other are loaded as Node does', async () => {
    file('a.ts', 'import { b } from "./b"\nexport const a = (): number => b() + 1\n');
    file('b.ts', 'import { a } from "./a"\nexport const b = (): number => 1\nexport const c = (): number => a()\n');
    expect(resultOf(await kernel.execute("import { a } from './a'; import { c } from './b'; [a(), c()]"))).toBe(
      '[ 2, 2 ]',
    );
    file('early.ts', 'import { late } from "./late"\nexport const early: number[] = [late.length]\n');
    file('late.ts', 'import { early } from "./early"\nexport const late: number[] = [early.length]\n');
    expect((await failing("import { early } from './early'; early"))[0]).toMatch(
      /^TypeError: Cannot read properties of undefined/,
    );
    expect(resultOf(await kernel.execute('1 + 1'))).toBe('2');
  });
});

describe('an error in a plan leads to the line that ran it', () => {
  const counted = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\d+ calls?/, 'N calls'));
  beforeAll(async () => {
    await kernel.execute(
      "import { RunEngine, scan, count } from 'livesky'; import { det, motor } from 'livesky/sim'; const RE = new RunEngine()",
    );
  });

  test('with an argument that cannot be, though the types were silenced', async () => {
    const bad = "await RE(scan([det], motor, 'a' as any, 1, 3))";
    expect(counted(await failing(`const c = 1\n${bad}`))).toEqual([
      'PlanArgumentError: scan(): the first position of motor must be a finite number, not "a".',
      '    ... N calls within livesky',
      '    at cell N, line 2:7',
      '',
      bad,
      '      ^',
    ]);
  });

  test("through the user's own plans and functions", async () => {
    const code =
      'function* mine() {\n  yield* count([{} as any])\n}\nasync function go() {\n  await RE(mine())\n}\nawait go()';
    expect(counted(await failing(code)).slice(1)).toEqual([
      '    ... N calls within livesky',
      '    at mine (cell N, line 2:10)',
      '    ... N calls within livesky',
      '    at go (cell N, line 5:9)',
      '    at cell N, line 7:7',
      '',
      '  yield* count([{} as any])',
      '         ^',
    ]);
  });

  test('after a pause to the line that resumed it', async () => {
    await kernel.execute(
      "import { sleep } from 'livesky'\nfunction* halfWay() { RE.requestPause(); yield* sleep(0); throw new Error('second half') }\nawait RE(halfWay())",
    );
    expect(counted(await failing('await RE.resume()')).slice(0, 4)).toEqual([
      'Error: second half',
      '    at halfWay (cell N, line 2:65)',
      '    ... N calls within livesky',
      '    at cell N, line 1:10',
    ]);
  });
});

describe('an error that nobody waits for', () => {
  test('is told in the cell that started the work, with place, line and caret', async () => {
    const id = await kernel.send('execute_request', {
      code: "setTimeout(() => {\n  throw new Error('late')\n}, 20)\nvoid Promise.reject(new RangeError('rejected'))\nvoid Promise.reject(undefined)",
    });
    await kernel.answer(id);
    const other = await kernel.execute('await new Promise((r) => setTimeout(r, 80))');
    expect(streamText(other.published, 'stderr')).toBe('');
    const told = streamText(kernel.of(id, 'stream'), 'stderr').replace(/cell \d+/g, 'cell N');
    expect(told).toContain(
      "RangeError: rejected\n    at cell N, line 4:21\n\nvoid Promise.reject(new RangeError('rejected'))\n",
    );
    expect(told).toContain('Thrown: undefined\n');
    expect(told).toMatch(/Error: late\n {4}at .*\(cell N, line 2:9\)\n\n {2}throw new Error\('late'\)\n {8}\^\n/);
  });
});

describe('an error that is printed', () => {
  test('has the same places, with what else it carries', async () => {
    const answer = await kernel.execute("console.error(Object.assign(new RangeError('far'), { code: 'E1' }))");
    expect(streamText(answer.published, 'stderr').replace(/cell \d+/, 'cell N')).toBe(
      "RangeError: far\n    at cell N, line 1:29\n\nconsole.error(Object.assign(new RangeError('far'), { code: 'E1' }))\n                            ^ { code: 'E1' }\n",
    );
    const within = await kernel.execute("console.log([{ why: new Error('inner') }])");
    expect(streamText(within.published, 'stdout')).toMatch(/why: Error: inner\n +at cell \d+, line 1:21\n/);
    expect(streamText(within.published, 'stdout')).not.toMatch(/node:|livesky-cell/);
  });
});

describe('what is thrown need not be an error', () => {
  test.each([
    ['throw null', 'Thrown: null'],
    ["throw 'text'", 'Thrown: text'],
    ['throw { a: 1 }', 'Thrown: { a: 1 }'],
    [
      "class Weird extends Error { get message(): string { throw new Error('no') } }\nthrow new Weird()",
      'Thrown: Something was thrown that cannot be described: no',
    ],
    [
      "throw new Proxy({}, { get() { throw new Error('trap') } })",
      'Thrown: Something was thrown that cannot be described: trap',
    ],
    ["throw Object.assign(new Error('x'), { stack: 5 })", 'Error: x'],
  ])('%s', async (code, first) => {
    expect((await failing(code))[0]).toBe(first);
  });
});
