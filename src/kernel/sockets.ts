import { Publisher, Reply, Router } from 'zeromq';
import type { Connection } from './connection.js';
import { addressOf } from './connection.js';

/** A socket on which requests come and replies go. */
export type Channel = 'shell' | 'control' | 'stdin';

/** What a socket can send on; one send at a time. */
interface Sender {
  send(frames: Uint8Array[]): Promise<void>;
}

/** Takes the frames of a request. */
export type OnRequest = (channel: Channel, frames: readonly Uint8Array[]) => void;

/** How long unsent messages may hold up the end of the process, in milliseconds. */
const LINGER_MS = 500;

/** The five sockets of a kernel. */
export class Sockets {
  readonly #routers: Record<Channel, Router>;
  readonly #iopub = new Publisher();
  readonly #heartbeat = new Reply();
  readonly #queues: Record<Channel | 'iopub', SendQueue>;
  readonly #onError: (error: unknown) => void;

  /** `onError` is told of what goes wrong while sending or receiving. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
    this.#routers = { shell: new Router(), control: new Router(), stdin: new Router() };
    // Without a limit: with one, a burst beyond it is dropped silently. It must be set before bind.
    this.#iopub.sendHighWaterMark = 0;
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.linger = LINGER_MS;
    for (const router of Object.values(this.#routers)) router.handover = true;
    const { shell, control, stdin } = this.#routers;
    this.#queues = {
      shell: new SendQueue(shell, onError),
      control: new SendQueue(control, onError),
      stdin: new SendQueue(stdin, onError),
      iopub: new SendQueue(this.#iopub, onError),
    };
  }

  /** Binds every socket, then begins to receive. */
  async bind(connection: Connection, onRequest: OnRequest): Promise<void> {
    const bindings: [{ bind(address: string): Promise<void> }, number][] = [
      [this.#iopub, connection.iopub_port],
      [this.#heartbeat, connection.hb_port],
      [this.#routers.stdin, connection.stdin_port],
      [this.#routers.control, connection.control_port],
      [this.#routers.shell, connection.shell_port],
    ];
    await Promise.all(bindings.map(([socket, port]) => socket.bind(addressOf(connection, port))));
    for (const channel of ['shell', 'control', 'stdin'] as const) void this.#receive(channel, onRequest);
    void this.#beat();
  }

  /** Sends in the order of the calls. */
  send(channel: Channel | 'iopub', frames: Uint8Array[]): void {
    this.#queues[channel].push(frames);
  }

  /** Resolves when everything given to `send` so far is with ZeroMQ. */
  async sent(): Promise<void> {
    await Promise.all(Object.values(this.#queues).map((queue) => queue.sent()));
  }

  close(): void {
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.close();
  }

  async #receive(channel: Channel, onRequest: OnRequest): Promise<void> {
    try {
      for await (const frames of this.#routers[channel]) onRequest(channel, frames);
    } catch (error) {
      this.#onError(error);
    }
  }

  async #beat(): Promise<void> {
    try {
      for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
    } catch (error) {
      this.#onError(error);
    }
  }
}

/** ZeroMQ refuses a second send while the first is under way. */
class SendQueue {
  #waiting: Uint8Array[][] = [];
  #pump: Promise<void> | undefined;

  constructor(
    readonly socket: Sender,
    readonly onError: (error: unknown) => void,
  ) {}

  push(frames: Uint8Array[]): void {
    this.#waiting.push(frames);
    this.#pump ??= this.#send();
  }

  async sent(): Promise<void> {
    while (this.#pump) await this.#pump;
  }

  async #send(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      for (const frames of batch) await this.#sendOne(frames);
    }
    this.#pump = undefined;
  }

  async #sendOne(frames: Uint8Array[]): Promise<void> {
    try {
      await this.socket.send(frames);
    } catch (error) {
      this.onError(error);
    }
  }
}
