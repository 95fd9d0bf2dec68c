import { uuid } from '../host/index.js';
import type { ComposeOptions } from './compose-options.js';
import type { EventDescriptor } from './generated/event-descriptor.js';
import type { StreamDatum, StreamRange } from './generated/stream-datum.js';
import type { StreamResource } from './generated/stream-resource.js';
import { validate } from './validate.js';

/** What a stream resource is composed of. */
export interface StreamResourceFields
  extends
    Pick<StreamResource, 'mimetype' | 'uri' | 'data_key' | 'parameters'>,
    Partial<Pick<StreamResource, 'uid' | 'run_start'>> {}

/** What a stream datum is composed of. */
export interface StreamDatumFields {
  /** Which frames of the resource: from `start` to before `stop`. */
  indices: StreamRange;
  /** Which events they belong to; default 0 to 0, for the engine to fill in. */
  seq_nums?: StreamRange;
  /** The stream's descriptor; without it the reference is empty, for the engine to fill in. */
  descriptor?: Pick<EventDescriptor, 'uid'>;
}

/** A stream resource, and what composes the stretches inside it. */
export interface ComposedStreamResource {
  readonly streamResourceDoc: StreamResource;
  /** Composes a stream datum. */
  composeStreamDatum(fields: StreamDatumFields, options?: ComposeOptions): StreamDatum;
}

/**
 * Composes a stream resource, with or without a run.
 *
 * @throws {@link EventModelValidationError} on what the schema refuses
 *
 * @example
 * ```ts
 * const { composeStreamDatum } = composeStreamResource({
 *   mimetype: 'application/x-hdf5', uri: 'file://localhost/data/1.h5', data_key: 'image', parameters: {},
 * })
 * composeStreamDatum({ indices: { start: 0, stop: 10 } })
 * ```
 */
export function composeStreamResource(
  fields: StreamResourceFields,
  { validate: check = true }: ComposeOptions = {},
): ComposedStreamResource {
  const streamResourceDoc: StreamResource = {
    uid: fields.uid ?? uuid(),
    data_key: fields.data_key,
    mimetype: fields.mimetype,
    uri: fields.uri,
    parameters: fields.parameters,
    ...(fields.run_start === undefined ? {} : { run_start: fields.run_start }),
  };
  if (check) validate('stream_resource', streamResourceDoc);
  return { streamResourceDoc, composeStreamDatum: stretchesOf(streamResourceDoc.uid) };
}

function stretchesOf(resource: string): ComposedStreamResource['composeStreamDatum'] {
  let count = 0;
  return ({ indices, seq_nums: seqNums, descriptor }, { validate: check = true } = {}) => {
    const doc: StreamDatum = {
      stream_resource: resource,
      uid: `${resource}/${count++}`,
      seq_nums: seqNums ?? { start: 0, stop: 0 },
      indices,
      descriptor: descriptor?.uid ?? '',
    };
    if (check) validate('stream_datum', doc);
    return doc;
  };
}
