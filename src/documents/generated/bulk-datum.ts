// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Many datums of one resource, as older software sent them. */
export interface BulkDatum {
  /** Array of arguments to pass to the Handler to retrieve one quanta of data. */
  datum_kwarg_list: readonly (Record<string, unknown>)[];
  /** UID of the Resource to which all these Datum documents belong. */
  resource: string;
  /**
   * Globally unique identifiers for each Datum (akin to 'uid' for other Document types), typically formatted as
   * '<resource>/<integer>'.
   */
  datum_ids: readonly string[];
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}
