/** A command line that cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(message: string) {
    super(`${message.replace(/\.$/, '')}; see livesky --help.`);
  }
}
