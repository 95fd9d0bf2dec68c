// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to reference a quanta of externally-stored data. */
export interface Datum {
  /**
   * Globally unique identifier for this Datum (akin to 'uid' for other Document types), typically formatted as
   * '<resource>/<integer>'.
   */
  datum_id: string;
  /** Arguments to pass to the Handler to retrieve one quanta of data. */
  datum_kwargs: Record<string, unknown>;
  /** The UID of the Resource to which this Datum belongs. */
  resource: string;
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}
