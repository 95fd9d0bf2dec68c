// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to reference a quanta of an externally-stored stream of data. */
export interface StreamDatum {
  /** UID of the EventDescriptor to which this Datum belongs. */
  descriptor: string;
  /** A slice object passed to the StreamResource handler so it can hand back data and timestamps. */
  indices: StreamRange;
  /** A slice object showing the Event numbers the resource corresponds to. */
  seq_nums: StreamRange;
  /** The UID of the Stream Resource to which this Datum belongs. */
  stream_resource: string;
  /**
   * Globally unique identifier for this Datum. A suggested formatting being
   * '<stream_resource>/<stream_name>/<block_id>.
   */
  uid: string;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** The parameters required to describe a sequence of incrementing integers. */
export interface StreamRange {
  /** First number in the range. */
  start: number;
  /** Last number in the range is less than this number. */
  stop: number;
  /** Whatever else there is. */
  [key: string]: unknown;
}
