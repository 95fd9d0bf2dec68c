import { LINE_SIZE, noticeMarks, noticesHeight, plotLimits, plotMarks } from './line-svg.js';
import { EMPTY_PLOT, panelNotices, sharedGroup } from './panels.js';
import type { RunColumns } from './run-columns.js';
import type { LineSpec, PanelsSpec, Sharing } from './spec.js';
import { svgPicture } from './svg-picture.js';

type Limits = readonly [low: number, high: number];

/** Panels as one picture: each as it would be alone, but for limits that it shares. */
export function panelsSvg(spec: PanelsSpec, runs: (uid: string) => RunColumns | undefined, mostPoints: number): string {
  const { width, height } = LINE_SIZE;
  const panels = withSharedLimits(spec, runs).map((plot, at) => {
    const [column, row] = [at % spec.cols, Math.floor(at / spec.cols)];
    const place = `x="${column * width}" y="${row * height}" width="${width}" height="${height}"`;
    return `<svg ${place}>${plotMarks(plot, runs, mostPoints).join('')}</svg>`;
  });
  const notices = panelNotices(spec, runs);
  const size = { width: spec.cols * width, height: spec.rows * height + noticesHeight(notices) };
  return svgPicture({ ...size, font: 'sans-serif', description: spec.description }, [
    ...panels,
    ...noticeMarks(notices, width / 8, spec.rows * height),
  ]);
}

/** The plots of all panels, with the limits that they share as their own. */
function withSharedLimits(spec: PanelsSpec, runs: (uid: string) => RunColumns | undefined): LineSpec[] {
  const plots = spec.panels.map((panel) => panel ?? EMPTY_PLOT);
  const limits = plots.map((plot) => plotLimits(plot, runs));
  const shared = (axis: 'x' | 'y', sharing: Sharing, panel: number): Limits | null => {
    const group = [...plots.keys()].filter((at) => {
      return sharedGroup(spec, sharing, at) === sharedGroup(spec, sharing, panel);
    });
    const fixed = group.map((at) => plots[at]?.[`${axis}lim`]).find((each) => each);
    const filled = group.filter((at) => (plots[at]?.series.length ?? 0) > 0);
    return fixed ?? union(filled.map((at) => (limits[at] as Record<'x' | 'y', Limits>)[axis]));
  };
  return plots.map((plot, panel) => ({
    ...plot,
    xlim: shared('x', spec.sharex, panel),
    ylim: shared('y', spec.sharey, panel),
  }));
}

function union(all: readonly Limits[]): Limits | null {
  if (all.length === 0) return null;
  return [Math.min(...all.map(([low]) => low)), Math.max(...all.map(([, high]) => high))];
}
