import { uuid } from '../host/index.js';
import type { ComposeOptions } from './compose-options.js';
import { EventModelValueError } from './errors.js';
import type { Datum } from './generated/datum.js';
import type { DatumPage } from './generated/datum-page.js';
import type { Resource } from './generated/resource.js';
import { rowCount } from './nd-array.js';
import { validate } from './validate.js';

/** What a resource is composed of. */
export interface ResourceFields
  extends
    Pick<Resource, 'spec' | 'root' | 'resource_path' | 'resource_kwargs'>,
    Partial<Pick<Resource, 'uid' | 'path_semantics' | 'run_start'>> {}

/** A resource, and what composes the datums inside it; datums and pages are numbered together. */
export interface ComposedResource {
  readonly resourceDoc: Resource;
  /** Composes a datum of its arguments. */
  composeDatum(datumKwargs: Datum['datum_kwargs'], options?: ComposeOptions): Datum;
  /** Composes a page of datums of a list for each argument. */
  composeDatumPage(datumKwargs: DatumPage['datum_kwargs'], options?: ComposeOptions): DatumPage;
}

/**
 * Composes a resource, with or without a run.
 *
 * @param fields - `uid` is random by default, `path_semantics` is `posix`
 * @throws {@link EventModelValidationError} on what the schema refuses
 *
 * @example
 * ```ts
 * const { resourceDoc, composeDatum } = composeResource({
 *   spec: 'AD_TIFF', root: '/data', resource_path: 'scan_1', resource_kwargs: { frame_per_point: 1 },
 * })
 * composeDatum({ point_number: 0 }).datum_id   // '<uid>/0'
 * ```
 */
export function composeResource(
  fields: ResourceFields,
  { validate: check = true }: ComposeOptions = {},
): ComposedResource {
  const resourceDoc: Resource = {
    path_semantics: fields.path_semantics ?? 'posix',
    uid: fields.uid ?? uuid(),
    spec: fields.spec,
    root: fields.root,
    resource_kwargs: fields.resource_kwargs,
    resource_path: fields.resource_path,
    ...(fields.run_start === undefined ? {} : { run_start: fields.run_start }),
  };
  if (check) validate('resource', resourceDoc);
  return { resourceDoc, ...datumsOf(resourceDoc.uid) };
}

function datumsOf(resource: string): Omit<ComposedResource, 'resourceDoc'> {
  let count = 0;
  const nextId = (): string => `${resource}/${count++}`;
  return {
    composeDatum(datumKwargs, { validate: check = true } = {}) {
      const doc: Datum = { resource, datum_kwargs: datumKwargs, datum_id: nextId() };
      if (check) validate('datum', doc);
      return doc;
    },
    composeDatumPage(datumKwargs, { validate: check = true } = {}) {
      const length = rowCount(firstColumn(datumKwargs));
      const doc: DatumPage = { resource, datum_kwargs: datumKwargs, datum_id: Array.from({ length }, nextId) };
      if (check) validate('datum_page', doc);
      return doc;
    },
  };
}

function firstColumn(datumKwargs: DatumPage['datum_kwargs']): readonly unknown[] {
  const [first] = Object.values(datumKwargs);
  if (first) return first;
  throw new EventModelValueError('The datum_page cannot be composed: without an argument it has no length.');
}
