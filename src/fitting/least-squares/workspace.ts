import type { PivotedQr } from './pivoted-qr.js';
import type { TrustRegionRoom } from './trust-region.js';

/** The arrays that one solution works in. */
export interface Workspace {
  readonly points: number;
  readonly variables: number;
  readonly residuals: readonly [Float64Array, Float64Array];
  readonly jacobians: readonly [Float64Array, Float64Array];
  readonly qr: PivotedQr;
  readonly room: TrustRegionRoom;
  readonly rightSide: Float64Array;
  readonly scale: Float64Array;
  readonly projected: Float64Array;
  readonly trialAt: Float64Array;
}

/** Larger ones are not kept: making them costs little beside the fit. */
const LARGEST_KEPT = 100_000;
const MOST_KEPT = 4;

const idle: Workspace[] = [];

/** Room for a problem of this size; allocating it anew would cost more than a small fit. */
export function takeWorkspace(points: number, variables: number): Workspace {
  const at = idle.findIndex((each) => each.points === points && each.variables === variables);
  return at < 0 ? makeWorkspace(points, variables) : (idle.splice(at, 1)[0] as Workspace);
}

/** Gives room back; nothing of it may be used afterwards. */
export function giveBack(workspace: Workspace): void {
  if (workspace.points * workspace.variables > LARGEST_KEPT) return;
  idle.push(workspace);
  if (idle.length > MOST_KEPT) idle.shift();
}

function makeWorkspace(points: number, n: number): Workspace {
  const vector = (): Float64Array => new Float64Array(n);
  return {
    points,
    variables: n,
    residuals: [new Float64Array(points), new Float64Array(points)],
    jacobians: [new Float64Array(points * n), new Float64Array(points * n)],
    qr: { pivot: new Int32Array(n), diagonal: vector(), columnNorms: vector(), lastNorms: vector() },
    room: { step: vector(), diagonal: vector(), scaled: vector(), work: vector() },
    rightSide: vector(),
    scale: vector(),
    projected: vector(),
    trialAt: vector(),
  };
}
