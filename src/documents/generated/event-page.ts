// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Page of documents to record a quanta of collected data. */
export interface EventPage {
  /** The actual measurement data. */
  data: Record<string, readonly unknown[]>;
  /** Array of Event times. This maybe different than the timestamps on each of the data entries. */
  time: readonly number[];
  /** The timestamps of the individual measurement data. */
  timestamps: Record<string, readonly number[]>;
  /** The UID of the EventDescriptor to which all of the Events in this page belong. */
  descriptor: string;
  /** Array of sequence numbers to identify the location of each Event in the Event stream. */
  seq_num: readonly number[];
  /** Array of globally unique identifiers for each Event. */
  uid: readonly string[];
  /**
   * Mapping each of the keys of externally-stored data to an array containing the boolean False, indicating that the
   * data has not been loaded, or to foreign keys (moved here from 'data' when the data was loaded).
   */
  filled?: Record<string, readonly (boolean | string)[]>;
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}
