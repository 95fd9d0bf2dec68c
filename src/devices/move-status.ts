import { now } from '../host/index.js';
import type { DeviceStatusOptions } from './device-status.js';
import { DeviceStatus } from './device-status.js';
import { progressOf } from './progress.js';
import type { HasName } from './protocols.js';
import type { Change, ChangeCallback } from './subscriptions.js';

/** What a status needs of something that moves. */
export interface Positioner extends HasName {
  /** Where it is. */
  readonly position: number;
  /** Engineering units, such as `mm`. */
  readonly units?: string | undefined;
  readonly precision?: number | undefined;
  subscribe(callback: ChangeCallback<number>, options?: { run?: boolean }): unknown;
  clearSub(callback: ChangeCallback<number>): unknown;
}

/**
 * The status of a move: it tells whoever watches where the device is, and how long it will take.
 *
 * The device's own subscribers' news of its position are the progress, so it comes as often as they do.
 */
export class MoveStatus extends DeviceStatus {
  /** Where the move began. */
  readonly initial: number;

  constructor(
    readonly positioner: Positioner,
    readonly target: number,
    options: DeviceStatusOptions = {},
  ) {
    super(positioner, { what: `set ${positioner.name} to ${target}`, ...options });
    this.initial = positioner.position;
    const began = now();
    const follow = (_: unknown, { value }: Change<number>): void =>
      this.reportProgress(progressOf(positioner, { initial: this.initial, target, began }, value));
    positioner.subscribe(follow, { run: false });
    this.addCallback(() => positioner.clearSub(follow));
  }
}
