import type { RunStart } from '../documents/index.js';
import type { ModelChannel } from './channel.js';
import { parseControl } from './control.js';
import type { ControlAction, NoticeMessage, RunControl } from './control.js';
import type { Kickable, Kicker } from './kicker.js';
import { modelState } from './model-state.js';
import { RunPublisher } from './run-publisher.js';
import { RUN_MODEL } from './versions.js';

/** A run's model. */
export class LiveRun implements Kickable {
  readonly publisher: RunPublisher;

  constructor(
    readonly id: string,
    start: RunStart,
    readonly channel: ModelChannel,
    readonly control: RunControl,
    kicker: Kicker,
    /** Of columns that one figure has for itself: what they begin with, and whose they are. */
    readonly own?: { from: RunPublisher; figure: string },
  ) {
    this.publisher = new RunPublisher(start, (ended) => {
      kicker.mark(this);
      if (ended) kicker.flush();
    });
    if (own) this.publisher.copyFrom(own.from);
    channel.open(this.id, { state: () => this.#state(), receive: (content) => this.#receive(content) });
  }

  get uid(): string {
    return this.publisher.columns.start.uid;
  }

  get ended(): boolean {
    return this.publisher.columns.stop !== undefined;
  }

  send(): void {
    const frame = this.publisher.takeFrame();
    if (frame) this.channel.custom(this.id, { ...frame.message }, frame.buffers);
  }

  engineChanged(): void {
    this.channel.update(this.id, { engine: this.#engine() });
  }

  #engine(): string | null {
    return this.control.stateOf(this.uid) ?? null;
  }

  #state(): Record<string, unknown> {
    return {
      ...modelState(RUN_MODEL, null),
      start: this.publisher.start,
      engine: this.#engine(),
      snapshot: this.publisher.snapshot(),
    };
  }

  #receive(content: unknown): void {
    const message = parseControl(content);
    if (message) void this.#command(message.action);
  }

  async #command(action: ControlAction): Promise<void> {
    try {
      await this.control.command(this.uid, action);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const notice: NoticeMessage = { kind: 'notice', text };
      this.channel.custom(this.id, { ...notice }, []);
    }
  }
}
