import type { Hardware } from '../../src/devices/sim/index.js';
import type { NameCallback, PlanInput, RunEngine } from '../../src/engine/index.js';

/** Makes a callback that notes under a tag which documents it was given. */
export type Tap = (tag: string) => NameCallback;

/** One case: the plan of the recording, in TypeScript. */
export type GoldenPlan = (hw: Hardware, RE: RunEngine, tap: Tap) => PlanInput;

/** The plans of some recordings, by name. */
export type GoldenPlans = Readonly<Record<string, GoldenPlan>>;
