import type { DocumentName, Documents } from '../documents/index.js';
import { isPlainObject } from '../host/index.js';

/** A copy of lists and plain objects at any depth. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}

/**
 * A document for one callback alone: whatever it adds, changes or removes, the next callback and the
 * engine have theirs.
 *
 * Start and descriptor, of which a run has few, are copied at any depth. Of the others the document and
 * the records in it are, but not the values in those: an image is shared.
 */
export function documentCopy<N extends DocumentName>(name: N, doc: Documents[N]): Documents[N] {
  if (name === 'event') return eventCopy(doc as Documents['event']) as Documents[N];
  if (name === 'start' || name === 'descriptor') return copyOf(doc) as Documents[N];
  return recordsCopy(doc);
}

/** The copy of an event, of which a run has many: what an engine composes has these three records and no others. */
function eventCopy(doc: Documents['event']): Documents['event'] {
  const { data, timestamps, filled } = doc;
  if (!isPlainObject(data) || !isPlainObject(timestamps) || !isPlainObject(filled)) return recordsCopy(doc);
  return { ...doc, data: { ...data }, timestamps: { ...timestamps }, filled: { ...filled } };
}

function recordsCopy<D extends object>(doc: D): D {
  const copy = { ...doc } as Record<string, unknown>;
  for (const key in copy) {
    const value = copy[key];
    if (isPlainObject(value)) copy[key] = { ...value };
  }
  return copy as D;
}
