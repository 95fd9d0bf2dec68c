import fc from 'fast-check';

import { Status } from '../../src/devices/index.js';
import type { DataKeys, Readings } from '../../src/devices/index.js';
import type { Named } from '../../src/documents/index.js';
import { Msg, RunEngine } from '../../src/engine/index.js';
import type { Plan } from '../../src/engine/index.js';
import { FakeSignal } from './fake-signal.js';

/** What needs no details. */
type SimpleStep =
  'drop' | 'checkpoint' | 'clearCheckpoint' | 'suspend' | 'fail' | 'unknown' | 'stage' | 'monitor' | 'tell';

/** One thing that a random plan does. */
type Step =
  | { do: 'point'; stream: string }
  | { do: SimpleStep }
  | { do: 'move'; motor: number; wait: boolean }
  | { do: 'sleep'; milliseconds: number }
  | { do: 'null'; times: number }
  | { do: 'pause'; defer: boolean }
  | { do: 'run'; closes: boolean; body: Step[] }
  | { do: 'tolerant' | 'cleaned'; body: Step[]; after: Step[] };

type Interference = 'pause' | 'deferredPause' | 'suspend' | 'stop' | 'abort' | 'halt';

/** A random plan and what comes from outside while it runs. */
export interface Recipe {
  steps: Step[];
  /** What happens at which message: while it is begun, or a turn of the event loop later. */
  interferences: { at: number; later: boolean; what: Interference }[];
  /** How each pause ends; the last of them is used again. */
  afterPause: ('resume' | 'stop' | 'abort' | 'halt')[];
  /** Which reading of the detector fails; 0 for none. */
  failingRead: number;
  records: boolean;
}

const simple = (...kinds: SimpleStep[]): fc.Arbitrary<Step> => fc.constantFrom(...kinds).map((each) => ({ do: each }));

const { steps } = fc.letrec<{ steps: Step[]; step: Step }>((tie) => ({
  steps: fc.array(tie('step'), { maxLength: 6, depthIdentifier: 'steps' }),
  step: fc.oneof(
    { depthIdentifier: 'steps', maxDepth: 3, withCrossShrink: true },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('point' as const), stream: fc.constantFrom('primary', 'dark') }),
    },
    { weight: 3, arbitrary: simple('checkpoint', 'checkpoint', 'drop', 'suspend', 'stage', 'monitor', 'tell') },
    { weight: 1, arbitrary: simple('fail', 'unknown', 'clearCheckpoint') },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('move' as const), motor: fc.nat(1), wait: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), milliseconds: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('null' as const), times: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), defer: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('run' as const), closes: fc.boolean(), body: tie('steps') }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom('tolerant' as const, 'cleaned' as const),
        body: tie('steps'),
        after: tie('steps'),
      }),
    },
  ) as fc.Arbitrary<Step>,
}));

/** Random nesting of runs, points, pauses, failures and suspensions, with requests at random messages. */
export const recipes: fc.Arbitrary<Recipe> = fc.record({
  // A run around most of it: what is outside of one can do little.
  steps: fc.tuple(steps, steps).map(([body, rest]): Step[] => [{ do: 'run', closes: true, body }, ...rest]),
  interferences: fc.array(
    fc.record({
      at: fc.nat(40),
      later: fc.boolean(),
      what: fc.constantFrom<Interference>('pause', 'deferredPause', 'suspend', 'suspend', 'stop', 'abort', 'halt'),
    }),
    { maxLength: 3 },
  ),
  afterPause: fc.array(fc.constantFrom('resume', 'resume', 'resume', 'stop', 'abort', 'halt'), { minLength: 1 }),
  failingRead: fc.oneof(fc.constant(0), fc.nat(8)),
  records: fc.boolean(),
});

/** A motor that takes its time, and says whether it moves. */
class SlowMotor {
  moving = false;
  #status: Status | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly name: string) {}

  set(): Status {
    this.#end();
    const status = new Status(`set ${this.name}`);
    this.moving = true;
    this.#status = status;
    this.#timer = setTimeout(() => this.#end(), 2);
    return status;
  }

  stop(): void {
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.moving = false;
    const status = this.#status;
    this.#status = undefined;
    status?.setFinished();
  }
}

class Detector {
  readonly name = 'det';
  staged = 0;
  reads = 0;
  failingRead = 0;

  read(): Readings {
    this.reads += 1;
    if (this.reads === this.failingRead) throw new Error('camera offline');
    return { det: { value: this.reads, timestamp: 0 } };
  }

  describe(): DataKeys {
    return { det: { source: 'RANDOM', dtype: 'number', shape: [] } };
  }

  stage(): void {
    this.staged += 1;
  }

  unstage(): void {
    this.staged = 0;
  }
}

/** What a random plan works with, and what came of it. */
export interface Outcome {
  RE: RunEngine;
  documents: Named[];
  motors: readonly SlowMotor[];
  detector: Detector;
  signal: FakeSignal<number>;
  /** The runs that the plan itself closed well, with the points that it took in each stream. */
  closed: { uid: string; points: Record<string, number> }[];
  /** What `RE(...)` gave in the end: undefined if all went well. */
  error: unknown;
}

interface OpenRun {
  key: string;
  points: Record<string, number>;
  monitors: boolean;
}

/** The plan of a recipe. */
class RandomPlan {
  readonly closed: Outcome['closed'] = [];
  #runs = 0;
  #signals = 0;

  constructor(
    readonly RE: RunEngine,
    readonly motors: readonly SlowMotor[],
    readonly detector: Detector,
    readonly signal: FakeSignal<number>,
  ) {}

  *perform(list: readonly Step[], run?: OpenRun): Plan {
    for (const step of list) yield* this.#step(step, run);
  }

  *#step(step: Step, run: OpenRun | undefined): Plan {
    switch (step.do) {
      case 'point':
        return yield* this.#point(step.stream, run);
      case 'drop':
        return yield* this.#dropped(run);
      case 'checkpoint':
        return yield new Msg('checkpoint');
      case 'clearCheckpoint':
        return yield new Msg('clear_checkpoint');
      case 'suspend':
        return suspend(this.RE);
      case 'fail':
        throw new Error('the plan itself failed');
      case 'unknown':
        return yield new Msg('nonsense');
      case 'stage':
        return yield new Msg('stage', this.detector);
      case 'monitor':
        return yield* this.#monitor(run);
      case 'tell':
        return this.signal.put(++this.#signals);
      case 'move':
        return yield* this.#move(this.motors[step.motor] as SlowMotor, step.wait);
      case 'sleep':
        return yield new Msg('sleep', null, [step.milliseconds / 1000]);
      case 'null':
        for (let i = 0; i < step.times; i++) yield new Msg('null');
        return;
      case 'pause':
        return yield new Msg('pause', null, [], { defer: step.defer });
      case 'run':
        return yield* this.#run(step.body, step.closes);
      case 'tolerant':
        try {
          yield* this.perform(step.body, run);
        } catch (error) {
          // A plan that swallows a request to end it would go on.
          if (!isFailure(error)) throw error;
        }
        return yield* this.perform(step.after, run);
      case 'cleaned':
        try {
          yield* this.perform(step.body, run);
        } finally {
          yield* this.perform(step.after, run);
        }
    }
  }

  *#point(stream: string, run: OpenRun | undefined): Plan {
    if (!run) return;
    try {
      yield new Msg('create', null, [], { name: stream }, run.key);
      yield new Msg('read', this.detector, [], {}, run.key);
    } catch (error) {
      if (isFailure(error)) yield new Msg('drop', null, [], {}, run.key);
      throw error;
    }
    yield new Msg('save', null, [], {}, run.key);
    run.points[stream] = (run.points[stream] ?? 0) + 1;
  }

  *#dropped(run: OpenRun | undefined): Plan {
    if (!run) return;
    yield new Msg('create', null, [], { name: 'primary' }, run.key);
    yield new Msg('drop', null, [], {}, run.key);
  }

  *#monitor(run: OpenRun | undefined): Plan {
    if (!run || run.monitors) return;
    run.monitors = true;
    yield new Msg('monitor', this.signal, [], { name: 'watched' }, run.key);
  }

  *#move(motor: SlowMotor, wait: boolean): Plan {
    yield new Msg('set', motor, [1], { group: motor });
    if (wait) yield new Msg('wait', null, [], { group: motor });
  }

  *#run(body: readonly Step[], closes: boolean): Plan {
    const run: OpenRun = { key: `run ${++this.#runs}`, points: {}, monitors: false };
    const uid: string = yield new Msg('open_run', null, [], {}, run.key);
    try {
      yield* this.perform(body, run);
    } catch (error) {
      if (closes) yield new Msg('close_run', null, [], { exit_status: 'fail', reason: String(error) }, run.key);
      throw error;
    }
    if (!closes) return;
    yield new Msg('close_run', null, [], {}, run.key);
    this.closed.push({ uid, points: run.points });
  }
}

function isFailure(error: unknown): boolean {
  return !['RequestStop', 'RequestAbort', 'PlanHalt', 'FailedPause'].includes((error as Error).name);
}

/** Holds the plan up for a moment; where it is ending there is nothing to hold. */
function suspend(RE: RunEngine): void {
  if (!['running', 'suspending', 'pausing', 'paused'].includes(RE.state)) return;
  RE.requestSuspend(() => new Promise((good) => setTimeout(good, 1)), {
    prePlan: () => [new Msg('null')],
    postPlan: () => [new Msg('sleep', null, [0])],
  });
}

/** Does what comes from outside; what the present state does not allow is refused, and that is all right. */
function interfere(RE: RunEngine, what: Interference): void {
  const ignore = (): undefined => undefined;
  try {
    if (what === 'pause') RE.requestPause();
    else if (what === 'deferredPause') RE.requestPause({ defer: true });
    else if (what === 'suspend') suspend(RE);
    else if (what === 'abort') RE.abort('for a reason').catch(ignore);
    else RE[what]().catch(ignore);
  } catch (error) {
    if ((error as Error).name !== 'TransitionError') throw error;
  }
}

/** Runs a recipe to its end. */
export async function run(recipe: Recipe, make: () => RunEngine = () => new RunEngine()): Promise<Outcome> {
  const RE = make();
  RE.recordInterruptions = recipe.records;
  const documents: Named[] = [];
  RE.subscribe((...document: Named) => void documents.push(document));
  const motors = [new SlowMotor('m1'), new SlowMotor('m2')];
  const detector = new Detector();
  detector.failingRead = recipe.failingRead;
  const signal = new FakeSignal('signal', 0);
  const plan = new RandomPlan(RE, motors, detector, signal);
  let messages = 0;
  RE.msgHook = () => {
    const at = messages++;
    for (const { later, what } of recipe.interferences.filter((each) => each.at === at)) {
      if (later) setImmediate(() => interfere(RE, what));
      else interfere(RE, what);
    }
  };
  const error = await driven(RE, plan.perform(recipe.steps), recipe.afterPause);
  RE.msgHook = null;
  return { RE, documents, motors, detector, signal, closed: plan.closed, error };
}

/** Calls the engine and answers every pause; gives what it threw in the end. */
async function driven(RE: RunEngine, plan: Plan, afterPause: Recipe['afterPause']): Promise<unknown> {
  const ends = [...afterPause];
  let error = await settled(RE(plan));
  while (RE.state !== 'idle') {
    const end = (ends.length > 1 ? ends.shift() : ends[0]) as Recipe['afterPause'][number];
    if (RE.state === 'paused') error = await settled(RE[end]());
    else await new Promise(setImmediate);
  }
  return error;
}

function settled(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error ?? new Error('nothing was thrown'),
  );
}
