import type { StreamColumns } from '../../figures/index.js';
import type { RunReceiver, RunSnapshot } from '../../wire/index.js';
import { encodeFrame } from '../../wire/index.js';

/** Everything that a page knows of a run, in the form in which kernels send it. */
export function snapshotOf(receiver: RunReceiver): RunSnapshot {
  const { streams, descriptors, stop } = receiver.columns;
  const rows = new Map<StreamColumns, readonly number[]>();
  for (const stream of streams.values()) {
    rows.set(
      stream,
      Array.from({ length: stream.length }, (_, row) => row),
    );
  }
  return { seq: receiver.have, columns: encodeFrame({ descriptors, rows, stop }) };
}
