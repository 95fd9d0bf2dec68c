/**
 * Files: what runs are read from. Needs Node.
 *
 * @module
 */
export { readDocuments } from './read-documents.js';
