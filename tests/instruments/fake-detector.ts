import type { DataKeys, Readings } from '../../src/devices/index.js';

/** What of a {@link fakeDetector} is to be otherwise. */
export interface FakeDetectorOptions {
  name?: string;
  /** Gives the value of each reading; default: how many readings there were. */
  value?: () => unknown;
  /** Answers only later, with promises. */
  late?: boolean;
}

/** A detector that can only be read. */
export function fakeDetector({ name = 'fake', value, late = false }: FakeDetectorOptions = {}): {
  name: string;
  read(): Readings | Promise<Readings>;
  describe(): DataKeys | Promise<DataKeys>;
} {
  let readings = 0;
  const answer = <T>(given: T): T | Promise<T> =>
    late ? new Promise((done) => setTimeout(() => done(given), 1)) : given;
  return {
    name,
    read: () => answer({ [name]: { value: value ? value() : ++readings, timestamp: 1 } }),
    describe: () => answer({ [name]: { source: 'FAKE', dtype: 'number', shape: [] } }),
  };
}
