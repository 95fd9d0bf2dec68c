// Made by scripts/generate-documents.mjs from event-model's schemas: change those, or the script.
// The schemas and their descriptions are Copyright (c) 2015, Brookhaven National Laboratory, and used
// under the BSD 3-Clause License in src/documents/schemas/event-model/LICENSE.

/** Document created at the start of run. Provides a seach target and later documents link to it. */
export interface RunStart {
  /** Time the run started. Unix epoch time. */
  time: number;
  /** Globally unique ID for this run. */
  uid: string;
  /**
   * An optional list of data access groups that have meaning to some external system. Examples might include facility,
   * beamline, end stations, proposal, safety form.
   */
  data_groups?: readonly string[];
  /**
   * An optional field for grouping runs. The meaning is not mandated, but this is a data management grouping and not a
   * scientific grouping. It is intended to group runs in a visit or set of trials.
   */
  data_session?: string;
  data_type?: unknown;
  /** Unix group to associate this data with. */
  group?: string;
  /** What the plan would like to see drawn. */
  hints?: RunHints;
  /** Unix owner to associate this data with. */
  owner?: string;
  /** Name of project that this run is part of. */
  project?: string;
  projections?: readonly Projections[];
  /** Information about the sample, may be a UID to another collection. */
  sample?: Record<string, unknown> | string;
  /** Scan ID number, not globally unique. */
  scan_id?: number;
  /** How the plan was given: `generator`, `list`. */
  plan_type?: string;
  /** The name of the plan, in Python's spelling (`grid_scan`). */
  plan_name?: string;
  /** The plan's arguments, devices written as their repr. */
  plan_args?: Record<string, unknown>;
  /** The name of the pattern that gave the positions. */
  plan_pattern?: string;
  /** The arguments of the pattern. */
  plan_pattern_args?: Record<string, unknown>;
  /** Where the pattern is defined. */
  plan_pattern_module?: string;
  /** Names of the detectors. */
  detectors?: readonly string[];
  /** Names of the motors. */
  motors?: readonly string[];
  /** How many points the plan will take, if it knows. */
  num_points?: number | null;
  /** One less than `num_points`. */
  num_intervals?: number | null;
  /** Versions of the software that made the documents. */
  versions?: Record<string, string>;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** What the plan would like to see drawn. */
export interface RunHints {
  /** The independent axes of the experiment. Ordered slow to fast. */
  dimensions?: readonly (readonly [readonly string[], string])[];
  /** `rectilinear` where the points form a grid. */
  gridding?: string;
  /** Whatever else there is. */
  [key: string]: unknown;
}

/** Describe how to interperet this run as the given projection. */
export interface Projections {
  /** Static information about projection. */
  configuration: Record<string, unknown>;
  projection: Record<string, ConfigurationProjection | LinkedEventProjection | CalculatedEventProjection | StaticProjection>;
  /** The version of the projection spec. Can specify the version of an external specification. */
  version: string;
  /** The name of the projection. */
  name?: string;
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface ConfigurationProjection {
  config_device: string;
  config_index: number;
  field: string;
  /** Projection comes from configuration fields in the event_descriptor document. */
  location: 'configuration';
  stream: string;
  /** Projection is of type linked, a value linked from the data set. */
  type: 'linked';
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface LinkedEventProjection {
  field: string;
  /** Projection comes and event. */
  location: 'event';
  stream: string;
  /** Projection is of type linked, a value linked from the data set. */
  type: 'linked';
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface CalculatedEventProjection {
  /** required fields if type is calculated. */
  calculation: Calculation;
  field: string;
  /** Projection comes and event. */
  location: 'event';
  stream: string;
  /** Projection is of type calculated, a value that requires calculation. */
  type: 'calculated';
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface Calculation {
  /** callable function to perform calculation. */
  callable: string;
  args?: readonly unknown[];
  /** kwargs for calcalation callable. */
  kwargs?: Record<string, unknown>;
  /** Whatever else there is. */
  [key: string]: unknown;
}

export interface StaticProjection {
  /** Projection is of type static, a value defined here in the projection. */
  type: 'static';
  /** value explicitely defined in the static projection. */
  value: unknown;
  /** Whatever else there is. */
  [key: string]: unknown;
}
