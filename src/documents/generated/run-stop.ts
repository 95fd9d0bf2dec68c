// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document for the end of a run indicating the success/fail state of the run and the end time. */
export interface RunStop {
  /** State of the run when it ended. */
  exit_status: ExitStatus;
  /** Reference back to the run_start document that this document is paired with. */
  run_start: string;
  /** The time the run ended. Unix epoch. */
  time: number;
  /** Globally unique ID for this document. */
  uid: string;
  data_type?: unknown;
  /** Number of Events per named stream. */
  num_events?: Record<string, number>;
  /** Long-form description of why the run ended. */
  reason?: string;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** State of the run when it ended. */
export type ExitStatus = 'success' | 'abort' | 'fail';
