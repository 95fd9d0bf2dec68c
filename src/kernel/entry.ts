/**
 * What Node imports as `livesky`: the package itself. In a notebook on tslab's own kernel it also makes
 * figures live there.
 *
 * @module
 */
import { createRequire } from 'node:module';
import { host } from '../host/index.js';
import type { attachTo } from './stock/attach.js';
import { findStockTslab } from './stock/find-tslab.js';

export * from '../index.js';

const stock = host().screen === undefined ? findStockTslab() : undefined;
if (stock) {
  // Loaded only now: scripts and our own kernel need nothing of it. Like all of it, it is there at once.
  const loaded = createRequire(import.meta.url)('./stock/attach.js') as { attachTo: typeof attachTo };
  loaded.attachTo(stock);
}
