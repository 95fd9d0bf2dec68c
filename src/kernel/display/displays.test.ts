import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentOf, KernelClient, resultOf, streamText, typesOf } from '../../../tests/instruments/kernel-client.js';
import type { Answer } from '../../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute("import { clearOutput, display } from 'livesky'");
}, 30_000);
afterAll(() => kernel.close());

interface Shown {
  data: Record<string, string>;
  transient: { display_id: string };
}
const shownBy = ({ published }: Answer): Shown[] =>
  published
    .filter(({ header }) => /display_data$/.test(header.msg_type))
    .map(({ content }) => content as unknown as Shown);

describe('a last expression', () => {
  test('is shown in its ready forms', async () => {
    const answer = await kernel.execute('[{ a: 1 }, { a: 2 }]');
    expect(contentOf(answer, 'execute_result')?.data).toEqual({
      'text/plain': '[ { a: 1 }, { a: 2 } ]',
      'text/html': expect.stringContaining('<th>a</th>') as string,
    });
  });

  test("that is an error has the user's own lines", async () => {
    const answer = await kernel.execute("const wrong = new RangeError('far')\nwrong");
    const data = contentOf(answer, 'execute_result')?.data as Record<string, string>;
    expect(data['text/plain']).toMatch(/^RangeError: far\n {4}at cell \d+, line 1:15\n\nconst wrong = new RangeError/);
    expect(data['application/vnd.jupyter.stderr']).toBe(data['text/plain']);
  });

  test('whose own method fails is an error at its place, and the kernel lives on', async () => {
    const thrown = await kernel.execute("({ [Symbol.for('Jupyter.display')]() { throw new Error('cannot') } })");
    expect(thrown.reply.content).toMatchObject({ status: 'error', ename: 'Error', evalue: 'cannot' });
    expect(thrown.reply.content.traceback).toContainEqual(expect.stringMatching(/cell \d+, line 1:46/));
    const loop = await kernel.execute(
      "const o: any = {}; o.o = o; ({ [Symbol.for('Jupyter.display')]: () => ({ 'application/json': o }) })",
    );
    expect(loop.reply.content).toMatchObject({ ename: 'DisplayError' });
    expect(resultOf(await kernel.execute('1 + 1'))).toBe('2');
  });

  test('that is a promise is awaited', async () => {
    expect(resultOf(await kernel.execute('(async () => { await null; return [7] })()'))).toBe('[ 7 ]');
    expect(resultOf(await kernel.execute('[Promise.resolve(7)]'))).toBe('[ Promise { 7 } ]');
  });
});

describe('display()', () => {
  test('shows in order with what is printed, and updates in place', async () => {
    const answer = await kernel.execute(
      "console.log('before'); const shown = display([{ a: 1 }]); console.log('after'); shown.update(new Map([['k', 1]]))",
    );
    expect(typesOf(answer).slice(2, -1)).toEqual(['stream', 'display_data', 'stream', 'update_display_data']);
    const [first, second] = shownBy(answer);
    expect(first?.data['text/html']).toContain('<th>a</th>');
    expect(second?.data['text/plain']).toBe("Map(1) { 'k' => 1 }");
    expect(second?.transient.display_id).toBe(first?.transient.display_id);
    const later = await kernel.execute("shown.update('from another cell')");
    expect(shownBy(later)[0]?.transient).toEqual(first?.transient);
  });

  test('shows a bundle as it is, with a text', async () => {
    const answer = await kernel.execute("display({ 'text/html': '<b>x</b>' }, { raw: true }); undefined");
    expect(shownBy(answer)[0]?.data).toEqual({ 'text/html': '<b>x</b>', 'text/plain': '[text/html]' });
    const refused = await kernel.execute('display(5, { raw: true })');
    expect(refused.reply.content).toMatchObject({ ename: 'DisplayError' });
  });

  test('shows a promise as what becomes of it', async () => {
    const code = (work: string): string =>
      `const d${work.length} = display((async () => { await null; ${work} })()); await new Promise((r) => setTimeout(r, 20))`;
    const kept = shownBy(await kernel.execute(code('return [{ a: 1 }]')));
    expect(kept.map(({ data }) => data['text/plain'])).toEqual(['Promise { <pending> }', '[ { a: 1 } ]']);
    const broken = await kernel.execute(code("throw new Error('broken')"));
    expect(shownBy(broken)[1]?.data['text/plain']).toMatch(/^Error: broken\n {4}at .*cell \d+, line 1:/);
    expect(broken.reply.content.status).toBe('ok');
  });

  test('waits for forms that are promised and keeps the order', async () => {
    const answer = await kernel.execute(
      "const slow = (text: string) => ({ [Symbol.for('Jupyter.display')]: async () => { await new Promise((r) => setTimeout(r, 20)); return { 'text/plain': text } } })\n" +
        "const handle = display(slow('one')); handle.update('two'); await handle.shown; console.log('sent')",
    );
    expect(shownBy(answer).map(({ data }) => data['text/plain'])).toEqual(['one', "'two'"]);
    expect(typesOf(answer).slice(2, -1)).toEqual(['display_data', 'update_display_data', 'stream']);
    const failing = await kernel.execute(
      "const bad = display({ [Symbol.for('Jupyter.display')]: async () => { await null; throw new Error('no form') } }); await bad.shown",
    );
    expect(streamText(failing.published, 'stderr')).toContain('Error: no form');
  });

  test('clearOutput empties the cell', async () => {
    expect(contentOf(await kernel.execute('clearOutput(); display(1)'), 'clear_output')).toEqual({ wait: false });
    expect(contentOf(await kernel.execute('clearOutput({ wait: true })'), 'clear_output')).toEqual({ wait: true });
  });
});
