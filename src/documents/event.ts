/** One row of readings. */
export interface Event {
  /** Globally unique identifier of this event. */
  uid: string;
  /** When it was made, in seconds since the Unix epoch. */
  time: number;
  /** The `uid` of the descriptor that describes it. */
  descriptor: string;
  /** Place in its stream, from 1. A point taken again after a pause has the same number. */
  seq_num: number;
  /** Values by field. */
  data: Record<string, unknown>;
  /** When each value was read, in seconds since the Unix epoch. */
  timestamps: Record<string, number>;
  /** For fields stored elsewhere: whether the value is here. */
  filled?: Record<string, boolean | string>;
  [key: string]: unknown;
}
