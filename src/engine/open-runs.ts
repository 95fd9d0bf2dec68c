import { attempt } from './attempt.js';
import type { CallOutcome } from './call-outcome.js';
import type { RunBundler } from './run-bundler.js';

/** The runs that a call has open, by their keys; what happens to the plan happens to all of them. */
export class OpenRuns extends Map<unknown, RunBundler> {
  /** Remembers where every stream is, to come back here. */
  checkpoint(): void {
    for (const run of this.values()) run.checkpoint();
  }

  clearCheckpoint(): void {
    for (const run of this.values()) run.clearCheckpoint();
  }

  /** Goes back to the last checkpoint. */
  rewind(): void {
    for (const run of this.values()) run.rewind();
  }

  /** Points are not taken again after all. */
  goOn(): void {
    for (const run of this.values()) run.goOn();
  }

  /** Notes an interruption in every run that records them. */
  async recordInterruption(content: string): Promise<void> {
    for (const run of this.values()) {
      await attempt('record an interruption', () => run.recordInterruption(content));
    }
  }

  /** Leaves monitored devices alone, until {@link restoreMonitors}. */
  async suspendMonitors(): Promise<void> {
    for (const run of this.values()) await run.suspendMonitors();
  }

  async restoreMonitors(): Promise<void> {
    for (const run of this.values()) await run.restoreMonitors();
  }

  /** Ends all monitoring, and collects from flyers that were begun and never collected. */
  async endReadings(): Promise<void> {
    for (const run of this.values()) {
      await run.clearMonitors();
      await run.collectLeft();
    }
  }

  /** Closes what the plan has left open. */
  async closeAll({ exitStatus, reason }: CallOutcome): Promise<void> {
    for (const run of this.values()) {
      if (run.isOpen) await attempt(`close run ${run.start.uid}`, () => run.close(exitStatus, reason));
    }
  }
}
