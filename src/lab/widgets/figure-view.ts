import { DOMWidgetView } from '@jupyter-widgets/base';
import type { ControlAction } from '../../wire/index.js';
import type { FigureSpec } from '../../figures/index.js';
import { figureGone, figureDrawn } from '../drawn-figures.js';
import { openTab } from '../figure-tabs.js';
import type { FigureTab } from '../figure-tabs.js';
import { sweepSoon } from '../live-models.js';
import { drawControls } from './controls.js';
import { drawTabNote } from './figure-frame.js';
import type { FigureModel } from './figure-model.js';
import { FigureStage } from './figure-stage.js';
import type { StageContent } from './figure-stage.js';
import { RUN_CHANGED } from './run-model.js';
import type { RunModel } from './run-model.js';
import { runState } from './run-state.js';
import { wireNotice } from './wire-notice.js';

/** What the user asked for, and the engine's state at that moment. */
interface Asked {
  action: ControlAction;
  engine: string | null;
}

/**
 * Shows a figure that a kernel stands behind.
 *
 * Fields are declared, not initialised: see {@link RunModel}.
 */
export class FigureView extends DOMWidgetView {
  declare model: FigureModel;
  declare private _stage: FigureStage;
  declare private _watched: Set<RunModel>;
  declare private _asked: Asked | undefined;
  declare private _tab: FigureTab | undefined;
  /** Whether what the notebook keeps of the figure need not be shown. */
  declare private _standsIn: boolean;

  override render(): void {
    this._watched = new Set();
    this._standsIn = false;
    if (!this._settleInTab()) this._settle(this.el as HTMLElement);
    this.listenTo(this.model, 'change', () => this._onChange());
    this._onChange();
  }

  override remove(): this {
    figureGone(this.model.model_id, this.el as HTMLElement);
    this._stage.dispose();
    this._tab?.dispose();
    this._tab = undefined;
    sweepSoon();
    super.remove();
    return this;
  }

  /** Draws in this element from now on. */
  private _settle(host: HTMLElement): void {
    const stage = this._stage as FigureStage | undefined;
    if (stage) return stage.moveTo(host);
    const spec = this.model.spec as FigureSpec | null;
    this._stage = new FigureStage(host, {
      figure: spec?.id ?? this.model.model_id,
      content: () => this._content(),
      drawControls: (controls) => this._drawControls(controls),
    });
  }

  /** Draws in a tab, if the figure wants one and there can be one; the cell then says where it is. */
  private _settleInTab(): boolean {
    if (!this.model.wantsTab || this._unreadable() !== '') return false;
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
    this._standIn();
    this._stage.request();
  }

  /** A figure that this page cannot read leaves its place to the picture that the notebook keeps. */
  private _standIn(): void {
    const stands = this._unreadable() === '';
    if (stands === this._standsIn) return;
    this._standsIn = stands;
    const change = stands ? figureDrawn : figureGone;
    change(this.model.model_id, this.el as HTMLElement);
  }

  private _watch(run: RunModel): void {
    if (this._watched.has(run)) return;
    this._watched.add(run);
    let { engine, notice } = run;
    this.listenTo(run, `${RUN_CHANGED} comm_live_update`, () => {
      this._stage.request(!run.isLive);
      if (run.engine === engine && run.notice === notice) return;
      ({ engine, notice } = run);
      this._stage.drawHead();
    });
  }

  private _content(): StageContent {
    const { spec, runs, missingRuns } = this.model;
    const notices = missingRuns > 0 ? ['The kernel no longer keeps every run of this figure.'] : [];
    return {
      spec: spec as FigureSpec | null,
      runs: runs.map((run) => ({ columns: run.columns, state: runState(run), notice: run.notice })),
      unreadable: this._unreadable(),
      notices,
    };
  }

  /** A sentence if the figure or one of its runs speaks another version of the protocol. */
  private _unreadable(): string {
    const models = [this.model, ...this.model.runs];
    const notices = models.map((model) => wireNotice(model.get('wire'), String(model.get('version'))));
    return notices.find((notice) => notice !== '') ?? '';
  }

  private _drawControls(host: HTMLElement): void {
    const run = this._unreadable() === '' ? this.model.runs.at(-1) : undefined;
    const engine = run?.isLive ? run.engine : null;
    // Followed, or refused with a notice: either way nobody waits any longer.
    if (this._asked?.engine !== engine || run?.notice !== '') this._asked = undefined;
    drawControls(host, engine, this._asked?.action, (action) => {
      this._asked = { action, engine };
      run?.control(action);
      this._stage.drawHead();
    });
  }
}
