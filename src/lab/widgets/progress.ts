import type { ProgressSpec } from '../../figures/index.js';
import { progressBars } from '../../figures/index.js';
import { drawProgress } from '../draw/progress.js';
import type { RunLookup } from './figure-body.js';

/** Draws how far a run and its devices are. */
export function drawProgressFigure(host: HTMLElement, spec: ProgressSpec, runs: RunLookup): string[] {
  drawProgress(host, progressBars(spec, spec.run === null ? undefined : runs(spec.run)));
  return [];
}
