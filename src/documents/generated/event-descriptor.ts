// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document to describe the data captured in the associated event documents. */
export interface EventDescriptor {
  /** This describes the data in the Event Documents. */
  data_keys: Record<string, DataKey>;
  /** Globally unique ID of this run's 'start' document. */
  run_start: string;
  /** Creation time of the document as unix epoch time. */
  time: number;
  /** Globally unique ID for this event descriptor. */
  uid: string;
  /** Readings of configurational fields necessary for interpreting data in the Events. */
  configuration?: Record<string, Configuration>;
  /** The 'interesting' data keys of each device, by its name. */
  hints?: Record<string, DeviceHints>;
  /** A human-friendly name for this data stream, such as 'primary' or 'baseline'. */
  name?: string;
  /** Maps a Device/Signal name to the runengine process' import path with __qualname__ of that object's type. */
  object_classes?: Record<string, string>;
  /** Maps a Device/Signal name to the names of the entries it produces in data_keys. */
  object_keys?: Record<string, readonly string[]>;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** Describes the objects in the data property of Event documents. */
export interface DataKey {
  /** The type of the data in the event, given as a broad JSON schema type. */
  dtype: Dtype;
  /**
   * The shape of the data. Empty list indicates scalar data. None indicates a dimension with unknown or variable
   * length.
   */
  shape: readonly (number | null)[];
  /** The source (ex piece of hardware) of the data. */
  source: string;
  /** Choices of enum value. */
  choices?: readonly string[];
  /** The names for dimensions of the data. Null or empty list if scalar data. */
  dims?: readonly string[];
  /** The type of the data in the event, given as a numpy dtype string (or, for structured dtypes, array). */
  dtype_numpy?: string | readonly (readonly [string, string])[];
  /** Where the data is stored if it is stored external to the events. */
  external?: string;
  /** Epics limits. */
  limits?: Limits;
  /** The name of the object this key was pulled from. */
  object_name?: string;
  /** Number of digits after decimal place if a floating point number. */
  precision?: number | null;
  /** Engineering units of the value. */
  units?: string | null;
  /** The strings of an enumeration, by number, as ophyd writes them. */
  enum_strs?: readonly string[];
  /** Whatever else there is. */
  [key: string]: unknown;
}

export type Dtype = 'string' | 'number' | 'array' | 'boolean' | 'integer';

/** Epics limits: https://docs.epics-controls.org/en/latest/getting-started/EPICS_Intro.html#channel-access. */
export interface Limits {
  /** Alarm limits. */
  alarm?: LimitsRange | null;
  /** Control limits. */
  control?: LimitsRange | null;
  /** Display limits. */
  display?: LimitsRange | null;
  /** Hysteresis. */
  hysteresis?: number | null;
  /** RDS parameters. */
  rds?: RdsRange | null;
  /** Warning limits. */
  warning?: LimitsRange | null;
}

export interface LimitsRange {
  high: number | null;
  low: number | null;
}

/**
 * RDS (Read different than set) parameters range.
 * https://tango-controls.readthedocs.io/en/latest/development/device-api/attribute-alarms.html#the-read-different-than-set-rds-alarm.
 */
export interface RdsRange {
  /** ms since last update to fail after if set point and read point are not within `value_difference` of each other. */
  time_difference: number;
  /** Allowed difference in value between set point and read point after `time_difference`. */
  value_difference: number;
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface Configuration {
  /** The actual measurement data. */
  data?: Record<string, unknown>;
  /** This describes the data stored alongside it in this configuration object. */
  data_keys?: Record<string, DataKey>;
  /** The timestamps of the individual measurement data. */
  timestamps?: Record<string, number>;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** The 'interesting' data keys for this device. */
export interface DeviceHints {
  /** The NeXus class definition for this device. */
  NX_class?: string;
  /** The 'interesting' data keys for this device. */
  fields?: readonly string[];
  /** Whatever else there is. */
  [key: string]: unknown;
}
