/** Many events of one descriptor, as columns. */
export interface EventPage {
  uid: readonly string[];
  time: readonly number[];
  descriptor: string;
  seq_num: readonly number[];
  data: Record<string, readonly unknown[]>;
  timestamps: Record<string, readonly number[]>;
  filled?: Record<string, readonly (boolean | string)[]>;
  [key: string]: unknown;
}
