import type { FigureSpec, LineSeries, LineSpec } from './spec.js';

/** The plots of a figure of lines, each with one pair of axes; a figure of another kind has none. */
export function plotsOf(spec: FigureSpec): LineSpec[] {
  switch (spec.kind) {
    case 'line':
      return [spec];
    case 'panels':
      return spec.panels.filter((panel) => panel !== null);
    case 'table':
    case 'progress':
      return [];
  }
}

/** The uids of the runs that a figure shows, each once, in order. */
export function runsOf(spec: FigureSpec): string[] {
  switch (spec.kind) {
    case 'line':
    case 'panels':
      return [...new Set(seriesOf(spec).map((series) => series.run))];
    case 'table':
      return [spec.run];
    case 'progress':
      return spec.run === null ? [] : [spec.run];
  }
}

/** The fields that a figure shows of a run, each once. */
export function fieldsOf(spec: FigureSpec, run: string): string[] {
  switch (spec.kind) {
    case 'line':
    case 'panels':
      return [...new Set(seriesOf(spec, run).flatMap(({ x, y }) => [x, y]))];
    case 'table':
      return spec.run === run ? [...spec.fields] : [];
    case 'progress':
      // Points are counted, whatever is in them.
      return [];
  }
}

/** The lines of a figure, or those of one run, over all of its panels. */
export function seriesOf(spec: FigureSpec, run?: string): LineSeries[] {
  const all = plotsOf(spec).flatMap(({ series }) => series);
  return run === undefined ? all : all.filter((series) => series.run === run);
}

/** A run as a figure refers to it: its uid, and who gives its documents. */
export interface RunReference {
  run: string;
  source: string;
}

/** The runs of a figure with who gives them: for lines that do not say so, the figure itself. */
export function referencesOf(spec: FigureSpec): RunReference[] {
  const lines = seriesOf(spec).map(({ run, source = spec.id }) => ({ run, source }));
  const others = lines.length > 0 ? [] : runsOf(spec).map((run) => ({ run, source: spec.id }));
  return [...lines, ...others];
}

/** A figure under other uids of its runs, without lines of those that `nameOf` does not know. */
export function withRuns(spec: FigureSpec, nameOf: (reference: RunReference) => string | undefined): FigureSpec {
  const named = (run: string): string => nameOf({ run, source: spec.id }) ?? run;
  const plot = (each: LineSpec): LineSpec => {
    const series = each.series.flatMap((line) => {
      const run = nameOf({ run: line.run, source: line.source ?? spec.id });
      return run === undefined ? [] : [{ ...line, run }];
    });
    const older = each.series.length - series.length;
    return { ...each, series, ...(older > 0 ? { olderLines: older } : {}) };
  };
  switch (spec.kind) {
    case 'line':
      return plot(spec);
    case 'panels':
      return { ...spec, panels: spec.panels.map((panel) => panel && plot(panel)) };
    case 'table':
      return { ...spec, run: named(spec.run) };
    case 'progress':
      return spec.run === null ? spec : { ...spec, run: named(spec.run) };
  }
}
