import { now, uuid } from '../host/index.js';
import { ComposeDescriptor } from './compose-descriptor.js';
import type { ComposedDescriptor, DescriptorFields } from './compose-descriptor.js';
import type { ComposeOptions } from './compose-options.js';
import { composeResource } from './compose-resource.js';
import type { ComposedResource, ResourceFields } from './compose-resource.js';
import { composeStreamResource } from './compose-stream-resource.js';
import type { ComposedStreamResource, StreamResourceFields } from './compose-stream-resource.js';
import { EventModelError, EventModelTypeError } from './errors.js';
import type { RunStart } from './generated/run-start.js';
import type { ExitStatus, RunStop } from './generated/run-stop.js';
import { validate } from './validate.js';

/** What {@link composeRun} takes. */
export interface RunOptions extends ComposeOptions {
  /** Default: a new random one. */
  uid?: string;
  /** Seconds since the Unix epoch; default: now. */
  time?: number;
  /** The other fields of the start document. */
  metadata?: Readonly<Record<string, unknown>>;
  /** The `seq_num` that the next event of each stream gets; shared with whoever rewinds a run. */
  eventCounters?: Map<string, number>;
}

/** What a stop document is composed of. */
export interface StopFields {
  /** Default: `success`. */
  exit_status?: ExitStatus;
  /** Default: empty. */
  reason?: string;
  uid?: string;
  time?: number;
}

/** A start document, and what composes the documents that refer to it. */
export interface ComposedRun {
  readonly startDoc: RunStart;
  /** Composes the descriptor of a stream. All descriptors of a stream have the same data keys. */
  composeDescriptor(fields: DescriptorFields, options?: ComposeOptions): ComposedDescriptor;
  /** Composes the stop document, once. */
  composeStop(fields?: StopFields, options?: ComposeOptions): RunStop;
  /** Composes a resource of this run. */
  composeResource(fields: ResourceFields, options?: ComposeOptions): ComposedResource;
  /** Composes a stream resource of this run. */
  composeStreamResource(fields: StreamResourceFields, options?: ComposeOptions): ComposedStreamResource;
}

/**
 * Composes a run's start document, and gives what composes the documents that belong to it.
 *
 * Documents are given field by field, in their own spelling; uids, times, references and numbers are
 * filled in. Each is checked against its schema and against what was composed before, unless `validate`
 * is false.
 *
 * @throws {@link EventModelValidationError} on metadata that the schema refuses
 *
 * @example
 * ```ts
 * const run = composeRun({ metadata: { sample: 'LaB6' } })
 * const { descriptorDoc, composeEvent } = run.composeDescriptor({
 *   name: 'primary',
 *   data_keys: { det: { source: 'SIM:det', dtype: 'number', shape: [] } },
 * })
 * const event = composeEvent({ data: { det: 1.5 }, timestamps: { det: Date.now() / 1000 } })
 * const stop = run.composeStop()   // num_events: { primary: 1 }
 * ```
 */
export function composeRun(options: RunOptions = {}): ComposedRun {
  const { metadata = {}, eventCounters = new Map<string, number>() } = options;
  const startDoc = composeStart(options, metadata);
  const reference = { run_start: startDoc.uid };
  const descriptors = new ComposeDescriptor(startDoc, eventCounters);
  return {
    startDoc,
    composeDescriptor: (fields, given) => descriptors.compose(fields, given),
    composeStop: stopOnce(startDoc, eventCounters),
    composeResource: (fields, given) => composeResource({ ...fields, ...reference }, given),
    composeStreamResource: (fields, given) => composeStreamResource({ ...fields, ...reference }, given),
  };
}

function composeStart(
  { uid, time, validate: check = true }: RunOptions,
  metadata: Readonly<Record<string, unknown>>,
): RunStart {
  const taken = ['uid', 'time'].filter((key) => Object.hasOwn(metadata, key));
  if (taken.length > 0) {
    throw new EventModelTypeError(
      `The metadata hold '${taken.join("', '")}', which the start document has of its own.`,
    );
  }
  const doc: RunStart = { uid: uid ?? uuid(), time: time ?? now(), ...metadata };
  if (check) validate('start', doc);
  return doc;
}

function stopOnce(start: RunStart, counters: ReadonlyMap<string, number>): ComposedRun['composeStop'] {
  let composed = false;
  return (fields = {}, { validate: check = true } = {}) => {
    if (composed) throw new EventModelError(`The stop document of run '${start.uid}' has been composed already.`);
    composed = true;
    const doc: RunStop = {
      uid: fields.uid ?? uuid(),
      time: fields.time ?? now(),
      run_start: start.uid,
      exit_status: fields.exit_status ?? 'success',
      reason: fields.reason ?? '',
      num_events: Object.fromEntries(Array.from(counters, ([name, next]) => [name, next - 1])),
    };
    if (check) validate('stop', doc);
    return doc;
  };
}
