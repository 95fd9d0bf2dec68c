import { nameOf } from '../devices/index.js';
import type { Msg } from '../engine/index.js';

/** One run of a plan. */
export interface RunOutline {
  /** What the plan says of it: its metadata. */
  readonly md: Readonly<Record<string, unknown>>;
  /** How many events it has, by stream. */
  readonly events: Map<string, number>;
}

/** A device that a plan sets. */
export interface MovedDevice {
  readonly name: string;
  readonly first: unknown;
  last: unknown;
  moves: number;
  /** The extent of the numbers among its values. */
  min: number;
  max: number;
}

/** So many runs are told apart. */
const MOST_RUNS = 20;

/** What a plan's messages come to: runs, events, devices, and the positions at which events are taken. */
export class PlanOutline {
  readonly runs: RunOutline[] = [];
  runCount = 0;
  messages = 0;
  readonly moved: Map<unknown, MovedDevice> = new Map();
  /** The names of devices that are read, flown or monitored and never set. */
  readonly #used = new Map<unknown, string>();
  /** How many events there are in all. */
  events = 0;
  /** For each event of a primary stream, where every device was that had been set. */
  readonly positions: Map<unknown, unknown>[] = [];
  readonly #at = new Map<unknown, unknown>();
  readonly #open = new Map<unknown, { run: RunOutline; stream: string }>();

  /** The names of devices that take part without being set. */
  get read(): string[] {
    return [...this.#used].filter(([device]) => !this.moved.has(device)).map(([, name]) => name);
  }

  take(msg: Msg): void {
    this.messages += 1;
    const { command, obj, args, kwargs } = msg;
    if (command === 'open_run') this.#openRun(msg);
    else if (command === 'close_run') this.#open.delete(msg.run);
    else if (command === 'create') this.#create(msg.run, String(kwargs.name ?? args[0] ?? 'primary'));
    else if (command === 'save') this.#save(msg.run);
    else if (command === 'set') this.#move(obj, args[0]);
    else if (command === 'read' || command === 'monitor' || command === 'kickoff') this.#used.set(obj, nameOf(obj));
  }

  #openRun({ kwargs, run: key }: Msg): void {
    const run: RunOutline = { md: kwargs, events: new Map() };
    this.runCount += 1;
    if (this.runs.length < MOST_RUNS) this.runs.push(run);
    this.#open.set(key, { run, stream: 'primary' });
  }

  #create(key: unknown, stream: string): void {
    const open = this.#open.get(key);
    if (open) open.stream = stream;
  }

  #save(key: unknown): void {
    const open = this.#open.get(key);
    if (!open) return;
    const { run, stream } = open;
    run.events.set(stream, (run.events.get(stream) ?? 0) + 1);
    this.events += 1;
    if (stream === 'primary') this.positions.push(new Map(this.#at));
  }

  #move(device: unknown, value: unknown): void {
    this.#at.set(device, value);
    let moved = this.moved.get(device);
    if (!moved) {
      moved = { name: nameOf(device), first: value, last: value, moves: 0, min: Infinity, max: -Infinity };
      this.moved.set(device, moved);
    }
    moved.last = value;
    moved.moves += 1;
    if (typeof value !== 'number') return;
    moved.min = Math.min(moved.min, value);
    moved.max = Math.max(moved.max, value);
  }
}
