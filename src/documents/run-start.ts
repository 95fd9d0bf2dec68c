/** What a run says of itself before any data: who, what, with which plan. */
export interface RunStart {
  /** Globally unique identifier of this run. */
  uid: string;
  /** When the run started, in seconds since the Unix epoch. */
  time: number;
  /** A number that people use for this run; not globally unique. */
  scan_id?: number;
  /** How the plan was given: `generator`, `list`. */
  plan_type?: string;
  /** The name of the plan, in the field's spelling (`grid_scan`). */
  plan_name?: string;
  /** The plan's arguments, devices written as their repr. */
  plan_args?: Record<string, unknown>;
  /** Names of the detectors. */
  detectors?: readonly string[];
  /** Names of the motors. */
  motors?: readonly string[];
  /** How many points the plan will take, if it knows. */
  num_points?: number | null;
  /** One less than `num_points`. */
  num_intervals?: number | null;
  /** What the plan would like to see drawn. */
  hints?: RunHints;
  /** Versions of the software that made the documents. */
  versions?: Record<string, string>;
  /** The sample, as a name or as anything that describes it. */
  sample?: string | Record<string, unknown>;
  /** Groups of access that mean something to a facility. */
  data_groups?: readonly string[];
  /** Groups runs of one visit. */
  data_session?: string;
  /** Unix group that the data belong to. */
  group?: string;
  /** Unix owner of the data. */
  owner?: string;
  /** The project that the run is part of. */
  project?: string;
  /** Whatever else the user and the plan added. */
  [key: string]: unknown;
}

/** A plan's wishes for drawing. */
export interface RunHints {
  /** One entry a dimension: its fields, and the stream they are in. */
  dimensions?: readonly (readonly [fields: readonly string[], stream: string])[];
  /** `rectilinear` where the points form a grid. */
  gridding?: string;
  [key: string]: unknown;
}
