import type { DataKey, Event, EventDescriptor, RunStart, RunStop } from '../../src/documents/index.js';

/** Documents with as little in them as they may have, for tests of what is made of them. */
export const startDoc = (uid = 'run', more: object = {}): RunStart => ({ uid, time: 100, ...more });

export const stopDoc = (run = 'run'): RunStop => ({
  uid: `${run}-stop`,
  time: 200,
  run_start: run,
  exit_status: 'success',
});

/** A descriptor of fields that hold numbers, unless `keys` says otherwise. */
export function descriptorDoc(
  uid: string,
  fields: readonly string[],
  {
    name = 'primary',
    run = 'run',
    keys = {},
  }: { name?: string; run?: string; keys?: Record<string, Partial<DataKey>> } = {},
): EventDescriptor {
  const key: DataKey = { source: 'TEST', dtype: 'number', shape: [] };
  const data_keys = Object.fromEntries(fields.map((field) => [field, { ...key, ...keys[field] }]));
  return { uid, time: 101, run_start: run, name, data_keys };
}

let events = 0;

export function eventDoc(
  descriptor: string,
  seq_num: number,
  data: Record<string, unknown>,
  time = 101 + seq_num,
): Event {
  const timestamps = Object.fromEntries(Object.keys(data).map((field) => [field, time]));
  return { uid: `event-${events++}`, time, descriptor, seq_num, data, timestamps };
}
