// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to reference a collection (e.g. file or group of files) of externally-stored data. */
export interface Resource {
  /** Additional argument to pass to the Handler to read a Resource. */
  resource_kwargs: Record<string, unknown>;
  /** Filepath or URI for locating this resource. */
  resource_path: string;
  /** Subset of resource_path that is a local detail, not semantic. */
  root: string;
  /** String identifying the format/type of this Resource, used to identify a compatible Handler. */
  spec: string;
  /** Globally unique identifier for this Resource. */
  uid: string;
  /** Rules for joining paths. */
  path_semantics?: 'posix' | 'windows';
  /** Globally unique ID to the run_start document this resource is associated with. */
  run_start?: string;
  /** Fields of other kinds of documents; there are none here. */
  [key: string]: unknown;
}
