/** A fit, or what was asked of its result, that cannot be done; the message says of what and why. */
export class FitError extends Error {
  override readonly name: string = 'FitError';
}
