import type { LinePoints, LineSpec } from '../../figures/index.js';
import { lineNotice, linePoints } from '../../figures/index.js';
import { drawLine } from '../draw/line.js';
import type { RunLookup } from './figure-body.js';

const WIDEST = 720;
const TALLEST = 400;
const ASPECT = 0.625;

/** Draws lines, no wider than can be read well, and says which points are not among them. */
export function drawLineFigure(host: HTMLElement, spec: LineSpec, runs: RunLookup, room: number): string[] {
  const notices: string[] = [];
  const points = spec.series.map((series): LinePoints => {
    const run = runs(series.run);
    if (!run) return { x: new Float64Array(0), y: new Float64Array(0), leftOut: 0 };
    const found = linePoints(run, series);
    notices.push(lineNotice(run, series, found));
    return found;
  });
  const width = Math.floor(Math.min(room, WIDEST));
  const height = Math.round(Math.min(TALLEST, width * ASPECT));
  drawLine(host, { spec, points, width, height });
  return notices;
}
