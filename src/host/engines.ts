/** What a figure, the interrupt key or the sidebar can do with a running engine. */
export interface SteerableEngine {
  readonly state: string;
  requestPause(options?: { defer?: boolean }): void;
  resume(): Promise<unknown>;
  stop(): Promise<unknown>;
  abort(reason?: string): Promise<unknown>;
  halt(): Promise<unknown>;
  /** Ends what is under way within some seconds, since the process ends. */
  endNow?(reason: string, seconds: number): Promise<void>;
}

/**
 * Told by every engine what it does, so that the host can steer it.
 *
 * The engine knows nothing of cells, comms or buttons; the host knows nothing of plans.
 */
export interface EngineWatcher {
  /** A call (`RE(plan)` or `RE.resume()`) began. */
  callBegan(engine: SteerableEngine): void;
  /** That call is over: finished, paused, or failed with an error that it is about to reject with. */
  callEnded(engine: SteerableEngine, error?: unknown): void;
  stateChanged(engine: SteerableEngine, state: string): void;
  /** Before the run's start document is handed out. */
  runOpened(engine: SteerableEngine, runUid: string): void;
  /** After the run's stop document was handed out. */
  runClosed(engine: SteerableEngine, runUid: string): void;
}
