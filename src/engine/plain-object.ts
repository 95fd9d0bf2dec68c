export { isPlainObject } from '../documents/plain-object.js';
