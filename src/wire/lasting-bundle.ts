import type { FigureSpec, RunColumns } from '../figures/index.js';
import { asSvg, asText, plotsOf } from '../figures/index.js';
import { charactersOf, cutFigure } from './saved-figure.js';
import type { CutFigure } from './saved-figure.js';
import { SAVED_FIGURE_MIME } from './versions.js';

/**
 * What a notebook keeps of a figure: its data for a page with livesky, a picture for one without, and
 * words for readers that show no pictures.
 */
export function lastingBundle(
  spec: FigureSpec,
  runs: readonly RunColumns[],
  bytesPerRun: number,
): { bundle: Record<string, unknown>; bytes: number } {
  const { saved, kept } = bytesPerRun > 0 ? cutFigure(spec, runs, bytesPerRun) : pictureOnly(spec, runs);
  const whole = lookup(runs);
  // A line's outline is the same without the rows that were left out, and drawn much faster.
  const drawn = plotsOf(spec).length > 0 && saved.runs.length > 0 ? lookup(kept()) : whole;
  const bundle = {
    [SAVED_FIGURE_MIME]: saved,
    'image/svg+xml': asSvg(spec, drawn),
    'text/plain': asText(spec, whole),
  };
  const rest = { ...bundle, [SAVED_FIGURE_MIME]: { ...saved, runs: [] } };
  return { bundle, bytes: saved.runs.reduce((sum, run) => sum + charactersOf(run), JSON.stringify(rest).length) };
}

function pictureOnly(spec: FigureSpec, runs: readonly RunColumns[]): CutFigure {
  const uids = runs.map(({ start }) => start.uid).join(', ');
  const notice = `The figures of this notebook have reached their limit: of run ${uids} it holds a picture.`;
  const cut = cutFigure(spec, [], 0);
  return { ...cut, saved: { ...cut.saved, notices: [notice] } };
}

function lookup(runs: Iterable<RunColumns>): (uid: string) => RunColumns | undefined {
  const byUid = new Map(Array.from(runs, (run) => [run.start.uid, run]));
  return (uid) => byUid.get(uid);
}
