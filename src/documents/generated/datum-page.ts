// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Page of documents to reference a quanta of externally-stored data. */
export interface DatumPage {
  /**
   * Array unique identifiers for each Datum (akin to 'uid' for other Document types), typically formatted as
   * '<resource>/<integer>'.
   */
  datum_id: DataFrameForDatumPage;
  /** Array of arguments to pass to the Handler to retrieve one quanta of data. */
  datum_kwargs: Record<string, readonly unknown[]>;
  /** The UID of the Resource to which all Datums in the page belong. */
  resource: string;
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}

export type DataFrameForDatumPage = readonly string[];
