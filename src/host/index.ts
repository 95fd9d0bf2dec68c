export { now } from './clock.js';
export type { EngineWatcher, SteerableEngine } from './engines.js';
export { host, installHost, placeOf } from './host.js';
export type { Host } from './host.js';
export { macrotask } from './macrotask.js';
export { print, warn } from './print.js';
export { uuid } from './uuid.js';
export { PACKAGE_VERSION } from './version.js';
