/** A parameter that cannot be as it was asked to be; the message names it. */
export class ParameterError extends Error {
  override readonly name = 'ParameterError';
}
