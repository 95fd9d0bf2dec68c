/** A value outside of a device's limits. */
export class LimitError extends RangeError {
  override readonly name = 'LimitError';
}

/** A device that can only be read was to be set. */
export class ReadOnlyError extends Error {
  override readonly name = 'ReadOnlyError';
}

/** A device that gave no value, or one that is not what it describes. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';
}

/** A device that gave no value in time. */
export class ReadTimeoutError extends Error {
  override readonly name = 'ReadTimeoutError';
}

/** A device that could not be set. */
export class SetError extends Error {
  override readonly name = 'SetError';
}

/** A device that was staged twice. */
export class RedundantStaging extends Error {
  override readonly name = 'RedundantStaging';
}
