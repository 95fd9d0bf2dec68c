import { fixed, secondsText } from '../text/index.js';
import type { RunColumns } from './run-columns.js';
import type { DeviceProgress, ProgressSpec } from './spec.js';

/** How something that takes time stands. */
export type BarState = 'moving' | 'done' | 'failed';

/** One bar: of the points of a run, or of a device. */
export interface ProgressBarView {
  label: string;
  state: BarState;
  /** The part that is done, from 0 to 1; null if nobody knows. */
  done: number | null;
  /** How much is done and how long the rest takes. */
  text: string;
}

/** The stream whose events are a plan's points. */
export const PROGRESS_STREAM = 'primary';

/** The bars of a progress figure: that of the run, if there is one, and those of the devices. */
export function progressBars({ devices }: ProgressSpec, run: RunColumns | undefined): ProgressBarView[] {
  const bars = devices.map(deviceBar);
  return run ? [pointsBar(run), ...bars] : bars;
}

/** Points are counted once, however often they were taken again; what is left is judged by those that came. */
function pointsBar({ start, stop, streams }: RunColumns): ProgressBarView {
  const stream = streams.get(PROGRESS_STREAM);
  const rows = stream?.length ?? 0;
  // Of a run that was saved there is no more than the last row.
  const points = stream && rows > 0 ? Math.max(rows, stream.seqNum.at(rows - 1)) : 0;
  const total = isCount(start.num_points) ? start.num_points : null;
  const lastTime = stop?.time ?? (stream && rows > 0 ? stream.time.at(rows - 1) : start.time);
  const spent = Math.max(0, lastTime - start.time);
  const state = stop ? (stop.exit_status === 'success' ? 'done' : 'failed') : 'moving';
  const done = total === null ? null : total === 0 ? 1 : Math.min(1, points / total);
  return { label: 'points', state, done, text: pointsText({ points, total, spent, ended: stop !== undefined }) };
}

function pointsText({
  points,
  total,
  spent,
  ended,
}: {
  points: number;
  total: number | null;
  spent: number;
  ended: boolean;
}): string {
  const counted = total === null ? `${points}` : `${points} of ${total}`;
  if (ended) return `${counted} in ${secondsText(spent)}`;
  if (points === 0) return counted;
  if (total === null) return `${counted} in ${secondsText(spent)} so far`;
  return `${counted}, ${leftText((spent / points) * Math.max(0, total - points))}`;
}

function deviceBar(device: DeviceProgress): ProgressBarView {
  const { name, state } = device;
  const done = state === 'done' ? 1 : device.done;
  return { label: name, state, done, text: deviceText(device) };
}

function deviceText({ state, current, target, unit, precision, left }: DeviceProgress): string {
  const units = unit && ` ${unit}`;
  const at = (position: number): string => fixed(position, precision);
  const reached = current === null ? '' : `${at(current)}${units}`;
  if (state === 'failed') return reached === '' ? 'failed' : `failed at ${reached}`;
  if (state === 'done') return reached || (target === null ? 'done' : `${at(target)}${units}`);
  if (current === null || target === null) return reached || 'in progress';
  return `${at(current)} → ${at(target)}${units}${left === null ? '' : `, ${leftText(left)}`}`;
}

function leftText(seconds: number): string {
  return `${secondsText(seconds < 10 ? Math.round(seconds * 10) / 10 : seconds)} left`;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
