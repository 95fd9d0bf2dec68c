import { DOMWidgetView } from '@jupyter-widgets/base';
import type { ControlAction } from '../../wire/index.js';
import type { FigureSpec } from '../../figures/index.js';
import { write } from '../draw/text.js';
import { onThemeChange } from '../draw/theme.js';
import { openTab } from '../figure-tabs.js';
import type { FigureTab } from '../figure-tabs.js';
import { drawControls } from './controls.js';
import { drawFigure, resizableIn } from './figure-body.js';
import type { RunLookup } from './figure-body.js';
import { buildFrame, drawNotices, drawTabNote } from './figure-frame.js';
import type { FigureFrame } from './figure-frame.js';
import { heightOf, rememberHeight } from './figure-heights.js';
import type { FigureModel } from './figure-model.js';
import { figureSummary } from './figure-summary.js';
import { Repaint } from './repaint.js';
import { buildResizeHandle } from './resize-handle.js';
import { RUN_CHANGED } from './run-model.js';
import type { RunModel } from './run-model.js';
import { exitReason, runLabel, runState } from './run-state.js';
import { Seldom } from './seldom.js';
import { wireNotice } from './wire-notice.js';

/** How often the summary for screen readers is made anew while a run grows. */
const SUMMARY_MS = 5000;

/** What the user asked for, and the engine's state at that moment. */
interface Asked {
  action: ControlAction;
  engine: string | null;
}

/**
 * Shows a figure: header, notices and body.
 *
 * Messages only ask for a repaint; everything is drawn in an animation frame, and nothing while the
 * figure cannot be seen. Fields are declared, not initialised: see {@link RunModel}.
 */
export class FigureView extends DOMWidgetView {
  declare model: FigureModel;
  declare private _frame: FigureFrame;
  declare private _repaint: Repaint;
  declare private _watched: Set<RunModel>;
  declare private _asked: Asked | undefined;
  declare private _height: number | null;
  declare private _summary: Seldom;
  declare private _stopTheme: () => void;
  declare private _tab: FigureTab | undefined;

  override render(): void {
    this._watched = new Set();
    this._height = heightOf(this._figureId);
    this._summary = new Seldom(() => this._writeSummary(), SUMMARY_MS);
    if (!this._settleInTab()) this._settle(this.el as HTMLElement);
    this._stopTheme = onThemeChange(() => this._repaint.request());
    this.listenTo(this.model, 'change', () => this._onChange());
    this._onChange();
  }

  override remove(): this {
    this._repaint.dispose();
    this._summary.dispose();
    this._stopTheme();
    this._tab?.dispose();
    this._tab = undefined;
    super.remove();
    return this;
  }

  /** Models of another version may have none, or anything. */
  private get _spec(): FigureSpec | null {
    return this.model.spec as FigureSpec | null;
  }

  private get _figureId(): string {
    return this._spec?.id ?? this.model.model_id;
  }

  /** Draws in this element from now on. */
  private _settle(host: HTMLElement): void {
    (this._repaint as Repaint | undefined)?.dispose();
    host.replaceChildren();
    this._frame = buildFrame(host);
    buildResizeHandle(this._frame.box, {
      height: () => this._height ?? resizableIn(this._frame.body)?.offsetHeight ?? 0,
      resize: (height) => this._resize(height),
    });
    this._repaint = new Repaint(host, (width) => this._draw(width));
  }

  /** Draws in a tab, if the figure wants one and there can be one; the cell then says where it is. */
  private _settleInTab(): boolean {
    if (!this.model.wantsTab) return false;
    const { id, description: title } = this.model.spec;
    const node = document.createElement('div');
    const cell = this.el as HTMLElement;
    this._tab = openTab({ id, title, node, closed: () => this._settle(cell) });
    if (!this._tab) return false;
    this._settle(node);
    drawTabNote(cell, title, this._tab);
    return true;
  }

  private _onChange(): void {
    for (const run of this.model.runs) this._watch(run);
    this._repaint.request();
  }

  private _watch(run: RunModel): void {
    if (this._watched.has(run)) return;
    this._watched.add(run);
    this.listenTo(run, `${RUN_CHANGED} comm_live_update`, () => this._repaint.request(!run.isLive));
  }

  private _draw(width: number): void {
    const unreadable = this._unreadable();
    const run = this.model.runs.at(-1);
    this._drawHeader(unreadable === '' ? run : undefined);
    drawNotices(this._frame.notices, unreadable === '' ? this._drawBody(width) : [unreadable]);
  }

  /** A sentence if the figure or one of its runs speaks another version of the protocol. */
  private _unreadable(): string {
    const models = [this.model, ...this.model.runs];
    const notices = models.map((model) => wireNotice(model.get('wire'), String(model.get('version'))));
    return notices.find((notice) => notice !== '') ?? '';
  }

  private _resize(height: number | null): void {
    this._height = height;
    rememberHeight(this._figureId, height);
    this._repaint.request();
  }

  private _writeSummary(): void {
    write(this._frame.summary, figureSummary(this.model.spec, this._lookup()));
  }

  private _lookup(): RunLookup {
    const columns = new Map(this.model.runs.map((run) => [run.columns?.start.uid, run.columns]));
    return (uid) => columns.get(uid);
  }

  private _drawHeader(run: RunModel | undefined): void {
    const { figure, label, chip } = this._frame;
    const name = run?.columns ? runLabel(run.columns) : '';
    write(label, name);
    figure.setAttribute('aria-label', [this._spec?.description, name].filter(Boolean).join(', '));
    const state = run && runState(run);
    write(chip, state?.text ?? '');
    chip.className = `jp-Livesky-chip jp-mod-${state?.mood ?? 'gone'}`;
    this._drawControls(run);
  }

  private _drawControls(run: RunModel | undefined): void {
    const engine = run?.isLive ? run.engine : null;
    // Followed, or refused with a notice: either way nobody waits any longer.
    if (this._asked?.engine !== engine || run?.notice !== '') this._asked = undefined;
    drawControls(this._frame.controls, engine, this._asked?.action, (action) => {
      this._asked = { action, engine };
      run?.control(action);
    });
  }

  private _drawBody(width: number): string[] {
    const { runs, missingRuns, spec } = this.model;
    const room = { width, height: this._height, summary: this._frame.summary.id };
    const notices = this._safely(() => drawFigure(this._frame.body, spec, this._lookup(), room));
    this._summary.request(this._frame.chip.textContent ?? '');
    if (missingRuns > 0) notices.push('The kernel no longer keeps every run of this figure.');
    for (const run of runs) {
      notices.push(run.notice);
      if (run.columns) notices.push(exitReason(run.columns));
    }
    return notices;
  }

  private _safely(draw: () => string[]): string[] {
    try {
      return draw();
    } catch (error) {
      console.error('livesky could not draw a figure:', error);
      return [`This figure could not be drawn: ${error instanceof Error ? error.message : String(error)}`];
    }
  }
}
