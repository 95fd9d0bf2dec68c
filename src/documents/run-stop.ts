/** How a run ended. */
export type ExitStatus = 'success' | 'abort' | 'fail';

/** The last document of a run. */
export interface RunStop {
  /** Globally unique identifier of this document. */
  uid: string;
  /** When the run ended, in seconds since the Unix epoch. */
  time: number;
  /** The `uid` of the run's start document. */
  run_start: string;
  /** How the run ended. */
  exit_status: ExitStatus;
  /** Why, in words; empty for a run that went well. */
  reason?: string;
  /** Number of events by stream. */
  num_events?: Record<string, number>;
  [key: string]: unknown;
}
