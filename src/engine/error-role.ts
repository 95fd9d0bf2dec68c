/** Under which the errors that an engine acts on say what they are: they may come from another copy of livesky. */
const ROLE: unique symbol = Symbol.for('livesky.error-role.1') as never;

/** What an engine makes of an error. */
export type ErrorRole = 'request-to-end' | 'halt' | 'failed-pause' | 'callback';

/** Marks a class of errors and what is derived from it. */
export function giveRole(errors: { readonly prototype: Error }, role: ErrorRole): void {
  Object.defineProperty(errors.prototype, ROLE, { value: role });
}

/** Whether something that was thrown is of a class with this role, of whichever copy of livesky. */
export function hasRole(thrown: unknown, role: ErrorRole): boolean {
  return typeof thrown === 'object' && thrown !== null && (thrown as { [ROLE]?: unknown })[ROLE] === role;
}
