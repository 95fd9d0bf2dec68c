import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contentOf,
  KernelClient,
  resultOf,
  streamText,
  tracebackOf,
} from '../../../tests/instruments/kernel-client.js';
import type { Answer } from '../../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
}, 30_000);
afterAll(() => kernel.close());

const printed = ({ published }: Answer): string => streamText(published, 'stdout');
/** What the stopwatch says, in milliseconds. */
const wallOf = (answer: Answer): number => {
  const [, value, unit = ''] = /Wall time: ([\d.]+) (µs|ms|s)/.exec(printed(answer)) ?? [];
  return Number(value) * ({ µs: 0.001, ms: 1, s: 1000 }[unit] ?? NaN);
};
const paged = ({ reply }: Answer): string | undefined =>
  (reply.content.payload as { data: { 'text/plain': string } }[])[0]?.data['text/plain'];

describe('%time', () => {
  test('times a statement, with its result, declarations and positions as without', async () => {
    const last = await kernel.execute('const a = 2\n%time a + 1');
    expect(resultOf(last)).toBe('3');
    expect(printed(last)).toMatch(/^CPU times: user .*, sys: .*, total: .*\nWall time: [\d.]+ .?s\n$/);
    const middle = await kernel.execute(
      "%time const b = await (new Promise<number>((r) => setTimeout(r, 60, 7)))\nconsole.log('then'); b",
    );
    expect(resultOf(middle)).toBe('7');
    expect(printed(middle)).toMatch(/^CPU times.*\nWall time: .*\nthen\n$/);
    expect(wallOf(middle)).toBeGreaterThan(55);
    const awaited = await kernel.execute('%time new Promise((r) => setTimeout(r, 60, 8))');
    expect(resultOf(awaited)).toBe('8');
    expect(wallOf(awaited)).toBeGreaterThan(55);
    const wrong = await kernel.execute("const c = 1\n%time const d: number = 'a'");
    expect(wrong.reply.content.evalue).toMatch(/^2:13 - Type 'string'/);
    const thrown = await kernel.execute("%time throw new Error('x')");
    expect(tracebackOf(thrown)).toContainEqual(expect.stringMatching(/line 1:13$/));
    expect(printed(thrown)).toContain('Wall time');
  });

  test('%%time times the whole cell', async () => {
    const answer = await kernel.execute('%%time\nawait new Promise((r) => setTimeout(r, 60)); 5');
    expect(resultOf(answer)).toBe('5');
    expect(wallOf(answer)).toBeGreaterThan(55);
  });

  test('says in one line where it does not belong', async () => {
    for (const code of ['%time', 'function f() {\n  %time g()\n}']) {
      expect(tracebackOf(await kernel.execute(code))).toEqual([expect.stringMatching(/^MagicError: %time/)]);
    }
  });
});

describe('a magic that there is not', () => {
  test.each([
    ['%timeit f()', /^MagicError: %timeit is a magic of Python's kernel\. Use %time\.$/],
    ['const q1 = 1\n%pylab', /^MagicError: %pylab is a magic/],
    ['%%bash\nls -l', /^MagicError: %%bash .*execSync/],
    ['!ls -l', /^MagicError: !ls: cells run no shell/],
    ['%wibble', /^MagicError: There is no magic %wibble\. The magics here: %matplotlib, %time, %livesky\.$/],
    ['const q2 = 1\n%wibble wobble', /^MagicError: There is no magic %wibble/],
    ['1\n%%time', /^MagicError: %%time: it must be the first line/],
    ['%%matplotlib inline', /^MagicError: %%matplotlib: write %matplotlib/],
    ['%matplotlib tk', /^MagicError: %matplotlib tk: choose one of notebook, widget, inline and qt\.$/],
    ['%livesky nothing', /^MagicError: %livesky nothing: choose one of help and startup\.$/],
  ])('%j gets one helpful line', async (code, line) => {
    const answer = await kernel.execute(code);
    expect(answer.reply.content).toMatchObject({ status: 'error', ename: 'MagicError' });
    expect(tracebackOf(answer)).toEqual([expect.stringMatching(line)]);
  });

  test('a percent sign in TypeScript stays one', async () => {
    expect(resultOf(await kernel.execute('const q = 5; 17\n  %q'))).toBe('2');
    expect((await kernel.execute('17\n  %undeclared')).reply.content.ename).toBe('TypeScriptError');
    expect(resultOf(await kernel.execute('const isSo = true; isSo\n ?q\n :0'))).toBe('5');
  });
});

describe('help', () => {
  test('%livesky help lists the magics', async () => {
    expect(printed(await kernel.execute('%livesky help'))).toMatch(/%matplotlib notebook +\S.*\n[^]*%%time +\S/);
  });

  test('?name and name? page what is known, after the cell has run', async () => {
    const asked = await kernel.execute('/** How far. */\nconst distance = 5\n?distance');
    expect(paged(asked)).toBe('const distance: 5\n\nHow far.');
    expect(paged(await kernel.execute('distance?'))).toContain('const distance: 5');
    expect(paged(await kernel.execute('?Math.floor\nnonsense?'))).toMatch(
      /floor\(x: number\)[^]*Nothing is known about 'nonsense'/,
    );
    expect(paged(await kernel.execute('%time?'))).toContain('%%time');
    expect((await kernel.execute('1')).reply.content.payload).toEqual([]);
  });

  test('completion and inspection know magics', async () => {
    const complete = async (code: string): Promise<unknown> => {
      const { content } = (await kernel.request('complete_request', { code, cursor_pos: code.length })).reply;
      return [content.matches, content.cursor_start, content.cursor_end];
    };
    expect(await complete('%mat')).toEqual([['%matplotlib'], 0, 4]);
    expect(await complete('1;\n  %')).toEqual([['%matplotlib', '%time', '%livesky'], 5, 6]);
    expect(await complete('%t')).toEqual([['%time', '%%time'], 0, 2]);
    expect(await complete('%%t')).toEqual([['%%time'], 0, 3]);
    expect(await complete('%matplotlib no')).toEqual([['notebook'], 12, 14]);
    expect(await complete('%livesky ')).toEqual([['help', 'startup'], 9, 9]);
    expect(await complete('%time Math.flo')).toEqual([['floor'], 11, 14]);
    expect(await complete('%matplotlib inline\nMath.flo')).toEqual([['floor'], 24, 27]);
    const { content } = (await kernel.request('inspect_request', { code: '%time f()', cursor_pos: 3 })).reply;
    expect((content.data as { 'text/plain': string })['text/plain']).toContain('%%time');
    const inner = await kernel.request('inspect_request', { code: '%time Math.floor(1)', cursor_pos: 13 });
    expect(JSON.stringify(inner.reply.content.data)).toContain('floor');
  });

  test('the code that the page shows is the code that was sent', async () => {
    const code = '%time 1 + 1\n?Math';
    expect(contentOf(await kernel.execute(code), 'execute_input')?.code).toBe(code);
  });
});
