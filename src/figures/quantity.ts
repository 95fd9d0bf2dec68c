import type { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';

/** What an axis or a value measures: it decides how numbers are written. */
export interface Quantity {
  /** `time` is seconds since the Unix epoch; `integer` has no fractions. */
  kind: 'number' | 'integer' | 'time';
  /** Engineering units, or an empty string. */
  units: string;
}

const PLAIN: Quantity = { kind: 'number', units: '' };

/** What a field of a run measures, by its data key; `seq_num` and `time` need none. */
export function quantityOf(run: RunColumns, field: string, epoch: LineSeries['epoch']): Quantity {
  const keys = run.descriptors.map((doc) => (Object.hasOwn(doc.data_keys, field) ? doc.data_keys[field] : undefined));
  const key = keys.find((each) => each !== undefined);
  if (key) {
    const kind = key.dtype === 'integer' ? 'integer' : 'number';
    return { kind, units: typeof key.units === 'string' ? key.units : '' };
  }
  if (field === 'seq_num') return { kind: 'integer', units: '' };
  if (field === 'time') return epoch === 'unix' ? { kind: 'time', units: '' } : { kind: 'number', units: 's' };
  return PLAIN;
}

/** What several lines have in common. */
export function commonQuantity(all: readonly Quantity[]): Quantity {
  const [first = PLAIN, ...others] = all;
  return {
    kind: others.every(({ kind }) => kind === first.kind) ? first.kind : 'number',
    units: others.every(({ units }) => units === first.units) ? first.units : '',
  };
}

/** A name with its units, such as `motor (mm)`. */
export function withUnits(name: string, units: string): string {
  return name === '' || units === '' ? name : `${name} (${units})`;
}
