/** How long something took. */
export interface Lap {
  /** Milliseconds of the clock on the wall. */
  wall: number;
  /** Milliseconds of this process's work, its own and the system's for it. */
  user: number;
  system: number;
}

/** Times the statements that `%time` marks and the cells of `%%time`. */
export class Stopwatch {
  readonly #running = new Map<number, { wall: number; cpu: NodeJS.CpuUsage }>();
  readonly #print: (text: string) => void;

  constructor(print: (text: string) => void) {
    this.#print = print;
  }

  start(id: number): void {
    this.#running.set(id, { cpu: process.cpuUsage(), wall: performance.now() });
  }

  /** Prints how long it is since `start`; nothing if that was stopped already. */
  stop(id: number): void {
    const started = this.#running.get(id);
    if (!started) return;
    const wall = performance.now() - started.wall;
    const { user, system } = process.cpuUsage(started.cpu);
    this.#running.delete(id);
    this.#print(lapText({ wall, user: user / 1000, system: system / 1000 }));
  }

  /** Stops whatever still runs: the cell is at its end. */
  stopAll(): void {
    for (const id of [...this.#running.keys()]) this.stop(id);
  }
}

/** Two lines as IPython prints them. */
export function lapText({ wall, user, system }: Lap): string {
  const [own, others, both] = [user, system, user + system].map(durationText);
  return `CPU times: user ${own}, sys: ${others}, total: ${both}\nWall time: ${durationText(wall)}`;
}

/** A time in milliseconds with the unit that reads best, to three digits. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 1) return `${short(milliseconds * 1000)} µs`;
  if (milliseconds < 1000) return `${short(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${short(milliseconds / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  return `${hours > 0 ? `${hours}h ` : ''}${minutes}min ${rest}s`;
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
