import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Dealer, Subscriber } from 'zeromq';
import { MessageCodec } from '../../src/kernel/message.js';
import type { Message } from '../../src/kernel/message.js';

const MAIN = fileURLToPath(new URL('../../lib/kernel/main.js', import.meta.url));
const KEY = 'a-key-of-the-client';

/** Turns the kernel's command line into the one that is started. */
export type Command = (argv: [string, ...string[]]) => [program: string, args: string[]];

const directly: Command = ([program, ...args]) => [program, args];

/** What a request led to: its reply, and everything published with it as the parent until idle. */
export interface Answer {
  reply: Message;
  published: Message[];
}

/** A page's side of a kernel, for checks that talk to a real one. */
export class KernelClient {
  readonly session = randomUUID();
  readonly codec = new MessageCodec(KEY);
  /** Every message published so far. */
  readonly published: Message[] = [];
  stderr = '';
  /** Every question that the kernel has asked this page so far. */
  readonly questions: Message[] = [];
  #replies: Message[] = [];
  #wakers: (() => void)[] = [];
  #waking = false;

  private constructor(
    readonly process: ChildProcess,
    readonly shell: Dealer,
    readonly control: Dealer,
    readonly stdin: Dealer,
    readonly iopub: Subscriber,
  ) {
    process.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    void this.#listen(shell, (message) => this.#replies.push(message));
    void this.#listen(control, (message) => this.#replies.push(message));
    void this.#listen(stdin, (message) => this.questions.push(message));
    void this.#listen(iopub, (message) => this.published.push(message));
  }

  /** Starts a kernel in a folder; resolves when it has answered. By default the user's startup files are off. */
  static async start(
    folder: string = mkdtempSync(join(tmpdir(), 'kernel-')),
    command: Command = directly,
    env: Record<string, string> = { LIVESKY_STARTUP: '' },
  ): Promise<KernelClient> {
    const [shell, iopub, stdin, control, hb] = (await freePorts(5)) as [number, number, number, number, number];
    const file = join(mkdtempSync(join(tmpdir(), 'connection-')), 'kernel.json');
    const connection = { transport: 'tcp', ip: '127.0.0.1', key: KEY, signature_scheme: 'hmac-sha256' };
    const ports = { shell_port: shell, iopub_port: iopub, stdin_port: stdin, control_port: control, hb_port: hb };
    writeFileSync(file, JSON.stringify({ ...connection, ...ports }));
    const [program, args] = command([process.execPath, MAIN, file]);
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    // The kernel asks whoever ran the cell: by one name on every channel.
    const dealer = { routingId: randomUUID() };
    const sockets = [new Dealer(dealer), new Dealer(dealer), new Dealer(dealer), new Subscriber()] as const;
    for (const socket of sockets) socket.linger = 0;
    sockets[3].receiveHighWaterMark = 0;
    sockets[3].subscribe('');
    [shell, control, stdin, iopub].forEach((port, index) => sockets[index]?.connect(`tcp://127.0.0.1:${port}`));
    const client = new KernelClient(child, ...sockets);
    await client.#subscribed();
    return client;
  }

  /** The signature of a message's parts, for checks that send what a codec would not. */
  sign(parts: readonly string[]): string {
    return createHmac('sha256', KEY).update(parts.join('')).digest('hex');
  }

  /** Sends a request; returns its id. */
  async send(type: string, content: object, options: SendOptions = {}): Promise<string> {
    const { buffers = [], metadata = {}, channel = 'shell', parent = {} } = options;
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: 'page',
      date: new Date().toISOString(),
      version: '5.3',
    };
    const message: Message = {
      identities: [],
      header,
      parent,
      metadata,
      content: content as Record<string, unknown>,
      buffers,
    };
    await this[channel].send(this.codec.encode(message));
    return header.msg_id;
  }

  /** Sends a request and waits for its reply and for idle. */
  async request(type: string, content: object = {}, options: SendOptions = {}): Promise<Answer> {
    return this.answer(await this.send(type, content, options));
  }

  /** Waits for the reply to a request and for the idle that follows. */
  async answer(id: string, seconds = 20): Promise<Answer> {
    const isOfIt = (message: Message): boolean => (message.parent as { msg_id?: string }).msg_id === id;
    const reply = await this.until(() => this.#replies.find(isOfIt), seconds);
    await this.until(
      () => this.published.find((each) => isOfIt(each) && each.content.execution_state === 'idle'),
      seconds,
    );
    return { reply, published: this.published.filter(isOfIt) };
  }

  /** Runs a cell to its end. */
  execute(code: string, options: SendOptions & { content?: object } = {}): Promise<Answer> {
    return this.request(
      'execute_request',
      { code, silent: false, store_history: true, stop_on_error: true, ...options.content },
      options,
    );
  }

  /** Waits until `find` gives something. */
  async until<T>(find: () => T | undefined, seconds = 20): Promise<T> {
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > deadline) {
        throw new Error(`Nothing came within ${seconds} s; the kernel's stderr: ${this.stderr}`);
      }
      await new Promise<void>((resolve) => {
        this.#wakers.push(resolve);
        setTimeout(resolve, 200);
      });
    }
  }

  /** The messages of a type that have the request `id` as their parent. */
  of(id: string, type: string): Message[] {
    return this.published.filter(
      (each) => (each.parent as { msg_id?: string }).msg_id === id && each.header.msg_type === type,
    );
  }

  close(): void {
    this.process.kill('SIGKILL');
    for (const socket of [this.shell, this.control, this.stdin, this.iopub]) socket.close();
  }

  /** A subscription takes a moment to reach the kernel; what is published before is lost. */
  async #subscribed(): Promise<void> {
    for (let tries = 0; this.published.length === 0; tries += 1) {
      if (tries > 400) throw new Error(`The kernel does not start: ${this.stderr}`);
      await this.send('kernel_info_request', {});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #listen(socket: Dealer | Subscriber, take: (message: Message) => void): Promise<void> {
    for await (const frames of socket) {
      take(this.codec.decode(frames));
      this.#wakeSoon();
    }
  }

  /** Once for a burst of messages: each that waits looks through all of them. */
  #wakeSoon(): void {
    if (this.#waking) return;
    this.#waking = true;
    setTimeout(() => {
      this.#waking = false;
      for (const wake of this.#wakers.splice(0)) wake();
    }, 1);
  }
}

/** What may go with a request. */
export interface SendOptions {
  buffers?: Uint8Array[];
  metadata?: Record<string, unknown>;
  channel?: 'shell' | 'control' | 'stdin';
  /** The header of the message that this one answers. */
  parent?: Message['parent'];
}

/** The types of all that was published, in order. */
export function typesOf({ published }: Answer): string[] {
  return published.map((each) => each.header.msg_type);
}

/** The content of the first message of a type. */
export function contentOf({ published }: Answer, type: string): Record<string, unknown> | undefined {
  return published.find((each) => each.header.msg_type === type)?.content;
}

/** What a cell's last expression gave, as text. */
export function resultOf(answer: Answer): unknown {
  return (contentOf(answer, 'execute_result')?.data as { 'text/plain': string } | undefined)?.['text/plain'];
}

/** The traceback of the error that a cell ended with. */
export function tracebackOf(answer: Answer): string[] {
  return (contentOf(answer, 'error')?.traceback as string[] | undefined) ?? [];
}

/** The text of a stream in what was published. */
export function streamText(published: readonly Message[], name: 'stdout' | 'stderr'): string {
  return published
    .filter((each) => each.header.msg_type === 'stream' && each.content.name === name)
    .map((each) => String(each.content.text))
    .join('');
}

/** Ports that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
