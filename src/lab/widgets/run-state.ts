import type { RunColumns } from '../../figures/index.js';
import type { RunModel } from './run-model.js';

/** Where a run stands, in a word for people and the class that colours it. */
export interface RunState {
  text: string;
  /** One of `live`, `waiting`, `good`, `bad`, `gone`. */
  mood: 'live' | 'waiting' | 'good' | 'bad' | 'gone';
}

const MOODS: ReadonlyMap<string, RunState['mood']> = new Map([
  ['running', 'live'],
  ['success', 'good'],
  ['abort', 'waiting'],
  ['fail', 'bad'],
]);

/** The state of a run: how it ended, else what its engine does. */
export function runState(run: RunModel): RunState {
  if (run.columns?.stop) return savedState(run.columns);
  if (!run.comm_live) return { text: 'kernel gone', mood: 'gone' };
  const text = run.engine ?? 'running';
  return { text, mood: MOODS.get(text) ?? 'waiting' };
}

/** The state of a run that a notebook keeps. */
export function savedState({ stop }: RunColumns): RunState {
  if (stop) return { text: stop.exit_status, mood: MOODS.get(stop.exit_status) ?? 'gone' };
  return { text: 'saved before its end', mood: 'gone' };
}

/** A run's name for people: its number, the beginning of its uid, its plan. */
export function runLabel({ start }: RunColumns): string {
  const parts = [start.uid.slice(0, 8)];
  if (start.scan_id !== undefined) parts.unshift(`scan ${start.scan_id}`);
  if (start.plan_name) parts.push(start.plan_name);
  return parts.join(' · ');
}

/** Why a run ended before its time, or an empty string. */
export function exitReason({ stop }: RunColumns): string {
  if (!stop || stop.exit_status === 'success' || !stop.reason) return '';
  return `${stop.exit_status === 'fail' ? 'Failed' : 'Aborted'}: ${stop.reason}`;
}
