import type { ControlAction } from './control.js';
import { parseControl } from './control.js';
import type { SaveLimits } from './save-limits.js';

/** What a page says on `livesky.runs`. */
export type RunsRequest =
  /** Asks which outputs the cells of its notebook should have. */
  | { kind: 'outputs' }
  /** Answers the kernel's `here?`. */
  | { kind: 'here' }
  /** It has got everything of an execution that it had asked for. */
  | { kind: 'delivered'; execution: string }
  /** Asks for the list of runs. */
  | { kind: 'runs' }
  /** Asks for a run's documents as far as the kernel keeps them. */
  | { kind: 'documents'; run: string }
  | { kind: 'control'; run: string; action: ControlAction }
  | { kind: 'limits'; limits: SaveLimits };

/** Reads what a page says; anything else is undefined. */
export function parseRunsRequest(data: unknown): RunsRequest | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, execution, run, limits } = data as Record<string, unknown>;
  switch (kind) {
    case 'outputs':
    case 'here':
    case 'runs':
      return { kind };
    case 'delivered':
      return typeof execution === 'string' ? { kind, execution } : undefined;
    case 'documents':
      return typeof run === 'string' ? { kind, run } : undefined;
    case 'control': {
      const action = parseControl(data)?.action;
      return typeof run === 'string' && action ? { kind, run, action } : undefined;
    }
    case 'limits':
      return isLimits(limits) ? { kind, limits } : undefined;
    default:
      return undefined;
  }
}

function isLimits(value: unknown): value is SaveLimits {
  if (typeof value !== 'object' || value === null) return false;
  const { perRun, perNotebook } = value as Record<string, unknown>;
  return [perRun, perNotebook].every((each) => typeof each === 'number' && each >= 0 && Number.isFinite(each));
}

/** The outputs of one cell, as the kernel remembers them. */
export interface RememberedCell {
  /** The cell's id in the notebook. */
  cell: string;
  execution: string;
  executionCount: number | null;
  ended: boolean;
  delivered: boolean;
  /** As notebooks hold them. */
  outputs: Record<string, unknown>[];
}

/** A run as it is listed. */
export interface ListedRun {
  uid: string;
  time: number;
  scanId: number | null;
  planName: string | null;
  /** How it ended, else what its engine does. */
  state: string;
}

/** What the kernel says on `livesky.runs`. */
export type RunsNews =
  | { kind: 'here?' }
  | { kind: 'outputs'; cells: RememberedCell[] }
  /** The page that had asked for these executions is there after all: their cells are its own business. */
  | { kind: 'returned'; executions: string[] }
  /** These models are kept no longer: pages may let go of those that they do not show. */
  | { kind: 'released'; models: string[] }
  | { kind: 'runs'; runs: ListedRun[] }
  /** `documents` are tagged, as on the wire. */
  | { kind: 'documents'; run: string; documents: [name: string, doc: unknown][] }
  | { kind: 'notice'; run: string; text: string };
