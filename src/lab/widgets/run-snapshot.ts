import type { RunReceiver, RunSnapshot } from '../../wire/index.js';
import { encodeFrame, wholeOf } from '../../wire/index.js';

/** Everything that a page knows of a run, in the form in which kernels send it. */
export function snapshotOf(receiver: RunReceiver): RunSnapshot {
  return { seq: receiver.have, columns: encodeFrame(wholeOf(receiver.columns)) };
}
