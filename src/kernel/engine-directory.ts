import type { EngineWatcher, SteerableEngine } from '../host/index.js';
import type { ControlAction, RunControl } from '../wire/index.js';
import type { Attribution, Origin } from './origin.js';
import { isNotice } from './failure.js';

/** A request that the engine cannot carry out in its present state. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}

/** One engine, and the cell that began its present or last call. */
interface Drive {
  readonly engine: SteerableEngine;
  owner: Origin;
  /** Whether a call (`RE(plan)` or `RE.resume()`) is under way. */
  calling: boolean;
  /** A deferred pause was asked for and has not come yet. */
  pausing: boolean;
  readonly runs: Set<string>;
  /** Made where the call began: its stack leads to the user's line. */
  begun?: Error | undefined;
}

/** Told of errors that come when nobody waits any more. */
export type ReportLate = (origin: Origin, error: unknown) => void;

/** Told of an error that ends a call, and of what was made where that call began. */
export type NoteCaller = (error: unknown, begun: Error) => void;

/** Every engine of this kernel, by the runs it has open and the cell that drives it. */
export class EngineDirectory implements EngineWatcher, RunControl {
  readonly #attribution: Attribution;
  readonly #report: ReportLate;
  readonly #noteCaller: NoteCaller;
  readonly #drives = new Map<SteerableEngine, Drive>();
  readonly #byRun = new Map<string, Drive>();
  readonly #listeners: ((run: string) => void)[] = [];

  constructor(attribution: Attribution, report: ReportLate, noteCaller: NoteCaller = () => undefined) {
    this.#attribution = attribution;
    this.#report = report;
    this.#noteCaller = noteCaller;
  }

  callBegan(engine: SteerableEngine): void {
    const drive = this.#drive(engine);
    drive.owner = this.#attribution.current();
    drive.calling = true;
    drive.pausing = false;
    drive.begun = new Error('begun');
  }

  callEnded(engine: SteerableEngine, error?: unknown): void {
    const drive = this.#drive(engine);
    if (drive.begun) this.#noteCaller(error, drive.begun);
    drive.begun = undefined;
    drive.calling = false;
    drive.pausing = false;
    this.#forgetIfDone(drive);
  }

  stateChanged(engine: SteerableEngine, state: string): void {
    const drive = this.#drive(engine);
    if (state === 'paused' || state === 'idle') drive.pausing = false;
    for (const run of drive.runs) this.#changed(run);
    this.#forgetIfDone(drive);
  }

  runOpened(engine: SteerableEngine, runUid: string): void {
    const drive = this.#drive(engine);
    drive.runs.add(runUid);
    this.#byRun.set(runUid, drive);
    this.#changed(runUid);
  }

  runClosed(engine: SteerableEngine, runUid: string): void {
    const drive = this.#drive(engine);
    drive.runs.delete(runUid);
    this.#byRun.delete(runUid);
    this.#changed(runUid);
    this.#forgetIfDone(drive);
  }

  stateOf(run: string): string | undefined {
    const drive = this.#byRun.get(run);
    // A pause that waits for its checkpoint is shown as one that comes.
    return drive?.pausing && drive.engine.state === 'running' ? 'pausing' : drive?.engine.state;
  }

  onChange(listener: (run: string) => void): void {
    this.#listeners.push(listener);
  }

  async command(run: string, action: ControlAction): Promise<void> {
    const drive = this.#byRun.get(run);
    if (!drive) throw new ControlError(`Cannot ${action}: this run has ended.`);
    if (action === 'pause') return this.#pause(drive);
    const { state } = drive.engine;
    if (action === 'resume' && state !== 'paused') {
      throw new ControlError(`Cannot resume: the engine is ${state}, not paused.`);
    }
    // The whole plan may go on for hours: its end is not waited for.
    this.#attribution.again(drive.owner, () => this.#start(drive, action));
  }

  /** Asks for a pause at the next checkpoint, or at once when that is already asked for. */
  pauseNow(engine: SteerableEngine, defer: boolean): void {
    const drive = this.#drive(engine);
    drive.pausing = true;
    engine.requestPause({ defer });
    for (const run of drive.runs) this.#changed(run);
  }

  /** Ends every plan, paused ones too, since the kernel ends. */
  async endAll(reason: string, seconds: number): Promise<void> {
    const engines = [...this.#drives.keys()].filter(({ state }) => state !== 'idle');
    await Promise.all(engines.map((engine) => end(engine, reason, seconds)));
  }

  /** The engines whose present call was begun by a cell. */
  drivenBy(origin: Origin): SteerableEngine[] {
    return this.#calling()
      .filter(({ owner }) => owner === origin)
      .map(({ engine }) => engine);
  }

  /** The cell that began the present call of an engine; undefined without one. */
  ownerOf(engine: SteerableEngine): Origin | undefined {
    const drive = this.#drives.get(engine);
    return drive?.calling ? drive.owner : undefined;
  }

  /** Every engine with a call under way, and where its output goes. */
  underWay(): { engine: SteerableEngine; owner: Origin }[] {
    return this.#calling().map(({ engine, owner }) => ({ engine, owner }));
  }

  #calling(): Drive[] {
    return [...this.#drives.values()].filter(({ calling }) => calling);
  }

  #pause(drive: Drive): void {
    const { state } = drive.engine;
    if (state === 'paused' || state === 'idle') {
      throw new ControlError(`Cannot pause: the engine is ${state}, not running.`);
    }
    this.pauseNow(drive.engine, !drive.pausing);
  }

  #start(drive: Drive, action: Exclude<ControlAction, 'pause'>): void {
    const { owner } = drive;
    const done = action === 'abort' ? drive.engine.abort() : drive.engine[action]();
    done.catch((error: unknown) => {
      if (!isNotice(error)) this.#report(owner, error);
    });
  }

  #changed(run: string): void {
    for (const listener of this.#listeners) listener(run);
  }

  #drive(engine: SteerableEngine): Drive {
    let drive = this.#drives.get(engine);
    if (!drive) {
      drive = { engine, owner: this.#attribution.current(), calling: false, pausing: false, runs: new Set() };
      this.#drives.set(engine, drive);
    }
    return drive;
  }

  /** An idle engine is kept alive by whoever uses it, not by this list. */
  #forgetIfDone(drive: Drive): void {
    if (drive.calling || drive.runs.size > 0 || drive.engine.state !== 'idle') return;
    this.#drives.delete(drive.engine);
  }
}

async function end(engine: SteerableEngine, reason: string, seconds: number): Promise<void> {
  try {
    await (engine.endNow ? engine.endNow(reason, seconds) : engine.abort(reason));
  } catch {
    // Nobody is left to be told.
  }
}
