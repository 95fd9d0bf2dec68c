import { local, select } from 'd3';
import type { LineSpec, PanelsSpec, Sharing } from '../../figures/index.js';
import { EMPTY_PLOT, linePoints, panelName, plotIn, sharedGroup } from '../../figures/index.js';
import { indexOf } from '../draw/line-index.js';
import { limitsOf } from '../draw/limits.js';
import type { Limits } from '../draw/limits.js';
import type { AxisRange } from './axis-range.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { drawLineFigure } from './line.js';
import { unknownKind } from './unknown-kind.js';

/** Pixels between panels. */
const GAP = 12;

/** The panel that was pointed at or focused last: the toolbar is about it. */
const active = local<number>();

/** Draws panels in rows and columns, and says what they could not show. */
export function drawPanelsFigure(host: HTMLElement, spec: PanelsSpec, runs: RunLookup, room: FigureRoom): string[] {
  const plots = shareAxes(spec, runs, room);
  const grid = select(host)
    .selectAll<HTMLDivElement, unknown>(':scope > .jp-Livesky-panels')
    .data([null])
    .join('div')
    .attr('class', 'jp-Livesky-panels jp-Livesky-resizable')
    .style('grid-template-columns', `repeat(${spec.cols}, max-content)`)
    .style('gap', `${GAP}px`);
  const shown = Math.min(active.get(grid.node() as Element) ?? 0, plots.length - 1);
  const part = { ...room, ...sizeOfPanel(spec, room) };
  const notices = spec.panels.flatMap((panel, at) =>
    plotIn(spec, at) === undefined ? [`${panelName(spec, at)}: ${unknownKind(panel)}`] : [],
  );
  grid
    .selectAll<HTMLDivElement, LineSpec>(':scope > .jp-Livesky-panel')
    .data(plots)
    .join('div')
    .attr('class', 'jp-Livesky-panel')
    .attr('role', 'group')
    .attr('aria-label', (_, at) => panelName(spec, at))
    .on('pointerenter focusin', function (_event, plot) {
      if (active.get(this) === plots.indexOf(plot)) return;
      active.set(this.parentElement as Element, plots.indexOf(plot));
      room.redraw();
    })
    .each(function (plot, at) {
      const offer = at === shown ? room.offer : (): void => {};
      const said = drawLineFigure(this, plot, runs, { ...part, offer }).filter((notice) => notice !== '');
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

/** The plots of all panels, with the limits that they share as their own, and zoomed together. */
function shareAxes(spec: PanelsSpec, runs: RunLookup, { views }: FigureRoom): LineSpec[] {
  const plots = spec.panels.map((_, at) => plotIn(spec, at) ?? { ...EMPTY_PLOT, id: `${spec.id}/empty/${at}` });
  const range = (axis: 'x' | 'y', sharing: Sharing, panel: number): AxisRange =>
    views.of(`${spec.id}/${axis} of group ${sharedGroup(spec, sharing, panel)}`)[axis];
  const limits = (axis: 'x' | 'y', sharing: Sharing, panel: number): Limits | null => {
    const group = plots.filter((_, at) => {
      return sharedGroup(spec, sharing, at) === sharedGroup(spec, sharing, panel);
    });
    const fixed = group.map((plot) => plot[`${axis}lim`]).find((each) => each !== null) ?? null;
    if (group.length < 2 || fixed) return fixed;
    const series = group.flatMap((plot) => plot.series);
    const extents = series.flatMap((each) => {
      const run = runs(each.run);
      return run ? [indexOf(linePoints(run, each))[axis]] : [];
    });
    return limitsOf(null, extents, range(axis, sharing, panel).isLog);
  };
  return plots.map((plot, panel) => {
    const [x, y] = [range('x', spec.sharex, panel), range('y', spec.sharey, panel)];
    views.of(plot.id, { x, y });
    return { ...plot, xlim: limits('x', spec.sharex, panel), ylim: limits('y', spec.sharey, panel) };
  });
}
