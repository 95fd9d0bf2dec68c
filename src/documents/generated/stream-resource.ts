// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to reference a collection (e.g. file or group of files) of externally-stored data streams. */
export interface StreamResource {
  /** A string to show which data_key of the Descriptor are being streamed. */
  data_key: string;
  /** String identifying the format/type of this Stream Resource, used to identify a compatible Handler. */
  mimetype: string;
  /** Additional keyword arguments to pass to the Handler to read a Stream Resource. */
  parameters: Record<string, unknown>;
  /** Globally unique identifier for this Stream Resource. */
  uid: string;
  /** URI for locating this resource. */
  uri: string;
  /** Globally unique ID to the run_start document this Stream Resource is associated with. */
  run_start?: string;
  /** Whatever else there is. */
  [key: string]: unknown;
}
