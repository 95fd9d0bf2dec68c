import type { DisplayPort } from './display.js';
import type { EngineWatcher, SteerableEngine } from './engines.js';
import type { InputOptions } from './input.js';

/** How a question reaches the user. */
export interface AskOptions extends InputOptions {
  /** The engine whose plan asks: the question belongs to the cell that drives it. */
  engine?: SteerableEngine;
  /** Takes the question back when it resolves. */
  until?: Promise<unknown> | undefined;
}

/**
 * What surrounds this copy of livesky: a notebook kernel, or nothing.
 *
 * A notebook's `node_modules`, the kernel and a labextension may each hold a copy of livesky; module
 * state would be one per copy. The host is therefore found through a global symbol.
 */
export interface Host {
  /** Where live figures are drawn; typed by `figures/screen.ts`. Absent: callbacks print text. */
  screen?: unknown;
  /** Told what engines do, so that buttons and the interrupt key can steer them. */
  engines?: EngineWatcher;
  /** Where in the user's code an error was thrown, such as `cell 3, line 2`; undefined if that is not known. */
  placeOf?(error: unknown): string | undefined;
  /** Asks the user for a line of text. Absent: whoever asks fails. */
  ask?(prompt: string, options?: AskOptions): Promise<string>;
  /** Writes bytes as base64, faster than what the package brings; absent: that is used. */
  toBase64?(bytes: ArrayBufferView): string;
  /** Shows values in the output of the running cell. Absent: they are printed. */
  display?: DisplayPort;
}

const HOST: unique symbol = Symbol.for('livesky.host.1') as never;

type WithHost = { [HOST]?: Host };

/** The present host, or an empty one in a bare script. */
export function host(): Host {
  return (globalThis as WithHost)[HOST] ?? {};
}

/** Makes `ports` the host of this process; the kernel calls it once, before any cell runs. */
export function installHost(ports: Host): void {
  (globalThis as WithHost)[HOST] = ports;
}

/** Where in the user's code an error was thrown, such as `cell 3, line 2`; undefined if the host does not know. */
export function placeOf(error: unknown): string | undefined {
  return host().placeOf?.(error);
}
