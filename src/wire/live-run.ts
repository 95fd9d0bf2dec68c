import type { RunStart } from '../documents/index.js';
import type { ModelChannel } from './channel.js';
import { parseControl, parseTaken } from './control.js';
import type { ControlAction, NoticeMessage, RunControl } from './control.js';
import type { FrameMessage } from './frame.js';
import type { Kickable, Kicker } from './kicker.js';
import type { LiveFeed } from './live-feed.js';
import { modelState } from './model-state.js';
import { PageFlow, REMIND_MS } from './page-flow.js';
import { RunPublisher } from './run-publisher.js';
import type { NextFrame } from './run-publisher.js';
import { RUN_MODEL } from './versions.js';

/** Columns of a run that one callback has for itself, and what they begin with. */
export interface OwnColumns {
  from: RunPublisher;
  /** Whether the last event there is not among them. */
  lessLast: boolean;
  /** Whose they are. */
  source: string;
  /** What pages know them by, beside the columns that all share. */
  key: string;
}

/** A run's model. */
export class LiveRun implements Kickable {
  readonly publisher: RunPublisher;
  #feeds: readonly LiveFeed[] = [];
  readonly #kicker: Kicker;
  readonly #flow: PageFlow = new PageFlow();
  #reminding = false;
  /** Buttons are drawn by the engine's state: that does not wait behind frames. */
  readonly #engineNews: Kickable = { send: () => this.#sendEngine() };

  constructor(
    readonly id: string,
    readonly start: RunStart,
    readonly channel: ModelChannel,
    readonly control: RunControl,
    kicker: Kicker,
    /** Called when its stop document has come. */
    onEnd: (run: LiveRun) => void,
    readonly own: OwnColumns | undefined = undefined,
  ) {
    this.#kicker = kicker;
    this.publisher = new RunPublisher(own ? { ...start, uid: own.key } : start, (ended) => {
      kicker.mark(this);
      if (!ended) return;
      void kicker.flush();
      onEnd(this);
    });
    if (own) this.publisher.copyFrom(own.from, own.lessLast);
    channel.open(this.id, { state: () => this.#state(), receive: (content) => this.#receive(content) });
  }

  /** Who gives it documents; gone through for every event, for which a list is quicker than a set. */
  get feeds(): readonly LiveFeed[] {
    return this.#feeds;
  }

  join(feed: LiveFeed): void {
    this.#feeds = [...this.#feeds, feed];
  }

  leave(feed: LiveFeed): void {
    this.#feeds = this.#feeds.filter((each) => each !== feed);
  }

  get uid(): string {
    return this.start.uid;
  }

  /** What pages know it by. */
  get key(): string {
    return this.publisher.columns.start.uid;
  }

  get ended(): boolean {
    return this.publisher.columns.stop !== undefined;
  }

  send(): boolean {
    const now = this.#kicker.now();
    const frame = this.publisher.takeFrame() ?? (this.#flow.isBehind(now) ? this.publisher.reminder() : undefined);
    if (frame) this.#sendFrame(frame, now);
    return this.publisher.dirty;
  }

  pause(now: number): number {
    return this.#flow.pause(now);
  }

  engineChanged(): void {
    this.#kicker.hurry(this.#engineNews);
  }

  #sendFrame({ message, buffers }: NextFrame, now: number): void {
    const ask = this.#flow.sent(message.seq, rowsIn(message), now);
    this.channel.custom(this.id, { ...message, ask }, buffers);
    this.#remindLater();
  }

  /** Nothing follows the last frame that would show a page that it was lost. */
  #remindLater(): void {
    if (this.#reminding) return;
    this.#reminding = true;
    this.#kicker.after(REMIND_MS, () => {
      this.#reminding = false;
      if (this.publisher.dirty) this.#remindLater();
      else if (this.#flow.isBehind(this.#kicker.now())) this.#kicker.mark(this);
    });
  }

  #sendEngine(): boolean {
    this.channel.update(this.id, { engine: this.#engine() });
    return false;
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
    const taken = parseTaken(content);
    if (taken) this.#flow.take(taken, this.#kicker.now());
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

function rowsIn({ body }: FrameMessage): number {
  return body.rows.reduce((sum, { length }) => sum + length, 0);
}
