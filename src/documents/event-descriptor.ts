/** What kind of value a data key holds. */
export type Dtype = 'string' | 'number' | 'array' | 'boolean' | 'integer';

/** Describes one field of the events of a stream. */
export interface DataKey {
  /** Where the value comes from, such as `SIM:motor`. */
  source: string;
  /** What kind of value it is. The device declares it: JavaScript cannot tell 1 from 1.0. */
  dtype: Dtype;
  /** The shape of an array, `[]` for a scalar. */
  shape: readonly (number | null)[];
  /** Digits after the point when shown. */
  precision?: number | null;
  /** Engineering units. */
  units?: string | null;
  /** Name of the device that the value belongs to; the engine adds it. */
  object_name?: string;
  /** Where the value itself lies, if it is not in the event. */
  external?: string;
  /** numpy's name for the type, such as `<f8`. */
  dtype_numpy?: string;
  /** The strings of an enumeration, by number. */
  enum_strs?: readonly string[];
  [key: string]: unknown;
}

/** The configuration of one device when the stream began. */
export interface Configuration {
  data: Record<string, unknown>;
  timestamps: Record<string, number>;
  data_keys: Record<string, DataKey>;
}

/** What a device would like to see drawn. */
export interface DeviceHints {
  /** Its most interesting fields. */
  fields?: readonly string[];
  [key: string]: unknown;
}

/** Describes the events of one stream of a run. */
export interface EventDescriptor {
  /** Globally unique identifier of this descriptor. */
  uid: string;
  /** When it was made, in seconds since the Unix epoch. */
  time: number;
  /** The `uid` of the run's start document. */
  run_start: string;
  /** The stream's name: `primary`, `baseline`, ... */
  name?: string;
  /** One entry for every field of the stream's events. */
  data_keys: Record<string, DataKey>;
  /** Configuration readings by device name. */
  configuration?: Record<string, Configuration>;
  /** Hints by device name. */
  hints?: Record<string, DeviceHints>;
  /** Fields by device name. */
  object_keys?: Record<string, readonly string[]>;
  /** Class names by device name. */
  object_classes?: Record<string, string>;
  [key: string]: unknown;
}
