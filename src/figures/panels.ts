import { plotNotices } from './line-notice.js';
import type { RunColumns } from './run-columns.js';
import type { LineSpec, PanelsSpec, Sharing } from './spec.js';

/** What a panel without anything shows: a pair of axes. */
export const EMPTY_PLOT: LineSpec = {
  kind: 'line',
  id: '',
  description: 'Nothing yet',
  xLabel: '',
  yLabel: '',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: [],
};

/** What a panel shows; undefined for one of a kind that a newer kernel knows and this page does not. */
export function plotIn({ panels }: PanelsSpec, panel: number): LineSpec | null | undefined {
  const plot = panels[panel] ?? null;
  const kind: unknown = plot?.kind ?? 'line';
  return kind === 'line' ? plot : undefined;
}

/** Where a panel is, for people: `row 1, column 2`. */
export function panelName({ cols }: PanelsSpec, panel: number): string {
  return `row ${Math.floor(panel / cols) + 1}, column ${(panel % cols) + 1}`;
}

/** Which panels share the limits of an axis: panels of the same group do, and a panel may be alone in its own. */
export function sharedGroup({ cols }: PanelsSpec, sharing: Sharing, panel: number): number {
  switch (sharing) {
    case 'all':
      return 0;
    case 'row':
      return Math.floor(panel / cols);
    case 'col':
      return panel % cols;
    case 'none':
      return panel;
  }
}

/** Sentences about all that panels could not show, with the panel that each is about. */
export function panelNotices(spec: PanelsSpec, runs: (uid: string) => RunColumns | undefined): string[] {
  return spec.panels.flatMap((panel, at) => {
    return panel ? plotNotices(panel, runs).map((notice) => `${panelName(spec, at)}: ${notice}`) : [];
  });
}
