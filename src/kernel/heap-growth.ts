import { setFlagsFromString } from 'node:v8';

/** By how much the old part of the heap grows, in percent, before all of it is looked through for garbage again. */
const GROWTH = 100;

/**
 * Lets garbage wait a little longer.
 *
 * V8 goes by how much is allocated over time. Between two scans that is next to nothing, so it would let the heap grow by
 * a tenth only, and look through the compiler's 60 MB once or twice during each scan of some 100,000 events, which
 * costs half as much as the scan (docs/adr/0017). It holds for whatever the user keeps, too.
 */
export function letHeapGrow(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
