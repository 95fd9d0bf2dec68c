import { StringDecoder } from 'node:string_decoder';
import type { Attribution } from './origin.js';
import type { Outputs, StreamName } from './outputs.js';

type Done = (error?: Error | null) => void;

/** Sends whatever this process prints to the cell whose work prints it. */
export function takeOverStdio(outputs: Outputs, attribution: Attribution): void {
  for (const name of ['stdout', 'stderr'] as const) process[name].write = writerTo(name, outputs, attribution);
}

/**
 * Tells Node's warnings to the cell that caused them, but those about Node's own features to `log`: the
 * user has not chosen which of them the kernel uses.
 */
export function takeOverWarnings(outputs: Outputs, attribution: Attribution, log: (line: string) => void): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    const line = `${warning.name}: ${warning.message}`;
    if (warning.name === 'ExperimentalWarning' || warning.name === 'DeprecationWarning') log(line);
    else outputs.write(attribution.current(), 'stderr', `${line}\n`);
  });
}

function writerTo(name: StreamName, outputs: Outputs, attribution: Attribution): typeof process.stdout.write {
  // A character may be cut in two by whoever writes bytes.
  const decoder = new StringDecoder('utf8');
  return (chunk: Uint8Array | string, encodingOrDone?: BufferEncoding | Done, done?: Done) => {
    const text = typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    outputs.write(attribution.current(), name, text);
    const callback = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (callback) process.nextTick(callback);
    return true;
  };
}
