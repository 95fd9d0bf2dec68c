import { shortened } from '../text/index.js';
import type { DocumentName, Documents } from './documents.js';
import { DOCUMENT_NAMES, isDocumentName } from './documents.js';
import { EventModelKeyError, EventModelValidationError } from './errors.js';
import { VALIDATORS } from './generated/validators.js';

/** One thing that a compiled schema refuses, in ajv's terms. */
export interface SchemaError {
  /** A JSON pointer to what is refused. */
  instancePath: string;
  /** The rule of the schema. */
  keyword: string;
  params: Readonly<Record<string, unknown>>;
}

/** A schema as a function; after a refusal it holds what it refused, the outermost last. */
export interface CompiledValidator {
  (doc: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/**
 * Checks that a document is one of its kind, as event-model's schemas have it.
 *
 * What Python's `event_model` refuses is refused, and what it accepts is accepted: keys that the schema
 * does not name where it allows them, NaN as a number, a `bigint` as an integer, typed arrays and
 * {@link NDArray}s as lists. Nothing is changed.
 *
 * @param name - the kind of document, such as `event`
 * @throws {@link EventModelValidationError} with the document's name, the path and the reason
 *
 * @example
 * ```ts
 * RE.subscribe((name, doc) => validate(name, doc))
 * ```
 */
export function validate<N extends DocumentName>(name: N, doc: unknown): asserts doc is Documents[N] {
  checkDocumentName(name);
  const validator = VALIDATORS[name];
  let valid: boolean;
  try {
    valid = validator(doc);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new EventModelValidationError(name, [], 'is nested too deeply, or holds itself');
  }
  if (!valid) throw validationError(name, doc, validator.errors ?? []);
}

/** Refuses what is not the name of a kind of document. */
export function checkDocumentName(name: unknown): asserts name is DocumentName {
  if (isDocumentName(name)) return;
  throw new EventModelKeyError(`There is no document '${String(name)}'; there are ${DOCUMENT_NAMES.join(', ')}.`);
}

function validationError(name: DocumentName, doc: unknown, errors: readonly SchemaError[]): EventModelValidationError {
  // A rule that holds under a condition is told twice: by itself and as the condition's.
  const told = errors.filter(({ keyword }) => keyword !== 'if');
  const error = told.at(-1) ?? { instancePath: '', keyword: '', params: {} };
  const { path, value } = follow(doc, error.instancePath);
  return new EventModelValidationError(name, path, reasonOf(name, error, value, told));
}

/** The keys that a JSON pointer names, and what is there. */
function follow(doc: unknown, pointer: string): { path: (string | number)[]; value: unknown } {
  let value = doc;
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const place = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown>)[place];
      return place;
    });
  return { path, value };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  null: 'null',
  object: 'an object',
  array: 'a list',
  'array of numbers': 'a list of numbers',
  'array of integers': 'a list of integers',
  'array of other values': 'a list',
};

function reasonOf(
  name: DocumentName,
  { instancePath, keyword, params }: SchemaError,
  value: unknown,
  all: readonly SchemaError[],
): string {
  const butIs = `but is ${shown(value)}`;
  switch (keyword) {
    case 'kind':
      return `must be ${KINDS[String(params.kind)]}, ${butIs}`;
    case 'required':
      return `lacks '${String(params.missingProperty)}'`;
    case 'additionalProperties':
      return `has the key '${String(params.additionalProperty)}'${keyRule(name, params.additionalProperty)}`;
    case 'unevaluatedProperties':
      return `has the key '${String(params.unevaluatedProperty)}', which the schema does not know`;
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).map(shown).join(', ')}, ${butIs}`;
    case 'const':
      return `must be ${shown(params.allowedValue)}, ${butIs}`;
    case 'pattern':
      return `must match ${String(params.pattern)}, ${butIs}`;
    case 'anyOf':
      return `must be ${alternatives(instancePath, all)}, ${butIs}`;
    default:
      return `must keep the schema's rule '${keyword}', ${butIs}`;
  }
}

/** Documents that people write keys for forbid dots and slashes; the others know all their keys. */
function keyRule(name: DocumentName, key: unknown): string {
  const free = name === 'start' || name === 'stop' || name === 'descriptor';
  if (free && /[./]/.test(String(key))) return '; keys must not contain a dot or a slash';
  return ', which the schema does not know';
}

function alternatives(instancePath: string, all: readonly SchemaError[]): string {
  const kinds = all.filter((each) => each.keyword === 'kind' && each.instancePath === instancePath);
  const words = new Set(kinds.map(({ params }) => KINDS[String(params.kind)]));
  return words.size > 1 ? [...words].join(' or ') : 'of one of the forms that the schema allows';
}

const MOST_SHOWN = 60;

/** A value in few words. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value, MOST_SHOWN)}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  const type = value.constructor?.name ?? 'Object';
  return type === 'Object' ? 'an object' : `an object of class ${type}`;
}
