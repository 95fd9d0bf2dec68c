import type { Dict, IBackboneModelOptions } from '@jupyter-widgets/base';
import { WidgetModel } from '@jupyter-widgets/base';
import type { JSONObject } from '@lumino/coreutils';
import type { RunColumns } from '../../figures/index.js';
import type { Bytes, ControlAction, ControlMessage, ReceivedSnapshot, TakenMessage } from '../../wire/index.js';
import { canRead, parseFrame, RUN_MODEL, RunReceiver, WIDGET_MODULE } from '../../wire/index.js';
import { PACKAGE_VERSION } from '../../wire/index.js';
import { watchModel } from '../live-models.js';
import { isRecord, parseNotice } from './messages.js';
import { OpenLine } from './open-line.js';
import { snapshotOf } from './run-snapshot.js';
import { StateRequests } from './state-requests.js';

/** The event of a run model: its data, its engine or a notice changed. */
export const RUN_CHANGED = 'livesky:changed';

const MISSING = 'Points are missing here: they were lost on the way, and the kernel is asked for them again.';

/**
 * The page's model of one run: its documents, its columns and the state of the engine.
 *
 * Fields are declared, not initialised: an initialiser would run after `initialize` and wipe what
 * that had set.
 */
export class RunModel extends WidgetModel {
  declare private _receiver: RunReceiver | undefined;
  declare private _notice: string;
  /** Why a frame or a state could not be read; a state that can be read mends it. */
  declare private _problem: string;
  declare private _stateBroken: boolean;
  declare private _eventQueued: boolean;
  /** Tells this page from others. */
  declare private _page: string;
  declare private _requests: StateRequests;
  /** For what the engine does after a button was pressed. */
  declare private _line: OpenLine;

  override defaults(): Dict<unknown> {
    return {
      ...super.defaults(),
      _model_module: WIDGET_MODULE,
      _model_module_version: PACKAGE_VERSION,
      _model_name: RUN_MODEL,
      wire: null,
      version: '',
      start: null,
      engine: null,
    };
  }

  override initialize(attributes: Dict<unknown>, options: IBackboneModelOptions): void {
    super.initialize(attributes, options);
    watchModel(this);
    this._notice = '';
    this._problem = '';
    this._stateBroken = false;
    this._eventQueued = false;
    this._page = Math.random().toString(36).slice(2);
    this._requests = new StateRequests(
      () => this._askForState(),
      () => this._missThem(),
    );
    this._line = new OpenLine(() => this._acknowledge());
    this.once('destroy', () => {
      this._requests.end();
      this._line.close();
    });
    const { wire, start, snapshot } = this.attributes;
    if (canRead(wire) && isRecord(start)) {
      this._receiver = new RunReceiver(start, () => this._requests.begin());
    }
    // The columns hold the data from now on; the attribute would be a second copy of it.
    delete this.attributes.snapshot;
    this._adopt(snapshot);
    this.on('msg:custom', (content: unknown, buffers?: readonly Bytes[]) => {
      this._onCustom(content, buffers ?? []);
    });
  }

  /** The run's data, or undefined if this page cannot read the model. */
  get columns(): RunColumns | undefined {
    return this._receiver?.columns;
  }

  /** The state of the engine that drives the run; null once none does. */
  get engine(): string | null {
    const engine: unknown = this.get('engine');
    return typeof engine === 'string' ? engine : null;
  }

  /** What the kernel last said about a request that it could not meet; or what could not be read. */
  get notice(): string {
    return this._notice || this._problem;
  }

  /** Whether the run goes on and the kernel listens. */
  get isLive(): boolean {
    return this.comm_live && this.columns !== undefined && this.columns.stop === undefined;
  }

  /** Asks the kernel to pause, resume or end the run. */
  control(action: ControlAction): void {
    if (!this.comm_live) return;
    this._notice = '';
    const message: ControlMessage = { kind: 'control', action };
    this.send({ ...message }, this.callbacks());
    this._line.open();
    this._changed();
  }

  /** Takes a changed state; a snapshot goes to the columns and not into the attributes. */
  override set_state(state: Dict<unknown>): void {
    const { snapshot, ...rest } = state;
    // What the engine passes through, such as `pausing`, is followed by where it was to come to.
    if (isSettled(rest.engine)) this._line.close();
    super.set_state(rest);
    this._adopt(snapshot);
    this._changed();
  }

  /** The state to be saved: what frames have brought since the snapshot is in it. */
  override get_state(dropDefaults?: boolean): JSONObject {
    const state = super.get_state(dropDefaults);
    if (!this._receiver) return state;
    return { ...state, snapshot: snapshotOf(this._receiver) as unknown as JSONObject };
  }

  private _onCustom(content: unknown, buffers: readonly Bytes[]): void {
    const frame = parseFrame(content);
    if (frame && canRead(frame.wire)) {
      this._try('A frame could not be read', () => this._receiver?.take(frame, buffers));
      if (frame.ask) this._acknowledge();
    }
    const notice = parseNotice(content);
    if (notice) {
      this._line.close();
      this._notice = notice.text;
    }
    if (frame || notice) this._changed();
  }

  private _adopt(snapshot: unknown): void {
    if (!this._receiver || !isRecord(snapshot)) return;
    const received = snapshot as unknown as ReceivedSnapshot;
    this._requests.end();
    this._problem = '';
    this._stateBroken = !this._try('The state of the run could not be read', () => {
      this._receiver?.adopt(received);
    });
    this._acknowledge();
  }

  /** The kernel sends no faster than pages take. */
  private _acknowledge(): void {
    const seq = this._receiver?.have ?? -1;
    if (seq < 0 || !this.comm || !this.comm_live) return;
    const message: TakenMessage = { kind: 'taken', page: this._page, seq };
    this.send({ ...message });
  }

  /** A message that is not understood must not stop those behind it. */
  private _try(what: string, read: () => void): boolean {
    try {
      read();
      return true;
    } catch (error) {
      this._problem = `${what}: ${error instanceof Error ? error.message : String(error)}`;
      return false;
    }
  }

  private _askForState(): boolean {
    // A kernel whose states cannot be read would be asked with every frame.
    if (!this.comm || !this.comm_live || this._stateBroken || !this._receiver?.lacksFrames) return false;
    this.comm.send({ method: 'request_state' }, this.callbacks());
    return true;
  }

  private _missThem(): void {
    this._problem = MISSING;
    this._changed();
  }

  /** Tells the views, once for all that one turn of the event loop brought. */
  private _changed(): void {
    if (this._eventQueued) return;
    this._eventQueued = true;
    queueMicrotask(() => {
      this._eventQueued = false;
      this.trigger(RUN_CHANGED);
    });
  }

  /** The snapshot's buffers are cut out by the manager; copying it as JSON would lose them. */
  static override serializers = {
    ...WidgetModel.serializers,
    snapshot: { serialize: (value: unknown): unknown => value },
  };
}

/** Whether an engine is not on its way to another state. */
function isSettled(engine: unknown): boolean {
  return engine === 'running' || engine === 'paused' || engine === null;
}
