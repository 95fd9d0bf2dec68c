import type { Awaitable } from '../devices/index.js';
import type { Plan } from './msg.js';

/** Metadata: what is known of a run beyond its data. */
export type Metadata = Record<string, unknown>;

/** Changes a plan before it runs. */
export type Preprocessor = (plan: Plan<unknown>) => Plan<unknown>;

/** Looks at a run's complete metadata; what it throws ends the run before it begins. */
export type MdValidator = (md: Readonly<Metadata>) => Awaitable<void>;

/** Gives a run's metadata another form; it gets a copy. */
export type MdNormalizer = (md: Metadata) => Awaitable<Metadata>;

/** Gives the next run's `scan_id` from `RE.md`. */
export type ScanIdSource = (md: Metadata) => Awaitable<number>;

/** The settings of a `RunEngine`. */
export interface RunEngineOptions {
  /** Applied to every plan, in order; the last is the outermost. */
  preprocessors?: Preprocessor[];
  /** Called with a run's complete metadata; what it throws ends the run before it begins. */
  mdValidator?: MdValidator;
  /** Called with a copy of a run's metadata after they were found good; gives what the start document holds. */
  mdNormalizer?: MdNormalizer;
  /** Gives the next run's `scan_id`; default: one more than the last, which is in `RE.md`. */
  scanIdSource?: ScanIdSource;
  /** Whether `RE(...)` gives a {@link RunEngineResult} rather than the runs' uids. */
  callReturnsResult?: boolean;
}

/** How a call of the engine ended, in full. */
export interface RunEngineResult {
  runStartUids: string[];
  /** What the plan returned; undefined if it did not come to its end. */
  planResult: unknown;
  exitStatus: 'success' | 'abort' | 'fail';
  interrupted: boolean;
  reason: string;
  exception: unknown;
}
