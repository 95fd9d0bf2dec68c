import type { RunStart } from '../documents/index.js';
import { now, uuid } from '../host/index.js';
import { copyOf } from './document-copy.js';
import { MetadataError } from './errors.js';

/** Where a run's metadata come from, the weakest first. */
export interface MetadataSources {
  /** `RE.md`. */
  engine: Readonly<Record<string, unknown>>;
  plan: { plan_type: string; plan_name: string };
  /** The arguments of the `open_run` message. */
  openRun: Readonly<Record<string, unknown>>;
  /** The third argument of `RE(plan, subs, md)`. */
  call: Readonly<Record<string, unknown>>;
}

const RESERVED: readonly string[] = ['uid', 'time'];

/** Merges the sources; a key keeps the place where it first appears. */
export function mergeMetadata({ engine, plan, openRun, call }: MetadataSources): Record<string, unknown> {
  return { ...engine, ...plan, ...openRun, ...call };
}

/** Composes a start document. Throws a {@link MetadataError} on keys that no document may hold. */
export function composeStart(md: Readonly<Record<string, unknown>>): RunStart {
  const taken = RESERVED.filter((key) => Object.hasOwn(md, key));
  if (taken.length > 0) {
    throw new MetadataError(`The metadata hold '${taken.join("', '")}', which the engine sets itself.`);
  }
  checkKeys('start', md);
  // A copy: what is changed in `RE.md` later must not change old documents.
  return { uid: uuid(), time: now(), ...(copyOf(md) as Record<string, unknown>) };
}

/** Refuses keys with a dot or a slash, at any depth, as event-model does. */
export function checkKeys(document: string, value: unknown, path = ''): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && /[./]/.test(key)) {
      throw new MetadataError(
        `The ${document} document has the key '${path}${key}'. Keys must not contain a dot or a slash.`,
      );
    }
    checkKeys(document, inner, `${path}${key} > `);
  }
}

/** What `RE` accepts as `sample`: a name, or an object that describes it. */
export function defaultMdValidator(md: Readonly<Record<string, unknown>>): void {
  const { sample } = md;
  const described = typeof sample === 'object' && sample !== null && !Array.isArray(sample);
  if (sample === undefined || typeof sample === 'string' || described) return;
  throw new MetadataError(`The metadata's sample is ${String(sample)}; it must be a string or an object.`);
}
