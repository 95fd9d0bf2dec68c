// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to record a quanta of collected data. */
export interface Event {
  /** The actual measurement data. */
  data: Record<string, unknown>;
  /** The event time. This maybe different than the timestamps on each of the data entries. */
  time: number;
  /** The timestamps of the individual measurement data. */
  timestamps: Record<string, number>;
  /** UID of the EventDescriptor to which this Event belongs. */
  descriptor: string;
  /** Sequence number to identify the location of this Event in the Event stream. */
  seq_num: number;
  /** Globally unique identifier for this Event. */
  uid: string;
  /**
   * Mapping each of the keys of externally-stored data to the boolean False, indicating that the data has not been
   * loaded, or to foreign keys (moved here from 'data' when the data was loaded).
   */
  filled?: Record<string, boolean | string>;
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}
