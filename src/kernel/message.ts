import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who sent a message, and what it is. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** A message of the Jupyter protocol. */
export interface Message {
  /** The routing frames in front of the delimiter. */
  identities: readonly Uint8Array[];
  header: Header;
  /** The header of the message that this one answers or belongs to; `{}` where there is none. */
  parent: Header | Record<string, never>;
  metadata: Record<string, unknown>;
  content: Record<string, unknown>;
  /** Bytes that travel beside the JSON. ZeroMQ reads them later, on a thread of its own: nobody may change them any more. */
  buffers: readonly Uint8Array[];
}

/** A message that cannot be read or was not signed with the connection's key. */
export class MessageError extends Error {
  override readonly name = 'MessageError';
}

const DELIMITER = Buffer.from('<IDS|MSG>');

/** Reads and writes signed messages. */
export class MessageCodec {
  readonly #key: string;

  /** An empty `key` means that messages are not signed. */
  constructor(key: string, scheme = 'hmac-sha256') {
    if (key !== '' && scheme !== 'hmac-sha256') {
      throw new MessageError(`Cannot sign messages with "${scheme}": only hmac-sha256 is supported.`);
    }
    this.#key = key;
  }

  /** The frames of a message, signed. */
  encode(message: Message): Uint8Array[] {
    const parts = [message.header, message.parent, message.metadata, message.content].map((part) =>
      Buffer.from(JSON.stringify(part, writeBigInt)),
    );
    return [...message.identities, DELIMITER, Buffer.from(this.#sign(parts)), ...parts, ...message.buffers];
  }

  /** Reads the frames of a message; throws {@link MessageError} when there is anything wrong with them. */
  decode(frames: readonly Uint8Array[]): Message {
    const at = frames.findIndex((frame) => DELIMITER.equals(frame));
    if (at < 0) throw new MessageError('A message without the delimiter <IDS|MSG> was dropped.');
    const [signature, ...rest] = frames.slice(at + 1);
    const parts = rest.slice(0, 4);
    if (!signature || parts.length < 4) throw new MessageError('A message with too few frames was dropped.');
    this.#check(Buffer.from(signature), parts);
    const [header, parent, metadata, content] = parts.map(readObject) as [Header, Header, object, object];
    if (typeof header.msg_type !== 'string' || typeof header.msg_id !== 'string') {
      throw new MessageError('A message whose header lacks msg_type or msg_id was dropped.');
    }
    return {
      identities: frames.slice(0, at),
      header,
      parent,
      metadata: metadata as Record<string, unknown>,
      content: content as Record<string, unknown>,
      buffers: rest.slice(4),
    };
  }

  #sign(parts: readonly Uint8Array[]): string {
    if (this.#key === '') return '';
    const hash = createHmac('sha256', this.#key);
    for (const part of parts) hash.update(part);
    return hash.digest('hex');
  }

  #check(signature: Buffer, parts: readonly Uint8Array[]): void {
    const wanted = Buffer.from(this.#sign(parts));
    if (this.#key === '') return;
    if (signature.length === wanted.length && timingSafeEqual(signature, wanted)) return;
    throw new MessageError('A message with a wrong signature was dropped.');
  }
}

function readObject(frame: Uint8Array): object {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(frame).toString('utf8'));
  } catch {
    throw new MessageError('A message that is not JSON was dropped.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new MessageError('A message part that is not a JSON object was dropped.');
}

/** JSON has no integers beyond 2^53 and `JSON.stringify` refuses them; their digits lose nothing. */
function writeBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
