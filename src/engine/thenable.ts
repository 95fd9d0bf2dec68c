export { isThenable } from '../documents/in-turn.js';
