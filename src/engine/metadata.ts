import { describe } from './callback.js';
import { copyOf } from './document-copy.js';
import { MetadataError } from './errors.js';
import type { MdNormalizer, MdValidator, Metadata, ScanIdSource } from './run-engine-options.js';

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

/** What of an engine a run's metadata are made with. */
export interface MetadataSettings {
  readonly md: Metadata;
  readonly mdValidator: MdValidator;
  readonly mdNormalizer: MdNormalizer;
  readonly scanIdSource: ScanIdSource;
}

const RESERVED: readonly string[] = ['uid', 'time'];

/** The metadata of a run that is being opened, which get the next `scan_id`; refuses what no document may hold. */
export async function runMetadata(
  engine: MetadataSettings,
  others: Omit<MetadataSources, 'engine'>,
): Promise<Metadata> {
  engine.md.scan_id = await engine.scanIdSource(engine.md);
  const md = mergeMetadata({ engine: engine.md, ...others });
  await engine.mdValidator(md);
  return checkedMetadata(await engine.mdNormalizer(ownMetadata(md)));
}

/** One more than the last; the first is 1. */
export function nextScanId({ scan_id: last = 0 }: Metadata): number {
  if (typeof last === 'number' && Number.isInteger(last)) return last + 1;
  throw new MetadataError(
    `RE.md.scan_id is ${describe(last)}, so that no next one can be counted; ` +
      'it must be a whole number, the scan_id of the last run: RE.md.scan_id = 7.',
  );
}

/** Merges the sources; a key keeps the place where it first appears. */
export function mergeMetadata({ engine, plan, openRun, call }: MetadataSources): Record<string, unknown> {
  return { ...engine, ...plan, ...openRun, ...call };
}

/** A run's metadata as its own copy: what is changed in `RE.md` later must not change old documents. */
export function ownMetadata(md: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyOf(checkedMetadata(md)) as Record<string, unknown>;
}

/** Throws a {@link MetadataError} on what are no metadata, and on keys that the engine sets itself. */
export function checkedMetadata(md: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (typeof md !== 'object' || md === null) {
    throw new MetadataError(`RE.mdNormalizer returned ${String(md)}; it must return the metadata as an object.`);
  }
  const taken = RESERVED.filter((key) => Object.hasOwn(md, key));
  if (taken.length === 0) return md;
  throw new MetadataError(`The metadata hold '${taken.join("', '")}', which the engine sets itself.`);
}

/** What `RE` accepts as `sample`: a name, or an object that describes it. */
export function defaultMdValidator(md: Readonly<Record<string, unknown>>): void {
  const { sample } = md;
  const described = typeof sample === 'object' && sample !== null && !Array.isArray(sample);
  if (sample === undefined || typeof sample === 'string' || described) return;
  throw new MetadataError(`The metadata's sample is ${String(sample)}; it must be a string or an object.`);
}
