import type { DocumentName } from './documents.js';

/** A document that contradicts its schema or what was said before it. Base of the errors below. */
export class EventModelError extends Error {
  override readonly name: string = 'EventModelError';
}

/** A document that its schema refuses, or that does not fit its descriptor. */
export class EventModelValidationError extends EventModelError {
  override readonly name = 'EventModelValidationError';

  /**
   * @param document - the kind of document
   * @param path - where in the document: keys, and places in lists; empty for the document as a whole
   * @param reason - what is wrong there
   */
  constructor(
    readonly document: DocumentName,
    readonly path: readonly (string | number)[],
    readonly reason: string,
  ) {
    const place = path.length === 0 ? '' : ` at ${pathText(path)}`;
    super(`The ${document} document is not valid${place}: it ${reason}.`);
  }
}

/** A value that makes no sense where it was given. */
export class EventModelValueError extends EventModelError {
  override readonly name: string = 'EventModelValueError';
}

/** A value of a kind that cannot be used there. */
export class EventModelTypeError extends EventModelError {
  override readonly name = 'EventModelTypeError';
}

/** Something was asked for by a name that nothing has. */
export class EventModelKeyError extends EventModelError {
  override readonly name: string = 'EventModelKeyError';
}

/** Something that can no longer, or not twice, be done. */
export class EventModelRuntimeError extends EventModelError {
  override readonly name: string = 'EventModelRuntimeError';
}

/** A document refers to one that has not been seen; `key` is what it refers to. */
export class UnresolvableForeignKeyError extends EventModelValueError {
  override readonly name = 'UnresolvableForeignKeyError';

  constructor(
    readonly key: unknown,
    message: string,
  ) {
    super(message);
  }
}

/** A resource's `spec` is missing from the handler registry. */
export class UndefinedAssetSpecification extends EventModelKeyError {
  override readonly name = 'UndefinedAssetSpecification';
}

/** The values that a datum refers to could not be read, however often it was tried. */
export class DataNotAccessible extends EventModelError {
  override readonly name = 'DataNotAccessible';
}

/** There is a handler for that `spec` already. */
export class DuplicateHandler extends EventModelRuntimeError {
  override readonly name = 'DuplicateHandler';
}

/** The keys of an event's `data`, of its `filled` and of its descriptor are out of step. */
export class MismatchedDataKeys extends EventModelError {
  override readonly name = 'MismatchedDataKeys';
}

/** Values that should be in a document still lie elsewhere. */
export class UnfilledData extends EventModelError {
  override readonly name = 'UnfilledData';
}

/** A path as it would be written in code: `data_keys.motor.shape[0]`. */
function pathText(path: readonly (string | number)[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}
