import type { FigureSpec } from '../figures/index.js';

/** A specification of a figure that cannot be drawn. */
export class SpecError extends Error {
  override readonly name = 'SpecError';
}

/** More would let a small file take all memory. */
const MOST_CHARACTERS = 1000;
const MOST_PARTS = 10_000;
/** In a row or a column. */
const MOST_PANELS = 100;
/** A double has no more digits that say anything. */
const MOST_DIGITS = 20;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isWidth: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_CHARACTERS;
const isLimits: Check = (value) =>
  value === null || (Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number'));
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= MOST_PARTS && value.every(check);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrAbsent: Check = (value) => value === undefined || isText(value);

const SERIES: Readonly<Record<string, Check>> = {
  run: isText,
  source: isTextOrAbsent,
  x: isText,
  y: isText,
  epoch: (value) => value === 'run' || value === 'unix',
  label: isText,
  style: isRecord,
};

const isSeries: Check = (value) => isRecord(value) && problemIn(value, SERIES) === undefined;

const isNumberOrNull: Check = (value) => value === null || (typeof value === 'number' && Number.isFinite(value));

const isCountOrAbsent: Check = (value) =>
  value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0);

const DEVICE: Readonly<Record<string, Check>> = {
  name: isText,
  state: (value) => value === 'moving' || value === 'done' || value === 'failed',
  current: isNumberOrNull,
  target: isNumberOrNull,
  unit: isText,
  precision: (value) => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_DIGITS,
  done: isNumberOrNull,
  left: isNumberOrNull,
};

const isDevice: Check = (value) => isRecord(value) && problemIn(value, DEVICE) === undefined;

const COMMON: Readonly<Record<string, Check>> = { id: isText, description: isText };

const LINE: Readonly<Record<string, Check>> = {
  xLabel: isText,
  yLabel: isText,
  legendTitle: isText,
  xlim: isLimits,
  ylim: isLimits,
  series: isListOf(isSeries),
  olderLines: isCountOrAbsent,
};

const isSharing: Check = (value) => value === 'none' || value === 'all' || value === 'row' || value === 'col';

const isSide: Check = (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_PANELS;

const isPanel: Check = (value) =>
  value === null ||
  (isRecord(value) && value.kind === 'line' && problemIn(value, { ...COMMON, ...LINE }) === undefined);

const KINDS: Readonly<Record<FigureSpec['kind'], Readonly<Record<string, Check>>>> = {
  line: LINE,
  panels: {
    rows: isSide,
    cols: isSide,
    sharex: isSharing,
    sharey: isSharing,
    panels: isListOf(isPanel),
  },
  table: {
    run: isText,
    stream: isText,
    fields: isListOf(isText),
    minWidth: isWidth,
    defaultPrec: isWidth,
    extraPad: isWidth,
  },
  progress: { run: (value) => value === null || isText(value), devices: isListOf(isDevice) },
};

/** Refuses what is no specification, since notebooks come from anywhere. */
export function checkSpec(spec: unknown): asserts spec is FigureSpec {
  if (!isRecord(spec)) throw new SpecError('The figure has no specification.');
  const { kind } = spec;
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
    throw new SpecError(`Figures of the kind '${String(kind)}' are not known: update livesky.`);
  }
  const problem = problemIn(spec, { ...COMMON, ...KINDS[kind as FigureSpec['kind']] });
  if (problem !== undefined) throw new SpecError(`The figure's '${problem}' is not what it must be.`);
}

/** The first key whose value is not of the right form. */
function problemIn(value: Record<string, unknown>, checks: Readonly<Record<string, Check>>): string | undefined {
  return Object.keys(checks).find((key) => !checks[key]?.(value[key]));
}
