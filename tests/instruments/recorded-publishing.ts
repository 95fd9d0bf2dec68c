import type { Extras, Publishing } from '../../src/kernel/outbox.js';
import type { Message } from '../../src/kernel/message.js';

/** What was published. */
export interface Published {
  type: string;
  content: any;
  parent: Message['parent'];
  metadata?: Record<string, unknown>;
  buffers?: Extras['buffers'];
}

/** Records what the kernel would publish. */
export class RecordedPublishing implements Publishing {
  readonly published: Published[] = [];

  publish(type: string, content: object, parent: Message['parent'], extras: Extras = {}): void {
    this.published.push({ type, content, parent, ...extras });
  }

  /** Everything published since the last call. */
  take(): Published[] {
    return this.published.splice(0);
  }
}

/** A header with an id and nothing else of interest. */
export function headerOf(msg_id: string, msg_type = 'execute_request'): Message['header'] {
  return { msg_id, msg_type, session: 's', username: 'u', date: '2026-01-01T00:00:00Z', version: '5.3' };
}

/** A message as a page sends it. */
export function messageOf(msg_type: string, content: Record<string, unknown>, buffers: Uint8Array[] = []): Message {
  return {
    identities: [],
    header: headerOf(`id-of-${msg_type}`, msg_type),
    parent: {},
    metadata: {},
    content,
    buffers,
  };
}
