import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KernelClient, resultOf, streamText } from '../../tests/instruments/kernel-client.js';
import type { Message } from './message.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
  await kernel.execute(SETUP);
}, 30_000);
afterAll(() => kernel.close());

const SETUP = `
import { input, Msg, RunEngine } from 'livesky'
import * as bps from 'livesky/plan-stubs'
const RE = new RunEngine()
const answers: unknown[] = []
function* asking(prompt: string) {
  yield* bps.openRun()
  yield* bps.checkpoint()
  answers.push(yield* bps.inputPlan(prompt))
  yield* bps.closeRun()
}
`;

/** Starts a cell whose page takes questions, or not. */
const start = (code: string, allow_stdin = true): Promise<string> =>
  kernel.send('execute_request', { code, silent: false, store_history: true, stop_on_error: true, allow_stdin });

/** Waits for the question with a prompt. */
const question = (prompt: string, times = 1): Promise<Message> =>
  kernel.until(() => kernel.questions.filter(({ content }) => content.prompt === prompt)[times - 1]);

const reply = (to: Message | undefined, value: unknown): Promise<string> =>
  kernel.send('input_reply', { status: 'ok', value }, { channel: 'stdin', parent: to?.header ?? {} });

const press = (): Promise<unknown> => kernel.request('interrupt_request', {}, { channel: 'control' });

const run = (code: string): ReturnType<KernelClient['execute']> =>
  kernel.execute(code, { content: { allow_stdin: true } });

describe('a cell', () => {
  test('asks the page that ran it, and gets the line; what it printed before comes first', async () => {
    const id = await start("console.log('before'); await input('Name? ')");
    const asked = await question('Name? ');
    expect(asked.header.msg_type).toBe('input_request');
    expect(asked.parent.msg_id).toBe(id);
    expect(asked.content).toEqual({ prompt: 'Name? ', password: false });
    expect(streamText(kernel.of(id, 'stream'), 'stdout')).toBe('before\n');
    await reply(asked, 'Ada "𝒜"');
    expect(resultOf(await kernel.answer(id))).toBe(`'Ada "𝒜"'`);
  });

  test('asks for a password, and takes an answer that does not say what it answers', async () => {
    const id = await start("(await input('Token: ', { password: true })).length");
    expect((await question('Token: ')).content.password).toBe(true);
    await reply(undefined, '12345');
    expect(resultOf(await kernel.answer(id))).toBe('5');
  });

  test('asks one question after another, and an answer counts for its own question only', async () => {
    const id = await start("await Promise.all([input('first'), input('second')])");
    const first = await question('first');
    await kernel.request('complete_request', { code: 'Math.ma', cursor_pos: 7 });
    expect(kernel.questions.some(({ content }) => content.prompt === 'second')).toBe(false);
    await reply(first, 'a');
    const second = await question('second');
    await reply(first, 'again');
    await reply(second, 'b');
    expect(resultOf(await kernel.answer(id))).toBe("[ 'a', 'b' ]");
  });

  test('is answered about comms and completion meanwhile', async () => {
    const id = await start("await input('busy?')");
    const asked = await question('busy?');
    expect(
      (await kernel.request('complete_request', { code: 'Math.flo', cursor_pos: 8 })).reply.content.matches,
    ).toEqual(['floor']);
    expect((await kernel.request('comm_info_request')).reply.content.status).toBe('ok');
    await reply(asked, 'no');
    await kernel.answer(id);
  });

  test('is told when its page takes no questions', async () => {
    for (const content of [{ allow_stdin: false }, {}]) {
      const { reply: failed } = await kernel.execute("await input('x?')", { content });
      expect(failed.content).toMatchObject({ status: 'error', ename: 'InputError' });
      expect(failed.content.evalue).toMatch(/'x\?' cannot be asked: .*\(allow_stdin\)/);
    }
    expect(kernel.questions.some(({ content }) => content.prompt === 'x?')).toBe(false);
  });

  test('is told when the answer is no text', async () => {
    const id = await start("await input('bad?')");
    await reply(await question('bad?'), { toString: 1 });
    expect((await kernel.answer(id)).reply.content).toMatchObject({ status: 'error', ename: 'InputError' });
  });

  test('is ended by the stop button, and a late answer does nothing', async () => {
    const id = await start("await input('stop?')");
    const asked = await question('stop?');
    await press();
    expect((await kernel.answer(id)).reply.content).toMatchObject({ status: 'error', ename: 'KeyboardInterrupt' });
    await reply(asked, 'late');
    const next = await start("await input('next?')");
    const after = await question('next?');
    await reply(asked, 'late');
    await reply(after, 'right');
    expect(resultOf(await kernel.answer(next))).toBe("'right'");
  });
});

describe('work that goes on after its cell', () => {
  test('cannot ask, neither with a question that is open nor with a new one, while another cell runs', async () => {
    await run(
      "var late: unknown[] = []; const keep = (e: Error) => void late.push(e.message); input('open').catch(keep); undefined",
    );
    await run(
      "var go: () => void = () => {}; void new Promise<void>((done) => (go = done)).then(() => input('new')).catch(keep)",
    );
    const { reply: done } = await run('go(); await new Promise((done) => setTimeout(done, 20)); late');
    expect(done.content.status).toBe('ok');
    const told = resultOf(await run('late.join("\\n")'));
    expect(told).toMatch(/cell \d+ has ended, so that 'open' cannot be asked/);
    expect(told).toMatch(/cell \d+ has ended, so that 'new' cannot be asked/);
  });
});

describe('a plan', () => {
  test('asks in the cell that runs it', async () => {
    const id = await start("await RE(asking('Sample? ')); answers.at(-1)");
    const asked = await question('Sample? ');
    expect(asked.parent.msg_id).toBe(id);
    await reply(asked, 'Ni');
    expect(resultOf(await kernel.answer(id))).toBe("'Ni'");
  });

  test('is paused while it asks by a second press, and asks again in the cell that resumes it', async () => {
    const id = await start("await RE(asking('Go on? '))");
    const asked = await question('Go on? ');
    await press();
    await press();
    expect((await kernel.answer(id)).reply.content).toMatchObject({ ename: 'RunEngineInterrupted' });
    const resumed = await start('await RE.resume(); answers.at(-1)');
    const again = await question('Go on? ', 2);
    expect(again.parent.msg_id).toBe(resumed);
    await reply(asked, 'late');
    await reply(again, 'yes');
    expect(resultOf(await kernel.answer(resumed))).toBe("'yes'");
  });

  test('takes its question back when it is paused, and the next question is asked', async () => {
    const begun =
      "const paused = RE(asking('Paused? ')).catch(() => 0); await new Promise((done) => setTimeout(done, 20))";
    const id = await start(`${begun}; await Promise.all([paused, input('then? ')])`);
    await question('Paused? ');
    await press();
    await press();
    await reply(await question('then? '), 'ok');
    expect(resultOf(await kernel.answer(id))).toBe("[ 0, 'ok' ]");
    await run('await RE.abort()');
  });

  test('fails where its page takes no questions, and the engine is usable', async () => {
    const { reply: failed } = await kernel.execute("await RE(asking('x'))", { content: { allow_stdin: false } });
    expect(failed.content).toMatchObject({ status: 'error', ename: 'InputError' });
    expect(resultOf(await run('RE.state'))).toBe("'idle'");
  });
});

test('the kernel ends while it asks', async () => {
  const other = await KernelClient.start();
  try {
    await other.execute(SETUP);
    const code = "await RE(asking('Shut down? '))";
    await other.send('execute_request', { code, silent: false, allow_stdin: true });
    await other.until(() => other.questions[0]);
    const gone = new Promise((resolve) => other.process.once('exit', resolve));
    await other.send('shutdown_request', { restart: false }, { channel: 'control' });
    expect(await gone).toBe(0);
  } finally {
    other.close();
  }
}, 30_000);
