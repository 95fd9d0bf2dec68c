// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Events by stream, as older software sent them. */
export type BulkEvents = Record<string, readonly BulkEvent[]>;

/** One event of a bulk. */
export interface BulkEvent {
  /** The actual measurement data. */
  data: Record<string, unknown>;
  /** The timestamps of the individual measurement data. */
  timestamps: Record<string, number>;
  /** UID to point back to Descriptor for this event stream. */
  descriptor: string;
  /** Sequence number to identify the location of this Event in the Event stream. */
  seq_num: number;
  /** The event time. This maybe different than the timestamps on each of the data entries. */
  time: number;
  /** Globally unique identifier for this Event. */
  uid: string;
  /** Mapping the keys of externally-stored data to a boolean indicating whether that data has yet been loaded. */
  filled?: Record<string, unknown>;
}
