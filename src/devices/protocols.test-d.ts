import type { Locatable, Readable, Readings, ValueOf } from './protocols.js';

/** What `rd` will make of a device: the place where it is, else what it reads. */
declare function rd<T>(device: Locatable<T> | Readable<T>): T;

const load = {
  name: 'load',
  read: () => ({ load: { value: 0.5, timestamp: 0 } }),
  describe: () => ({ load: { source: 'os', dtype: 'number', shape: [] } }),
};
interface Shutter extends Locatable<string> {
  read(): Readings<number>;
}

rd(load) satisfies number;
'open' satisfies ValueOf<Shutter>;
0.5 satisfies ValueOf<typeof load>;
// @ts-expect-error where it is comes before what it reads
3 satisfies ValueOf<Shutter>;
