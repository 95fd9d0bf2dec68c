/** What a button can ask of the engine that drives a run. */
export type ControlAction = 'pause' | 'resume' | 'stop' | 'abort' | 'halt';

const ACTIONS: readonly ControlAction[] = ['pause', 'resume', 'stop', 'abort', 'halt'];

/** What a page sends on a run model when a button is pressed. */
export interface ControlMessage {
  kind: 'control';
  action: ControlAction;
}

/** What the kernel answers when a request could not be met. */
export interface NoticeMessage {
  kind: 'notice';
  text: string;
}

/** What a page sends on a run model when it has a state, or a frame that asks: it has every frame up to this one. */
export interface TakenMessage {
  kind: 'taken';
  /** Tells pages apart. */
  page: string;
  seq: number;
}

/** Steers whichever engine drives a run. */
export interface RunControl {
  /** The engine's state, or undefined once the run has ended. */
  stateOf(run: string): string | undefined;
  /** Carries out a request; what cannot be done rejects with a sentence for the user. */
  command(run: string, action: ControlAction): Promise<void>;
  /** Called with the run's uid whenever `stateOf` may have changed. */
  onChange(listener: (run: string) => void): void;
}

/** Reads what a button asks; anything else is undefined. */
export function parseControl(content: unknown): ControlMessage | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { kind, action } = content as Record<string, unknown>;
  const known = ACTIONS.find((each) => each === action);
  return kind === 'control' && known ? { kind, action: known } : undefined;
}

/** Ids of pages are ours; nobody needs longer ones. */
const LONGEST_ID = 100;

/** Reads what a page has taken; anything else is undefined. */
export function parseTaken(content: unknown): TakenMessage | undefined {
  if (typeof content !== 'object' || content === null) return undefined;
  const { kind, page, seq } = content as Record<string, unknown>;
  if (kind !== 'taken' || typeof page !== 'string' || page.length > LONGEST_ID) return undefined;
  return Number.isInteger(seq) && (seq as number) >= 0 ? { kind, page, seq: seq as number } : undefined;
}
