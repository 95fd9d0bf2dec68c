import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contentOf,
  KernelClient,
  resultOf,
  streamText,
  tracebackOf,
  typesOf,
} from '../../tests/instruments/kernel-client.js';

let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
}, 30_000);
afterAll(() => kernel.close());

const alive = async (): Promise<void> => expect(resultOf(await kernel.execute('20 + 3'))).toBe('23');
const logged = (text: RegExp): Promise<true> => kernel.until(() => (text.test(kernel.stderr) ? true : undefined));

describe('messages', () => {
  const frames = (...parts: (string | Buffer)[]): Buffer[] => parts.map((part) => Buffer.from(part));

  test('that are no messages, cut off or wrongly signed are dropped with a line each', async () => {
    await kernel.shell.send(frames('no delimiter'));
    await kernel.shell.send(frames('<IDS|MSG>'));
    await kernel.shell.send(frames('<IDS|MSG>', 'signature', '{}', '{}'));
    await kernel.shell.send(frames('<IDS|MSG>', 'bad', '{}', '{}', '{}', '{}'));
    await kernel.control.send(frames('', '', ''));
    await logged(/delimiter[^]*too few frames[^]*too few frames[^]*wrong signature/);
    await alive();
  });

  test('that are signed and wrong are dropped too', async () => {
    const signed = (...parts: string[]): Buffer[] => {
      const message = { identities: [], header: {} as never, parent: {}, metadata: {}, content: {}, buffers: [] };
      const [delimiter] = kernel.codec.encode(message);
      const signature = kernel.sign(parts);
      return [Buffer.from(delimiter as Uint8Array), Buffer.from(signature), ...frames(...parts)];
    };
    await kernel.shell.send(signed('[]', '{}', '{}', '{}'));
    await kernel.shell.send(signed('{}', '{}', '{}', '{}'));
    await kernel.shell.send(signed('{"msg_id": 5', '{}', '{}', '{}'));
    await logged(/not a JSON object[^]*lacks msg_type or msg_id[^]*not JSON/);
    await alive();
  });

  test('of a type that is not known get busy and idle, and a line in the log', async () => {
    const id = await kernel.send('frobnicate_request', { a: 1 });
    const states = await kernel.until(() =>
      kernel.of(id, 'status').length === 2 ? kernel.of(id, 'status') : undefined,
    );
    expect(states.map(({ content }) => content.execution_state)).toEqual(['busy', 'idle']);
    await logged(/"frobnicate_request" is not known/);
    await alive();
  });

  test('of a known type with nonsense in them are answered', async () => {
    for (const content of [
      {},
      { code: 5, cursor_pos: 'x' },
      { code: 'Math.flo', cursor_pos: 1e9 },
      { code: 'a', cursor_pos: -4 },
      { code: null },
    ]) {
      for (const type of [
        'complete_request',
        'inspect_request',
        'is_complete_request',
        'history_request',
        'comm_info_request',
        'kernel_info_request',
      ]) {
        const { reply } = await kernel.request(type, content);
        expect(reply.content.status, `${type} ${JSON.stringify(content)}`).toMatch(
          /^(ok|complete|incomplete|invalid)$/,
        );
      }
    }
    expect((await kernel.request('execute_request', {})).reply.content.status).toBe('ok');
    expect((await kernel.request('execute_request', { code: 7, user_expressions: 'no' })).reply.content.status).toBe(
      'ok',
    );
    await alive();
  });
});

describe('comms', () => {
  test('to a target that is not known are closed at once, messages to unknown ids ignored', async () => {
    const id = await kernel.send('comm_open', { comm_id: 'c1', target_name: 'no.such', data: {} });
    expect((await kernel.until(() => kernel.of(id, 'comm_close')[0])).content).toMatchObject({ comm_id: 'c1' });
    for (const [type, content] of [
      ['comm_msg', { comm_id: 'never-opened', data: {} }],
      ['comm_msg', {}],
      ['comm_close', { comm_id: 'never-opened' }],
      ['comm_open', {}],
      ['comm_open', { comm_id: 5, target_name: 'jupyter.widget.control' }],
      ['comm_open', { comm_id: 'c2', target_name: { toString: 'x' } }],
    ] as const) {
      const sent = await kernel.send(type, content);
      await kernel.until(() => (kernel.of(sent, 'status').length === 2 ? true : undefined));
    }
    await alive();
  });

  test('a widget message of the wrong shape changes nothing', async () => {
    await kernel.execute(
      "import { RunEngine, count, LiveTable } from 'livesky'; import { det } from 'livesky/sim'; const RE = new RunEngine()",
    );
    const cell = await kernel.execute('await RE(count([det], 2), new LiveTable([det]))');
    const opened = cell.published
      .filter(({ header }) => header.msg_type === 'comm_open')
      .map(({ content }) => content.comm_id);
    expect(opened.length).toBeGreaterThan(1);
    const wrong = [
      null,
      'text',
      5,
      [],
      {},
      { method: 5 },
      { method: 'update', state: 'no', buffer_paths: [['x']] },
      { method: 'custom' },
      { method: 'custom', content: { kind: 'control', action: 'explode' } },
      { method: 'custom', content: [1] },
    ];
    for (const comm_id of opened) {
      for (const data of wrong) {
        const sent = await kernel.send('comm_msg', { comm_id, data }, { buffers: [Buffer.from('stray')] });
        await kernel.until(() => (kernel.of(sent, 'status').length === 2 ? true : undefined));
        expect(kernel.of(sent, 'comm_msg')).toEqual([]);
      }
    }
    const again = await kernel.send('comm_msg', { comm_id: opened[0], data: { method: 'request_state' } });
    await kernel.until(() => kernel.of(again, 'comm_msg')[0]);
    await alive();
  });
});

describe('output without end', () => {
  test('a gigabyte in chunks ends in bounded time and memory, with a line that says what was dropped', async () => {
    const answer = await kernel.request('execute_request', {
      code: "const chunk = 'x'.repeat(1_000_000); for (let i = 0; i < 1000; i++) { process.stdout.write(chunk); if (i % 50 === 0) await new Promise((r) => setImmediate(r)) } process.memoryUsage().rss < 1e9",
    });
    expect(resultOf(answer)).toBe('true');
    expect(streamText(answer.published, 'stdout').length).toBeLessThan(10_000_000);
    expect(streamText(answer.published, 'stderr')).toMatch(/\d+ bytes of output were dropped/);
    await alive();
  }, 60_000);

  test('a million lines end, and the first of them are there', async () => {
    const answer = await kernel.execute('for (let i = 0; i < 1_000_000; i++) console.log(i); 5');
    expect(resultOf(answer)).toBe('5');
    expect(streamText(answer.published, 'stdout')).toMatch(/^0\n1\n2\n/);
    expect(typesOf(answer).filter((type) => type === 'stream').length).toBeLessThan(300);
    await alive();
  }, 60_000);

  test('a burst of twenty thousand messages arrives whole and in order', async () => {
    const answer = await kernel.execute(
      "import { display } from 'livesky'; for (let i = 0; i < 20_000; i++) display(i); undefined",
    );
    const shown = answer.published.filter(({ header }) => header.msg_type === 'display_data');
    expect(shown).toHaveLength(20_000);
    expect(
      shown.every(({ content }, i) => (content.data as { 'text/plain': string })['text/plain'] === String(i)),
    ).toBe(true);
  }, 60_000);
});

test('a cell that replaces the timers breaks its own, not those of the kernel', async () => {
  const code =
    "const [later, soon] = [setTimeout, setImmediate]; Object.assign(globalThis, { setTimeout: null, setImmediate: null }); console.log('printed')";
  expect(streamText((await kernel.execute(code)).published, 'stdout')).toBe('printed\n');
  expect((await kernel.execute('setTimeout(() => {}, 1)')).reply.content.status).toBe('error');
  await kernel.execute('Object.assign(globalThis, { setTimeout: later, setImmediate: soon })');
  await alive();
});

describe('the end of the kernel', () => {
  test.each([
    ['process.exit(3)', 3],
    ['await null; process.exit()', 0],
    ['try { process.exit(2) } catch { console.log("go on") }', 2],
  ])(
    '%s says which cell did it, and answers it',
    async (code, exitCode) => {
      const own = await KernelClient.start();
      const ended = new Promise((resolve) => own.process.once('exit', resolve));
      await own.execute('1');
      const answer = await own.execute(code);
      expect(streamText(answer.published, 'stderr')).toMatch(
        /^process\.exit\(\d*\) was called in cell 2: the kernel ends\.\n/,
      );
      if (!code.startsWith('try')) {
        expect(answer.reply.content).toMatchObject({ status: 'error', ename: 'KernelExit' });
        expect(tracebackOf(answer)).toEqual(['The kernel ends.']);
      }
      expect(await ended).toBe(exitCode);
      own.close();
    },
    30_000,
  );

  test('process.exit() in a timer names the cell that started it', async () => {
    const own = await KernelClient.start();
    const ended = new Promise((resolve) => own.process.once('exit', resolve));
    const id = await own.send('execute_request', { code: 'setTimeout(() => process.exit(), 100); 1' });
    await own.answer(id);
    await own.until(() => own.of(id, 'stream')[0]);
    expect(streamText(own.of(id, 'stream'), 'stderr')).toMatch(/called in cell 1: the kernel ends\.\n$/);
    expect(await ended).toBe(0);
    own.close();
  }, 30_000);

  test('SIGTERM ends it at once, also while a cell runs and timers are alive', async () => {
    const own = await KernelClient.start();
    const ended = new Promise((resolve) => own.process.once('exit', resolve));
    const id = await own.send('execute_request', {
      code: "setInterval(() => {}, 1000); console.log('on'); await new Promise(() => {})",
    });
    await own.until(() => own.of(id, 'stream')[0]);
    own.process.kill('SIGTERM');
    expect(await ended).toBe(0);
    own.close();
  }, 30_000);

  test('a restart begins anew: nothing is known, counting and history start again', async () => {
    const own = await KernelClient.start();
    await own.execute('const old = 1');
    const ended = new Promise((resolve) => own.process.once('exit', resolve));
    await own.request('shutdown_request', { restart: true }, { channel: 'control' });
    await ended;
    own.close();
    const next = await KernelClient.start();
    const answer = await next.execute('typeof old');
    expect(contentOf(answer, 'execute_input')?.execution_count).toBe(1);
    expect((await next.execute('old')).reply.content.ename).toBe('TypeScriptError');
    expect((await next.request('history_request', { hist_access_type: 'tail', n: 10 })).reply.content.history).toEqual([
      [1, 1, 'typeof old'],
      [1, 2, 'old'],
    ]);
    next.close();
  }, 30_000);
});
