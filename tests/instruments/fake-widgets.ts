import type { IWidgetManager, WidgetModel } from '@jupyter-widgets/base';
import type { Bytes } from '../../src/wire/index.js';
import { parseTaken } from '../../src/wire/index.js';

type Listener = (message: { content: { data: unknown }; buffers: readonly DataView[] }) => unknown;

/** The page's end of a comm: keeps what is sent, and delivers what a kernel would send. */
export class FakeComm {
  readonly comm_id = 'fake';
  readonly target_name = 'jupyter.widget';
  /** What is sent, but for acknowledgements. */
  readonly sent: unknown[] = [];
  /** What is acknowledged: numbers of frames. */
  readonly taken: number[] = [];
  #listener: Listener = () => {};

  open(): string {
    return '';
  }

  send(data: unknown): string {
    const taken = parseTaken((data as { content?: unknown }).content);
    if (taken) this.taken.push(taken.seq);
    else this.sent.push(data);
    return `message-${this.sent.length}`;
  }

  close(): string {
    return '';
  }

  on_msg(listener: Listener): void {
    this.#listener = listener;
  }

  on_close(): void {}

  /** Delivers a custom message. */
  async custom(content: unknown, buffers: readonly Bytes[] = []): Promise<void> {
    await this.#deliver({ method: 'custom', content }, buffers);
  }

  /** Delivers changed state, whose buffers are in their places already. */
  async update(state: Record<string, unknown>): Promise<void> {
    await this.#deliver({ method: 'update', state, buffer_paths: [] }, []);
  }

  async #deliver(data: unknown, buffers: readonly Bytes[]): Promise<void> {
    // The wire knows only JSON.
    const copy: unknown = JSON.parse(JSON.stringify(data, keepBuffers), putBuffersBack);
    kept = [];
    await this.#listener({ content: { data: copy }, buffers: buffers.map(asDataView) });
  }
}

/** A widget manager that finds models by their ids. */
export function fakeManager(models: Record<string, WidgetModel> = {}): IWidgetManager {
  const manager = {
    callbacks: () => ({}),
    get_model: async (id: string): Promise<WidgetModel> => {
      const model = models[id];
      if (!model) throw new Error('widget model not found');
      return model;
    },
  };
  return manager as unknown as IWidgetManager;
}

/** A buffer as ipywidgets hands it over. */
export function asDataView({ buffer, byteOffset, byteLength }: Bytes): DataView {
  return new DataView(buffer.slice(byteOffset, byteOffset + byteLength));
}

let kept: Bytes[] = [];

function keepBuffers(_: string, value: unknown): unknown {
  if (!ArrayBuffer.isView(value)) return value;
  return { $buffer: kept.push(value) - 1 };
}

function putBuffersBack(_: string, value: unknown): unknown {
  const at = typeof value === 'object' && value !== null && '$buffer' in value ? value.$buffer : undefined;
  return typeof at === 'number' ? asDataView(kept[at] as Bytes) : value;
}
