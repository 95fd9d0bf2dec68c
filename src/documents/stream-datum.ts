/** A half-open range `[start, stop)`. */
export interface StreamRange {
  start: number;
  stop: number;
}

/** A stretch of values inside a stream resource. */
export interface StreamDatum {
  uid: string;
  stream_resource: string;
  descriptor: string;
  indices: StreamRange;
  seq_nums: StreamRange;
  [key: string]: unknown;
}
