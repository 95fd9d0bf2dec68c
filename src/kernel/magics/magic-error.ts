/** A magic that there is not, or that cannot be meant as it stands; the message says what to do. */
export class MagicError extends Error {
  override readonly name = 'MagicError';
}
