import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contentOf,
  KernelClient,
  resultOf,
  streamText,
  typesOf as types,
} from '../../tests/instruments/kernel-client.js';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The kernel that most tests share, in a folder with nothing in it. */
let kernel: KernelClient;
beforeAll(async () => {
  kernel = await KernelClient.start();
}, 30_000);
afterAll(() => kernel.close());

describe('requests', () => {
  test('kernel_info names the kernel', async () => {
    const { reply, published } = await kernel.request('kernel_info_request');
    expect(reply.content).toMatchObject({
      status: 'ok',
      implementation: 'livesky',
      language_info: { name: 'typescript', mimetype: 'text/typescript', file_extension: '.ts' },
      supported_features: [],
    });
    expect(published.map((each) => each.content.execution_state)).toEqual(['busy', 'idle']);
  });

  test('inspection between the brackets of a call tells what is called', async () => {
    await kernel.execute("import { scan as sweep } from 'livesky'");
    const code = 'sweep([], ';
    const inspected = await kernel.request('inspect_request', { code, cursor_pos: code.length, detail_level: 0 });
    expect(inspected.reply.content.found).toBe(true);
    expect(JSON.stringify(inspected.reply.content.data)).toMatch(/sweep.*detectors/);
  });

  test('completion and inspection know docs and count code points', async () => {
    const inspected = await kernel.request('inspect_request', {
      code: '"😀"; setTimeout',
      cursor_pos: 8,
      detail_level: 0,
    });
    expect(JSON.stringify(inspected.reply.content)).toContain('Schedules execution of a one-time');
    const completed = await kernel.request('complete_request', { code: '"😀"; conso', cursor_pos: 10 });
    expect(completed.reply.content).toMatchObject({ status: 'ok', cursor_start: 5, cursor_end: 10 });
    expect(completed.reply.content.matches).toContain('console');
    const magic = await kernel.request('complete_request', { code: '%mat', cursor_pos: 4 });
    expect(magic.reply.content).toMatchObject({ matches: ['%matplotlib'], cursor_start: 0, cursor_end: 4 });
  });

  test('is_complete and history', async () => {
    expect((await kernel.request('is_complete_request', { code: 'for (;;) {' })).reply.content.status).toBe(
      'incomplete',
    );
    expect((await kernel.request('is_complete_request', { code: '%matplotlib inline\n1' })).reply.content.status).toBe(
      'complete',
    );
    expect((await kernel.request('is_complete_request', { code: 'const = 5' })).reply.content.status).toBe('invalid');
    expect((await kernel.request('history_request', {})).reply.content).toMatchObject({ status: 'ok' });
  });
});

describe('cells', () => {
  test('echo the input, print, and give the last value', async () => {
    const answer = await kernel.execute(
      "console.log('to stdout'); console.error('to stderr'); console.log('again'); ({ a: 1 })",
    );
    expect(types(answer)).toEqual([
      'status',
      'execute_input',
      'stream',
      'stream',
      'stream',
      'execute_result',
      'status',
    ]);
    expect(resultOf(answer)).toBe('{ a: 1 }');
    expect(answer.reply.content).toMatchObject({ status: 'ok', user_expressions: {} });
  });

  test('show what a value says of itself, and nothing for undefined', async () => {
    const shown = await kernel.execute(
      "({ [Symbol.for('Jupyter.display')]: () => ({ 'text/html': '<b>x</b>', 'text/plain': 'x' }) })",
    );
    expect(contentOf(shown, 'execute_result')).toMatchObject({ data: { 'text/html': '<b>x</b>', 'text/plain': 'x' } });
    expect(types(await kernel.execute('undefined'))).not.toContain('execute_result');
    expect(resultOf(await kernel.execute('Promise.resolve(7)'))).toBe('7');
  });

  test('know Node and its ambient types from an empty folder', async () => {
    const answer = await kernel.execute(
      "import os from 'node:os'; setTimeout(() => {}, 1); console.log(typeof os.cpus); Buffer.from('a').length",
    );
    expect(resultOf(answer)).toBe('1');
  });

  test('a failed cell keeps what it declared before, with its type, and nothing else', async () => {
    const failed = await kernel.execute(
      "const reached = 42; class Kept { x = reached }\nawait Promise.resolve(); throw new RangeError('no further'); const unreached = 1; class Lost {}",
    );
    expect(failed.reply.content).toMatchObject({ status: 'error', ename: 'RangeError', evalue: 'no further' });
    expect(contentOf(failed, 'error')).toMatchObject({
      ename: 'RangeError',
      traceback: expect.arrayContaining(['RangeError: no further']) as unknown,
    });
    expect(resultOf(await kernel.execute('reached + new Kept().x'))).toBe('84');
    expect((await kernel.execute('const s: string = reached')).reply.content).toMatchObject({
      ename: 'TypeScriptError',
    });
    expect((await kernel.execute('s')).reply.content.evalue).toMatch(/Cannot find name 's'/);
    expect((await kernel.execute('unreached')).reply.content.evalue).toMatch(/Cannot find name 'unreached'/);
    expect((await kernel.execute('new Lost()')).reply.content.evalue).toMatch(/Cannot find name 'Lost'/);
  });

  test('a name that a failed cell did not reach stays what it was', async () => {
    await kernel.execute('const stays = 5');
    await kernel.execute("if (stays > 1) throw new Error('x'); const stays = 'new'").catch(() => undefined);
    await kernel.execute("throw new Error('x'); const stays = 'new'");
    expect(resultOf(await kernel.execute('stays + 1'))).toBe('6');
  });

  test('type errors come as one error with place, source line and caret', async () => {
    const answer = await kernel.execute("const fine = 1\nconst wrong: number = 'a'");
    const error = contentOf(answer, 'error') as { ename: string; evalue: string; traceback: string[] };
    expect(error.ename).toBe('TypeScriptError');
    expect(error.evalue).toMatch(/^2:7 - Type 'string'/);
    expect(error.traceback.slice(1)).toEqual(["const wrong: number = 'a'", '      ^^^^^']);
  });

  test('await of a parenthesis and export are taken as they are meant', async () => {
    expect(
      resultOf(
        await kernel.execute('const later = Promise.resolve({ y: 4 })\nexport const z = 3\nz + (await (later)).y'),
      ),
    ).toBe('7');
    expect(resultOf(await kernel.execute('const r = await (async (a: number) => a * 2)(21); r'))).toBe('42');
    const wrong = await kernel.execute('  await (later); const s: string = await (async () => 1)()');
    expect(wrong.reply.content.evalue).toMatch(/^1:24 - Type 'number'/);
    const thrown = await kernel.execute("await (later); throw new Error('here')");
    expect(thrown.reply.content.traceback).toContainEqual(expect.stringMatching(/line 1:22$/));
  });

  test('a notice is one line without a stack', async () => {
    const answer = await kernel.execute(
      "throw Object.assign(new Error('Paused.'), { [Symbol.for('livesky.notice')]: true })",
    );
    expect(contentOf(answer, 'error')).toEqual({ ename: 'Error', evalue: 'Paused.', traceback: ['Paused.'] });
  });

  test('silent cells show no result and do not count', async () => {
    const before = (await kernel.execute('0')).reply.content.execution_count as number;
    const silent = await kernel.execute('99', { content: { silent: true } });
    expect(types(silent)).toEqual(['status', 'status']);
    expect((await kernel.execute('0')).reply.content.execution_count).toBe(before + 1);
  });

  test('magics are comments of the same length', async () => {
    const answer = await kernel.execute('%matplotlib notebook\nconst t = `\n%matplotlib inline`; t');
    expect(resultOf(answer)).toBe("'\\n%matplotlib inline'");
    expect((await kernel.execute('%matplotlib tk')).reply.content).toMatchObject({ ename: 'MagicError' });
  });

  test('what follows a failed cell in the queue is aborted, what is asked later is not', async () => {
    const run = (code: string, content: object = {}): Promise<string> =>
      kernel.send('execute_request', { code, ...content });
    const queued = [
      await run("throw new Error('stop here')"),
      await run("console.log('must not run')"),
      await run('1'),
    ];
    const answers = await Promise.all(queued.map((id) => kernel.answer(id)));
    expect(answers.map(({ reply }) => reply.content.status)).toEqual(['error', 'aborted', 'aborted']);
    await run("throw new Error('go on')", { stop_on_error: false });
    expect((await kernel.answer(await run('11'))).reply.content.status).toBe('ok');
    expect((await kernel.execute("throw new Error('alone')")).reply.content.status).toBe('error');
    expect((await kernel.execute('12')).reply.content.status).toBe('ok');
  });
});

describe('output', () => {
  test('belongs to the cell that started the work, also later', async () => {
    const first = await kernel.send('execute_request', {
      code: "setTimeout(() => console.log('late timer'), 150); void (async () => { await null; await new Promise((r) => setTimeout(r, 200)); console.error('late promise') })(); 1",
    });
    await kernel.answer(first);
    const second = await kernel.execute("await new Promise((r) => setTimeout(r, 400)); console.log('second')");
    expect(streamText(second.published, 'stdout')).toBe('second\n');
    expect(streamText(kernel.of(first, 'stream'), 'stdout')).toBe('late timer\n');
    expect(streamText(kernel.of(first, 'stream'), 'stderr')).toBe('late promise\n');
  });

  test('errors nobody has caught are told in their cell and the kernel lives on', async () => {
    const first = await kernel.send('execute_request', {
      code: "setTimeout(() => { throw new Error('thrown late') }, 50); void Promise.reject(new Error('rejected')); 1",
    });
    await kernel.answer(first);
    await kernel.execute('await new Promise((r) => setTimeout(r, 200))');
    expect(streamText(kernel.of(first, 'stream'), 'stderr')).toMatch(/rejected[^]*thrown late/);
  });

  test('a burst is gathered', async () => {
    const answer = await kernel.execute('for (let i = 0; i < 5000; i++) console.log(i)');
    expect(streamText(answer.published, 'stdout').split('\n')).toHaveLength(5001);
    expect(types(answer).filter((type) => type === 'stream').length).toBeLessThan(20);
  });

  test("tslab's display reaches its cell", async () => {
    const answer = await kernel.execute("import * as tslab from 'tslab'; tslab.display.html('<i>x</i>')");
    expect(contentOf(answer, 'display_data')).toMatchObject({ data: { 'text/html': '<i>x</i>' } });
  });
});

describe('comms', () => {
  test('are served while a cell awaits, which stays busy', async () => {
    const cell = await kernel.send('execute_request', { code: "await new Promise((r) => setTimeout(r, 600)); 'done'" });
    await kernel.until(() => kernel.of(cell, 'execute_input')[0]);
    const id = await kernel.send('comm_open', { comm_id: 'unknown-1', target_name: 'no.such.target', data: {} });
    const closed = await kernel.until(() => kernel.of(id, 'comm_close')[0]);
    expect(closed.content).toMatchObject({ comm_id: 'unknown-1' });
    expect(kernel.of(cell, 'execute_result')).toEqual([]);
    await kernel.answer(cell);
    const states = kernel.published
      .filter((each) => each.header.msg_type === 'status')
      .map((each) => [(each.parent as { msg_id: string }).msg_id, each.content.execution_state]);
    const idle = states.findIndex(([parent, state]) => parent === id && state === 'idle');
    expect(states[idle + 1]).toEqual([cell, 'busy']);
  });

  test('comm_info and control comm answer', async () => {
    expect((await kernel.request('comm_info_request', {})).reply.content).toMatchObject({ status: 'ok' });
    await kernel.send(
      'comm_open',
      { comm_id: 'control-1', target_name: 'jupyter.widget.control', data: {} },
      { metadata: { version: '1.0.0' } },
    );
    const id = await kernel.send('comm_msg', { comm_id: 'control-1', data: { method: 'request_states' } });
    const states = await kernel.until(() => kernel.of(id, 'comm_msg')[0]);
    expect(states.content).toMatchObject({ comm_id: 'control-1', data: { method: 'update_states' } });
  });
});

describe('interrupt', () => {
  test('ends a cell that awaits and a loop that does not', async () => {
    const awaiting = await kernel.send('execute_request', {
      code: "console.log('begun'); await new Promise((r) => setTimeout(r, 30000))",
    });
    await kernel.until(() => kernel.of(awaiting, 'stream')[0]);
    kernel.process.kill('SIGINT');
    const ended = await kernel.answer(awaiting, 3);
    expect(ended.reply.content).toMatchObject({
      status: 'error',
      ename: 'KeyboardInterrupt',
      traceback: ['Interrupted.'],
    });
    // A cell that loops prints nothing while it does: a file says that it has begun.
    const begun = join(mkdtempSync(join(tmpdir(), 'loop-')), 'begun');
    const looping = await kernel.send('execute_request', {
      code: `const before = 1; require('fs').writeFileSync(${JSON.stringify(begun)}, ''); for (;;) {}`,
    });
    await kernel.until(() => existsSync(begun) || undefined);
    kernel.process.kill('SIGINT');
    expect((await kernel.answer(looping, 3)).reply.content).toMatchObject({ ename: 'KeyboardInterrupt' });
    expect(resultOf(await kernel.execute('before'))).toBe('1');
  });

  test('pauses the engine that the cell drives, then at once', async () => {
    await kernel.execute(
      "import { RunEngine, sleep } from 'livesky'; const RE = new RunEngine(); function* long() { yield* sleep(20) }",
    );
    const cell = await kernel.send('execute_request', {
      code: "const answer = 6 * 7; console.log('begun'); await RE(long())",
    });
    await kernel.until(() => kernel.of(cell, 'stream')[0]);
    kernel.process.kill('SIGINT');
    await kernel.until(
      () =>
        streamText(kernel.of(cell, 'stream'), 'stderr').includes('Pausing at the next checkpoint') ? true : undefined,
      3,
    );
    expect(kernel.of(cell, 'error')).toEqual([]);
    kernel.process.kill('SIGINT');
    const paused = await kernel.answer(cell, 3);
    expect(paused.reply.content.status).toBe('error');
    expect(paused.reply.content.traceback).toHaveLength(1);
    expect(resultOf(await kernel.execute('[RE.state, answer]'))).toBe("[ 'paused', 42 ]");
    await kernel.execute('await RE.abort()').catch(() => undefined);
    expect(resultOf(await kernel.execute('RE.state'))).toBe("'idle'");
  });

  test('with no cell running pauses the engine in the background', async () => {
    const cell = await kernel.send('execute_request', {
      code: 'const background = RE(long()).catch((e) => String(e)); 1',
    });
    await kernel.answer(cell);
    kernel.process.kill('SIGINT');
    await kernel.until(
      () => (streamText(kernel.of(cell, 'stream'), 'stderr').includes('Pausing') ? true : undefined),
      3,
    );
    await kernel.request('interrupt_request', {}, { channel: 'control' });
    expect(resultOf(await kernel.execute('await background; RE.state'))).toBe("'paused'");
    await kernel.execute('await RE.halt()').catch(() => undefined);
  });
});

describe('the buttons of a figure', () => {
  test('pause the run while its cell awaits, and resume it in the same figures', async () => {
    await kernel.execute(
      "import { RunEngine, count, LiveTable } from 'livesky'; import { det } from 'livesky/sim'; const RE2 = new RunEngine()",
    );
    const cell = await kernel.send('execute_request', {
      code: 'await RE2(count([det], 30, 0.05), new LiveTable([det]))',
    });
    const opened = await kernel.until(() =>
      kernel.of(cell, 'comm_open').find((each) => String(each.content.comm_id).startsWith('livesky-run-')),
    );
    const comm_id = opened.content.comm_id;
    const press = (action: string): Promise<string> =>
      kernel.send('comm_msg', { comm_id, data: { method: 'custom', content: { kind: 'control', action } } });
    await sleep(200);
    await press('pause');
    const paused = await kernel.answer(cell, 5);
    expect(paused.reply.content).toMatchObject({ status: 'error' });
    expect(paused.reply.content.traceback).toHaveLength(1);
    expect(resultOf(await kernel.execute('RE2.state'))).toBe("'paused'");
    const framesBefore = kernel.of(cell, 'comm_msg').length;
    await press('resume');
    const ended = (each: { content: Record<string, unknown> }): boolean =>
      (each.content.data as { state?: { engine?: unknown } }).state?.engine === null;
    await kernel.until(() => kernel.of(cell, 'comm_msg').find(ended), 10);
    expect(kernel.of(cell, 'comm_msg').length).toBeGreaterThan(framesBefore + 3);
    await press('stop');
    const text = 'Cannot stop: this run has ended.';
    const isNotice = (each: { content: object }): boolean => JSON.stringify(each.content).includes(text);
    const notice = await kernel.until(() => kernel.published.find(isNotice));
    expect(notice.content).toMatchObject({ comm_id, data: { content: { kind: 'notice', text } } });
    const info = await kernel.request('comm_info_request', { target_name: 'jupyter.widget' });
    expect(info.reply.content.comms).toHaveProperty([String(comm_id)]);
  });
});

describe('errors', () => {
  test("show the user's own lines, of cells and of files", async () => {
    await kernel.execute(
      "interface X { a: number }\nfunction inner(x: X) {\n  if (x.a) throw new TypeError('deep');\n}",
    );
    const answer = await kernel.execute('const a: number = 1;\nawait null;\n  inner({ a })');
    const { traceback } = contentOf(answer, 'error') as { traceback: string[] };
    expect(traceback.slice(0, 3)).toEqual([
      'TypeError: deep',
      expect.stringMatching(/^ {4}at inner \(cell \d+, line 3:18\)$/),
      expect.stringMatching(/^ {4}at cell \d+, line 3:3$/),
    ]);
    expect(traceback.slice(-2)).toEqual(["  if (x.a) throw new TypeError('deep');", `${' '.repeat(17)}^`]);
  });

  test.each([
    ["function save(name) {\n  if (name === 'stop') throw new RangeError('no ink')\n}", 'RangeError: no ink'],
    [
      "async function save(name) {\n  await null; if (name === 'stop') throw new RangeError('no ink')\n}",
      'RangeError: no ink',
    ],
  ])('name the callback that failed and its document, then show its own line: %#', async (code, cause) => {
    await kernel.execute(`import { RunEngine as Engine, count as times } from 'livesky';
      import { det as detector } from 'livesky/sim'; const own = new Engine()`);
    const answer = await kernel.execute(`${code};\nawait own(times([detector]), save)`);
    const { ename, evalue, traceback } = contentOf(answer, 'error') as {
      ename: string;
      evalue: string;
      traceback: string[];
    };
    expect([ename, traceback[0]]).toEqual(['CallbackError', `CallbackError: ${evalue}`]);
    expect(evalue).toMatch(/^The callback save failed on the stop document of run .*: no ink \(cell \d+, line 2\)$/);
    expect(traceback[1]).toBe(`Caused by: ${cause}`);
    expect(traceback[2]).toMatch(/^ {4}at save \(cell \d+, line 2:\d+\)$/);
    expect(traceback.at(-2)).toBe(code.split('\n')[1]);
    expect(traceback.join('\n')).not.toMatch(/lib\/engine|src\/engine/);
  });

  test('of a callback that is only to warn are told on stderr, with its line', async () => {
    const answer = await kernel.execute(
      "own.subscribe(() => {\n  JSON.parse('{')\n}, 'start', { onError: 'drop' })\nawait own(times([detector]))",
    );
    expect(answer.reply.content.status).toBe('ok');
    expect(streamText(answer.published, 'stderr')).toMatch(
      /^The callback \(anonymous function\) failed on the start document .*\(cell \d+, line 2\)\nIt is unsubscribed/,
    );
  });
});

test('finds a value of an earlier cell where a name stands for a property too', async () => {
  await kernel.execute('const quantity = 3; const nested = () => ({ quantity })');
  const answer = await kernel.execute('[{ quantity }, nested(), ((quantity: number) => ({ quantity }))(4)]');
  expect(answer.reply.content.status).toBe('ok');
  expect((contentOf(answer, 'execute_result')?.data as Record<string, string>)['text/plain']).toBe(
    '[ { quantity: 3 }, { quantity: 3 }, { quantity: 4 } ]',
  );
});

describe('modules', () => {
  test("the user's own TypeScript files and packages are found, a copy in the folder wins", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'modules-'));
    writeFileSync(
      join(folder, 'mine.ts'),
      "import { RunEngine } from 'livesky';\nexport const twice = (x: number): number => 2 * x;\nexport const engine = RunEngine;\n",
    );
    const own = await KernelClient.start(folder);
    expect(
      resultOf(
        await own.execute(
          "import { RunEngine } from 'livesky'; import { twice, engine } from './mine'; [twice(4), engine === RunEngine]",
        ),
      ),
    ).toBe('[ 8, true ]');
    const missing = await own.execute("import { thrice } from './newer'; thrice(2)");
    expect(missing.reply.content.evalue).toContain("Cannot find module './newer'");
    writeFileSync(join(folder, 'newer.ts'), 'export const thrice = (x: number): number => 3 * x;\n');
    expect(resultOf(await own.execute("import { thrice } from './newer'; thrice(2)"))).toBe('6');
    writeFileSync(join(folder, 'newer.ts'), 'export const thrice = (x: number): string => `${3 * x}`;\n');
    await sleep(1000);
    expect(resultOf(await own.execute("import { thrice } from './newer'; thrice(2)"))).toBe("'6'");
    own.close();
    const copy = join(folder, 'node_modules', 'livesky');
    mkdirSync(copy, { recursive: true });
    writeFileSync(
      join(copy, 'package.json'),
      JSON.stringify({ name: 'livesky', version: '9.9.9', main: 'index.js', types: 'index.d.ts' }),
    );
    writeFileSync(join(copy, 'index.js'), "exports.whose = 'the copy';");
    writeFileSync(join(copy, 'index.d.ts'), 'export const whose: string;');
    const copied = await KernelClient.start(folder);
    expect(resultOf(await copied.execute("import { whose } from 'livesky'; whose"))).toBe("'the copy'");
    copied.close();
  }, 30_000);
});

describe('the end', () => {
  test('shutdown is answered and ends the process, also with timers alive', async () => {
    const own = await KernelClient.start();
    await own.execute('setInterval(() => {}, 1000); 1');
    const ended = new Promise((resolve) => own.process.once('exit', resolve));
    const { reply } = await own.request('shutdown_request', { restart: true }, { channel: 'control' });
    expect(reply.content).toEqual({ status: 'ok', restart: true });
    expect(await ended).toBe(0);
    own.close();
  }, 30_000);

  test('the kernel ends when its parent dies', async () => {
    const script =
      "const c = require('child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: 'inherit' }); console.log(c.pid); setInterval(() => {}, 1000)";
    const own = await KernelClient.start(undefined, (argv) => [process.execPath, ['-e', script, ...argv]]);
    const pid = Number((await own.execute('process.pid')) && resultOf(await own.execute('process.pid')));
    expect(alive(pid)).toBe(true);
    own.process.kill('SIGKILL');
    for (let tries = 0; alive(pid) && tries < 40; tries += 1) await sleep(100);
    expect(alive(pid)).toBe(false);
    own.close();
  }, 30_000);
});

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
