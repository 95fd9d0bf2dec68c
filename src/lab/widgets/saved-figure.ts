import '../../../style/index.js';
import { select } from 'd3';
import type { FigureSpec, RunColumns } from '../../figures/index.js';
import type { OpenedFigure } from '../../wire/index.js';
import { openFigure, SAVED_FIGURE_MIME } from '../../wire/index.js';
import { drawNotices } from './figure-frame.js';
import { FigureStage } from './figure-stage.js';
import type { StageContent, StagedRun } from './figure-stage.js';
import { isRecord } from './messages.js';
import { savedState } from './run-state.js';
import { wireNotice } from './wire-notice.js';

/**
 * Draws what a notebook keeps of a figure into an element: the figure itself, or, with a line that says
 * why, its picture where the page cannot read it.
 */
export function drawSavedFigure(host: HTMLElement, data: Readonly<Record<string, unknown>>): { dispose(): void } {
  const place = select(host).append('div').node() as HTMLElement;
  const read = tryOpen(data[SAVED_FIGURE_MIME]);
  if (typeof read === 'string') return drawPicture(place, data, [read]);
  if (read.runs.size === 0) return drawPicture(place, data, read.notices);
  const content = contentOf(read);
  const stage = new FigureStage(place, { figure: read.spec.id, content: () => content });
  stage.request();
  return stage;
}

/** The figure, or a sentence on why it cannot be read. */
function tryOpen(saved: unknown): OpenedFigure | string {
  const { wire, version } = isRecord(saved) ? saved : {};
  const notice = wireNotice(wire, typeof version === 'string' ? version.slice(0, LONGEST_VERSION) : '');
  if (notice !== '') return notice;
  try {
    return openFigure(saved);
  } catch (error) {
    return `The saved figure could not be read, this is its picture: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const LONGEST_VERSION = 40;

function contentOf({ spec, runs, notices }: OpenedFigure): StageContent {
  const staged = [...runs.values()].map((columns: RunColumns): StagedRun => ({
    columns,
    state: savedState(columns),
    notice: '',
  }));
  return { spec: spec satisfies FigureSpec, runs: staged, unreadable: '', notices };
}

/** An image runs nothing, whatever is in it. */
function drawPicture(
  host: HTMLElement,
  data: Readonly<Record<string, unknown>>,
  notices: readonly string[],
): { dispose(): void } {
  const root = select(host).attr('class', 'jp-Livesky').attr('role', 'figure');
  const sentences = root.append('div').attr('class', 'jp-Livesky-notices').attr('role', 'status');
  drawNotices(sentences.node() as HTMLElement, notices);
  const svg = data['image/svg+xml'];
  const text = data['text/plain'];
  const words = Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : '';
  const markup = Array.isArray(svg) ? svg.join('') : svg;
  if (typeof markup === 'string') {
    root
      .append('img')
      .attr('class', 'jp-Livesky-picture')
      .attr('alt', words.split('\n')[0] ?? '')
      .attr('src', `data:image/svg+xml,${encodeURIComponent(markup)}`);
  } else root.append('pre').text(words);
  return { dispose: () => {} };
}
