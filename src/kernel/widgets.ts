import { randomUUID } from 'node:crypto';
import type { Bytes, ModelChannel, ModelSource, PutLasting } from '../wire/index.js';
import { removeBuffers } from './buffers.js';
import type { BufferPath } from './buffers.js';
import type { Comm, CommListener, CommMessage, Comms } from './comms.js';
import type { Message } from './message.js';
import type { Attribution } from './origin.js';
import type { Outputs } from './outputs.js';

/** The version of the widget protocol that pages check. */
const PROTOCOL_VERSION = '2.1.0';
const MODEL_TARGET = 'jupyter.widget';
const CONTROL_TARGET = 'jupyter.widget.control';
const VIEW_MIME = 'application/vnd.jupyter.widget-view+json';

interface Model {
  source: ModelSource;
  comm: Comm;
}

/** Widget models over comms, by the protocol of ipywidgets. */
export class Widgets implements ModelChannel {
  readonly #comms: Comms;
  readonly #outputs: Outputs;
  readonly #attribution: Attribution;
  readonly #models = new Map<string, Model>();

  constructor(comms: Comms, outputs: Outputs, attribution: Attribution) {
    this.#comms = comms;
    this.#outputs = outputs;
    this.#attribution = attribution;
    comms.register(CONTROL_TARGET, (comm) => ({ message: (message) => this.#control(comm, message) }));
  }

  open(id: string, source: ModelSource): void {
    const { state, bufferPaths, buffers } = removeBuffers(source.state());
    const data = { state, buffer_paths: bufferPaths };
    const extras = { metadata: { version: PROTOCOL_VERSION }, buffers };
    const listener: CommListener = {
      message: (message) => this.#receive(id, message),
      // A page closes what it has no widget for; another page may have.
      closed: () => true,
    };
    const comm = this.#comms.open(MODEL_TARGET, id, data, extras, listener, this.#parent());
    this.#models.set(id, { source, comm });
  }

  update(id: string, changed: Record<string, unknown>): void {
    this.#sendState(id, changed, this.#parent());
  }

  custom(id: string, content: Record<string, unknown>, buffers: readonly Bytes[]): void {
    this.#models.get(id)?.comm.send({ method: 'custom', content }, { buffers }, this.#parent());
  }

  display(id: string, text: string): PutLasting {
    const origin = this.#attribution.currentCell();
    const view = { model_id: id, version_major: 2, version_minor: 0 };
    const content = { data: { [VIEW_MIME]: view, 'text/plain': text }, metadata: {}, transient: {} };
    this.#outputs.message(origin, 'display_data', content);
    // An output of its own: a changed bundle would make the page build the view in it anew.
    const transient = { display_id: randomUUID() };
    let type = 'display_data';
    return (data) => {
      this.#outputs.message(origin, type, { data, metadata: {}, transient });
      type = 'update_display_data';
    };
  }

  cell(): string | undefined {
    return this.#attribution.currentCell().cell;
  }

  release(id: string): void {
    this.#models.delete(id);
    this.#comms.forget(id);
  }

  /** A model belongs to a cell, also while a page's message is dealt with. */
  #parent(): Message['parent'] {
    return this.#attribution.currentCell().header;
  }

  #sendState(id: string, changed: Record<string, unknown>, parent: Message['parent']): void {
    const model = this.#models.get(id);
    if (!model) return;
    const { state, bufferPaths, buffers } = removeBuffers(changed);
    model.comm.send({ method: 'update', state, buffer_paths: bufferPaths }, { buffers }, parent);
  }

  #receive(id: string, message: CommMessage): void {
    const source = this.#models.get(id)?.source;
    if (!source) return;
    const { method, content } = message.data;
    if (method === 'request_state') this.#sendState(id, source.state(), message.header);
    else if (method === 'custom') source.receive(content);
  }

  #control(comm: Comm, message: CommMessage): void {
    if (message.data.method !== 'request_states') return;
    const states: Record<string, unknown> = {};
    const paths: BufferPath[] = [];
    const all: Bytes[] = [];
    for (const [id, { source }] of this.#models) {
      const { state, bufferPaths, buffers } = removeBuffers(source.state());
      states[id] = {
        model_name: state._model_name,
        model_module: state._model_module,
        model_module_version: state._model_module_version,
        state,
      };
      for (const path of bufferPaths) paths.push([id, 'state', ...path]);
      all.push(...buffers);
    }
    comm.send({ method: 'update_states', states, buffer_paths: paths }, { buffers: all }, message.header);
  }
}
