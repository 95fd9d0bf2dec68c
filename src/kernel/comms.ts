import type { Header, Message } from './message.js';
import type { Attribution } from './origin.js';
import type { Extras, Publishing } from './outbox.js';

/** What a page says on a comm. */
export interface CommMessage {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  buffers: readonly Uint8Array[];
  /** The message's own header: the parent of a direct answer. */
  header: Header;
}

/** What happens on the kernel's end of a comm. */
export interface CommListener {
  message(message: CommMessage): void;
  /** The page has closed it, or has nobody who listens. True keeps the comm for pages that come later. */
  closed?(message: CommMessage): boolean;
}

/** The kernel's end of a comm. */
export interface Comm {
  readonly id: string;
  /** Sends to every page; `parent` defaults to the message in whose context this is called. */
  send(data: object, extras?: Extras, parent?: Message['parent']): void;
  close(data?: object): void;
}

/** Called when a page opens a comm of some target; throwing closes it again. */
export type CommTarget = (comm: Comm, opening: CommMessage) => CommListener;

/** Every comm that is open, whichever side has opened it. */
export class Comms {
  readonly #publishing: Publishing;
  readonly #attribution: Attribution;
  readonly #targets = new Map<string, CommTarget>();
  readonly #comms = new Map<string, { target: string; listener: CommListener }>();

  constructor(publishing: Publishing, attribution: Attribution) {
    this.#publishing = publishing;
    this.#attribution = attribution;
  }

  /** Lets pages open comms with a name. */
  register(target: string, onOpen: CommTarget): void {
    this.#targets.set(target, onOpen);
  }

  /** Opens a comm in every page; `parent` defaults to the message in whose context this is called. */
  open(
    target: string,
    id: string,
    data: object,
    extras: Extras,
    listener: CommListener,
    parent: Message['parent'] = this.#parent(),
  ): Comm {
    this.#comms.set(id, { target, listener });
    const content = { comm_id: id, target_name: target, data };
    this.#publishing.publish('comm_open', content, parent, extras);
    return this.#comm(id);
  }

  /** Forgets a comm without closing it in pages. */
  forget(id: string): void {
    this.#comms.delete(id);
  }

  /** The open comms by id, of one target or of all. */
  list(target?: string): Record<string, { target_name: string }> {
    const found = [...this.#comms].filter(([, comm]) => target === undefined || comm.target === target);
    return Object.fromEntries(found.map(([id, comm]) => [id, { target_name: comm.target }]));
  }

  /** A page opens a comm. */
  handleOpen(message: Message): void {
    const { comm_id: id, target_name: target } = message.content;
    if (typeof id !== 'string') return;
    const onOpen = typeof target === 'string' ? this.#targets.get(target) : undefined;
    if (typeof target !== 'string' || !onOpen) {
      // At once, or the page waits for seconds.
      this.#publishing.publish('comm_close', { comm_id: id, data: {} }, message.header);
      return;
    }
    this.#comms.set(id, { target, listener: { message: () => {} } });
    try {
      const listener = onOpen(this.#comm(id), read(message));
      if (this.#comms.has(id)) this.#comms.set(id, { target, listener });
    } catch (error) {
      this.#comm(id).close();
      throw error;
    }
  }

  /** A page says something; messages for unknown comms are ignored, as pages outlive kernels. */
  handleMessage(message: Message): void {
    this.#find(message)?.listener.message(read(message));
  }

  /** A page closes a comm. */
  handleClose(message: Message): void {
    const comm = this.#find(message);
    if (!comm) return;
    const keep = comm.listener.closed?.(read(message)) ?? false;
    if (!keep) this.#comms.delete(String(message.content.comm_id));
  }

  #find({ content }: Message): { target: string; listener: CommListener } | undefined {
    return typeof content.comm_id === 'string' ? this.#comms.get(content.comm_id) : undefined;
  }

  #comm(id: string): Comm {
    return {
      id,
      send: (data, extras = {}, parent = this.#parent()) =>
        this.#publishing.publish('comm_msg', { comm_id: id, data }, parent, extras),
      close: (data = {}) => {
        this.#comms.delete(id);
        this.#publishing.publish('comm_close', { comm_id: id, data }, this.#parent());
      },
    };
  }

  #parent(): Message['parent'] {
    return this.#attribution.current().header;
  }
}

function read(message: Message): CommMessage {
  const data = message.content.data;
  return {
    data: typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {},
    metadata: message.metadata,
    buffers: message.buffers,
    header: message.header,
  };
}
