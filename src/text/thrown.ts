/** The words of an error, whatever was thrown: an error's message, or what kind of thing it was. */
export function messageOf(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  const { message } = thrown as { message?: unknown };
  // Errors of other realms are no instances of our `Error`.
  return typeof message === 'string' ? message : Object.prototype.toString.call(thrown);
}
