/**
 * Files: what runs are read from, and metadata that survive. Needs Node.
 *
 * @module
 */
export { PersistentDict } from './persistent-dict.js';
export { PersistentDictError } from './value-files.js';
export { readDocuments } from './read-documents.js';
