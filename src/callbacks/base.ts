import { DocumentRouter } from '../documents/index.js';

/**
 * Base of callbacks: gives each kind of document to the method of its name.
 *
 * It is a {@link DocumentRouter}: a subclass overrides the methods that it needs. One that handles events
 * also gets those that come as pages, one by one.
 *
 * @example
 * ```ts
 * class Best extends CallbackBase {
 *   best = -Infinity
 *   override start() { this.best = -Infinity }
 *   override event(doc) { this.best = Math.max(this.best, Number(doc.data.det)) }
 *   override stop() { console.log('best', this.best) }
 * }
 * await RE(scan([det], motor, -1, 1, 11), new Best())
 * ```
 */
export class CallbackBase extends DocumentRouter {}
