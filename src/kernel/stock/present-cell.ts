import { createRequire } from 'node:module';
import type { Message, MessageCodec } from '../message.js';
import type { StockSocket, StockTslab } from './find-tslab.js';

/** The cell that is running, and the socket on which its output goes. */
export interface PresentCell {
  iopub: StockSocket;
  parent: Message['parent'];
}

/**
 * Learns where output goes by having tslab display something, without sending it.
 *
 * Sockets and headers are in closures of tslab's; its display function uses both.
 */
export function presentCell({ jupyter, path }: StockTslab, codec: MessageCodec): PresentCell {
  const { Publisher } = createRequire(path)('zeromq') as { Publisher: { prototype: object } };
  let found: PresentCell | undefined;
  // `send` is inherited and cannot be assigned to: it is covered, and uncovered again.
  Object.defineProperty(Publisher.prototype, 'send', {
    configurable: true,
    value(this: StockSocket, frames: (Uint8Array | string)[]) {
      const bytes = frames.map((frame) => (typeof frame === 'string' ? Buffer.from(frame) : frame));
      found = { iopub: this, parent: codec.decode(bytes).parent };
      return Promise.resolve();
    },
  });
  try {
    jupyter.lastWriteDisplayData?.({ data: {}, metadata: {} });
  } finally {
    delete (Publisher.prototype as { send?: unknown }).send;
  }
  if (!found) throw new Error('livesky cannot attach to this version of tslab: use the livesky kernel.');
  return found;
}
