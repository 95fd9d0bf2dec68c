export { compile } from './compile.js';
export type { Compiled, Resolve } from './compile.js';
export { ExpressionError } from './expression-error.js';
export { CONSTANTS, FUNCTIONS } from './functions.js';
export { parseExpression } from './parse.js';
export { namesIn } from './syntax.js';
export type { Expression } from './syntax.js';
export type { Value } from './value.js';
