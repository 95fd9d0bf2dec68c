import type { FigureSpec, RunColumns } from '../../figures/index.js';
import { write } from '../draw/text.js';
import { onThemeChange } from '../draw/theme.js';
import { drawActions, runByKey } from './figure-actions.js';
import type { FigureAction } from './figure-actions.js';
import { drawFigure, resizableIn } from './figure-body.js';
import type { FigureRoom, RunLookup } from './figure-body.js';
import { buildFrame, drawNotices } from './figure-frame.js';
import type { FigureFrame } from './figure-frame.js';
import { heightOf, rememberHeight } from './figure-heights.js';
import { figureSummary } from './figure-summary.js';
import { PlotViews } from './plot-view.js';
import { Repaint } from './repaint.js';
import { buildResizeHandle } from './resize-handle.js';
import { exitReason, runLabel } from './run-state.js';
import type { RunState } from './run-state.js';
import { Seldom } from './seldom.js';

/** How often the summary for screen readers is made anew while a run grows. */
const SUMMARY_MS = 5000;

/** How long it is said what has become of an action. */
const SAID_MS = 6000;

/** Below this width, in pixels, the toolbar does not lie over the figure. */
const NARROW = 520;

/** A run as a figure shows it. */
export interface StagedRun {
  columns: RunColumns | undefined;
  state: RunState;
  notice: string;
}

/** What there is to show now, wherever it came from. */
export interface StageContent {
  /** Models of another version may have none, or anything. */
  spec: FigureSpec | null;
  runs: readonly StagedRun[];
  /** A sentence in place of the figure if it cannot be read, or an empty string. */
  unreadable: string;
  notices: readonly string[];
}

/** A stage's owner. */
export interface StageOptions {
  /** Names the figure: its height is remembered by it. */
  figure: string;
  /** Asked for every drawing. */
  content(): StageContent;
  /** Draws the buttons, where there can be any. */
  drawControls?(host: HTMLElement): void;
}

/**
 * A figure in the page: header, notices and body, whether a kernel stands behind it or a notebook.
 *
 * Whoever has news asks for a repaint; everything is drawn in an animation frame, and nothing while the
 * figure cannot be seen.
 */
export class FigureStage {
  readonly #options: StageOptions;
  readonly #stopTheme: () => void;
  readonly #summary: Seldom;
  readonly #views = new PlotViews(() => this.request());
  #actions: readonly FigureAction[] = [];
  /** What has become of an action. */
  #said = '';
  #silence: ReturnType<typeof setTimeout> | undefined;
  #height: number | null;
  #frame: FigureFrame;
  #repaint: Repaint;

  constructor(host: HTMLElement, options: StageOptions) {
    this.#options = options;
    this.#height = heightOf(options.figure);
    this.#summary = new Seldom(() => this.#writeSummary(), SUMMARY_MS);
    this.#frame = this.#build(host);
    this.#repaint = new Repaint(host, (width) => this.#draw(width));
    this.#stopTheme = onThemeChange(() => this.request());
  }

  /**
   * Asks for a drawing.
   *
   * @param anyway - also out of sight: nothing more will come
   */
  request(anyway = false): void {
    this.#repaint.request(anyway);
  }

  /** Draws where the run stands, and its buttons, without waiting for the frame. */
  drawHead(): void {
    this.#drawHead(this.#options.content());
  }

  /** Draws in another element from now on. */
  moveTo(host: HTMLElement): void {
    this.#repaint.dispose();
    this.#frame = this.#build(host);
    this.#repaint = new Repaint(host, (width) => this.#draw(width));
  }

  dispose(): void {
    this.#repaint.dispose();
    this.#summary.dispose();
    this.#stopTheme();
    clearTimeout(this.#silence);
  }

  #build(host: HTMLElement): FigureFrame {
    host.replaceChildren();
    const frame = buildFrame(host);
    buildResizeHandle(frame.box, {
      height: () => this.#height ?? resizableIn(frame.body)?.offsetHeight ?? 0,
      resize: (height) => this.#resize(height),
    });
    frame.box.addEventListener('keydown', (event) => this.#onKey(event));
    return frame;
  }

  /** Keys are for whoever is in the figure itself, not in its handle or a text field. */
  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || !isPartOfFigure(event.target as Element, this.#frame.body)) return;
    if (!runByKey(this.#frame.tools, event)) return;
    event.preventDefault();
    // Else the notebook takes the focus back from a menu that was opened.
    event.stopPropagation();
  }

  #say(sentence: string): void {
    clearTimeout(this.#silence);
    this.#said = sentence;
    this.request();
    this.#silence = setTimeout(() => {
      this.#said = '';
      this.request();
    }, SAID_MS);
  }

  #resize(height: number | null): void {
    this.#height = height;
    rememberHeight(this.#options.figure, height);
    this.request();
  }

  #draw(width: number): void {
    const content = this.#options.content();
    const { unreadable } = content;
    this.#drawHead(content);
    this.#actions = [];
    drawNotices(this.#frame.notices, unreadable === '' ? this.#drawBody(content, width) : [unreadable]);
    drawActions(this.#frame.tools, this.#actions);
    this.#frame.box.style.setProperty('--jp-livesky-actions', String(this.#actions.length));
    // In little room, and above the headings of a table, the toolbar has a row of its own.
    this.#frame.box.classList.toggle('jp-mod-toolRow', width < NARROW || content.spec?.kind === 'table');
  }

  #drawHead({ spec, unreadable, runs }: StageContent): void {
    const run = unreadable === '' ? runs.at(-1) : undefined;
    const { figure, label, chip } = this.#frame;
    const name = run?.columns ? runLabel(run.columns) : '';
    write(label, name);
    figure.setAttribute('aria-label', [spec?.description, name].filter(Boolean).join(', '));
    write(chip, run?.state.text ?? '');
    chip.className = `jp-Livesky-chip jp-mod-${run?.state.mood ?? 'gone'}`;
    this.#options.drawControls?.(this.#frame.controls);
  }

  #drawBody({ spec, runs, notices }: StageContent, width: number): string[] {
    const room: FigureRoom = {
      width,
      height: this.#height,
      summary: this.#frame.summary.id,
      views: this.#views,
      offer: (actions) => (this.#actions = [...this.#actions, ...actions]),
      redraw: () => this.request(),
      say: (sentence) => this.#say(sentence),
    };
    const all = this.#safely(() => drawFigure(this.#frame.body, spec as FigureSpec, lookupOf(runs), room));
    this.#summary.request(this.#frame.chip.textContent ?? '');
    all.push(this.#said, ...notices);
    for (const { columns, notice } of runs) {
      all.push(notice);
      if (columns) all.push(exitReason(columns));
    }
    return all;
  }

  #writeSummary(): void {
    const { spec, runs } = this.#options.content();
    write(this.#frame.summary, figureSummary(spec as FigureSpec, lookupOf(runs)));
  }

  #safely(draw: () => string[]): string[] {
    try {
      return draw();
    } catch (error) {
      console.error('livesky could not draw a figure:', error);
      return [`This figure could not be drawn: ${error instanceof Error ? error.message : String(error)}`];
    }
  }
}

/** Whether an element is what a figure, or one of its panels, is drawn in. */
function isPartOfFigure(element: Element, body: HTMLElement): boolean {
  return element === resizableIn(body) || element.classList.contains('jp-Livesky-stage');
}

function lookupOf(runs: readonly StagedRun[]): RunLookup {
  const byUid = new Map(runs.map(({ columns }) => [columns?.start.uid, columns]));
  return (uid) => byUid.get(uid);
}
