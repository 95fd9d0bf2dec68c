import { randomUUID } from 'node:crypto';
import type { Bytes } from '../wire/index.js';
import type { Header, Message, MessageCodec } from './message.js';
import type { Channel } from './sockets.js';

const PROTOCOL_VERSION = '5.3';

/** The part of {@link Sockets} that sends. */
export interface FrameSender {
  send(channel: Channel | 'iopub', frames: Uint8Array[]): void;
}

/** What may go with a message beside its content. */
export interface Extras {
  metadata?: Record<string, unknown>;
  buffers?: readonly Bytes[];
}

/** Sends to every page; `parent` is the header of the message that is the cause. */
export interface Publishing {
  publish(type: string, content: object, parent: Message['parent'], extras?: Extras): void;
}

/** Addresses, signs and sends the kernel's messages. */
export class Outbox implements Publishing {
  /** Names this process: a page that sees it change knows that the kernel was restarted. */
  readonly #session = randomUUID();
  readonly #codec: MessageCodec;
  readonly #sender: FrameSender;

  constructor(codec: MessageCodec, sender: FrameSender) {
    this.#codec = codec;
    this.#sender = sender;
  }

  publish(type: string, content: object, parent: Message['parent'], extras: Extras = {}): void {
    this.#send('iopub', [Buffer.from(type)], type, content, parent, extras);
  }

  /** Answers a request on the channel it came from. */
  reply(channel: Channel, request: Message, type: string, content: object): void {
    this.#send(channel, request.identities, type, content, request.header, {});
  }

  /** Asks the page that sent a request for a line of text; returns the id of the question. */
  ask(request: Message, content: { prompt: string; password: boolean }): string {
    return this.#send('stdin', request.identities, 'input_request', content, request.header, {});
  }

  #send(
    channel: Channel | 'iopub',
    identities: readonly Uint8Array[],
    type: string,
    content: object,
    parent: Message['parent'],
    { metadata = {}, buffers = [] }: Extras,
  ): string {
    const message: Message = {
      identities,
      header: this.#header(type),
      parent,
      metadata,
      content: content as Record<string, unknown>,
      buffers: buffers.map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)),
    };
    this.#sender.send(channel, this.#codec.encode(message));
    return message.header.msg_id;
  }

  #header(type: string): Header {
    return {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.#session,
      username: 'kernel',
      date: new Date().toISOString(),
      version: PROTOCOL_VERSION,
    };
  }
}
