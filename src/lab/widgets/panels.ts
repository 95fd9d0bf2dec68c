import { select } from 'd3';
import type { LineSpec, PanelsSpec, Sharing } from '../../figures/index.js';
import { EMPTY_PLOT, linePoints, panelName, sharedGroup } from '../../figures/index.js';
import { indexOf } from '../draw/line-index.js';
import { limitsOf } from '../draw/limits.js';
import type { Limits } from '../draw/limits.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { drawLineFigure } from './line.js';

/** Pixels between panels. */
const GAP = 12;

/** Draws panels in rows and columns, and says what they could not show. */
export function drawPanelsFigure(host: HTMLElement, spec: PanelsSpec, runs: RunLookup, room: FigureRoom): string[] {
  const plots = withSharedLimits(spec, runs);
  const grid = select(host)
    .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-panels')
    .data([null])
    .join('div')
    .attr('class', 'jp-Livesky-panels jp-Livesky-resizable')
    .style('grid-template-columns', `repeat(${spec.cols}, max-content)`)
    .style('gap', `${GAP}px`);
  const part = { ...room, ...sizeOfPanel(spec, room) };
  const notices: string[] = [];
  grid
    .selectAll<HTMLDivElement, LineSpec>(':scope > .jp-Livesky-panel')
    .data(plots)
    .join('div')
    .attr('class', 'jp-Livesky-panel')
    .attr('role', 'group')
    .attr('aria-label', (_, at) => panelName(spec, at))
    .each(function (plot, at) {
      const said = drawLineFigure(this, plot, runs, part).filter((notice) => notice !== '');
      notices.push(...said.map((notice) => `${panelName(spec, at)}: ${notice}`));
    });
  return notices;
}

function sizeOfPanel({ rows, cols }: PanelsSpec, { width, height }: FigureRoom): Pick<FigureRoom, 'width' | 'height'> {
  return {
    width: Math.floor((width - GAP * (cols - 1)) / cols),
    height: height === null ? null : Math.max(1, Math.floor((height - GAP * (rows - 1)) / rows)),
  };
}

/** The plots of all panels, with the limits that they share as their own. */
function withSharedLimits(spec: PanelsSpec, runs: RunLookup): LineSpec[] {
  const plots = spec.panels.map((panel, at) => panel ?? { ...EMPTY_PLOT, id: `${spec.id}/empty/${at}` });
  const shared = (axis: 'x' | 'y', sharing: Sharing, panel: number): Limits | null => {
    const group = plots.filter((_, at) => {
      return sharedGroup(spec, sharing, at) === sharedGroup(spec, sharing, panel);
    });
    const fixed = group.map((plot) => plot[`${axis}lim`]).find((limits) => limits !== null) ?? null;
    if (group.length < 2 || fixed) return fixed;
    return limitsOf(
      null,
      group
        .flatMap(({ series }) => series)
        .flatMap((each) => {
          const run = runs(each.run);
          return run ? [indexOf(linePoints(run, each))[axis]] : [];
        }),
    );
  };
  return plots.map((plot, panel) => ({
    ...plot,
    xlim: shared('x', spec.sharex, panel),
    ylim: shared('y', spec.sharey, panel),
  }));
}
