import { messageOf, secondsText, shortened } from '../text/index.js';
import type { MovedDevice, RunOutline } from './plan-outline.js';
import type { PlanPreview } from './plan-preview.js';

/** One line of a card: what it is about, and what there is to say. */
export type CardRow = readonly [label: string, text: string];

const MOST_DEVICES = 8;
const MOST_NAMES = 12;
const MOST_METADATA = 12;
const LONGEST_VALUE = 80;
/** Seconds that nobody would notice. */
const HARDLY_ANY = 0.01;

/** Metadata that other rows tell, or that is for programs. */
const TOLD: ReadonlySet<string> = new Set([
  'detectors',
  'motors',
  'hints',
  'num_points',
  'num_intervals',
  'plan_args',
  'plan_pattern',
  'plan_pattern_args',
  'plan_pattern_module',
]);

/** What a plan would do, line by line. */
export function previewRows(preview: PlanPreview): CardRow[] {
  const { outline } = preview;
  const moved = [...outline.moved.values()];
  const rows: CardRow[] = [['points', pointsText(preview)]];
  for (const device of moved.slice(0, MOST_DEVICES)) rows.push([device.name, moveText(device)]);
  if (moved.length > MOST_DEVICES) rows.push(['and moves', counted(moved.length - MOST_DEVICES, 'other device')]);
  if (outline.read.length > 0) rows.push(['reads', names(outline.read)]);
  rows.push(['time', timeText(preview)]);
  const [run] = outline.runs;
  const metadata = run && metadataText(run);
  return metadata ? [...rows, ['metadata', metadata]] : rows;
}

/** What has to be said about how a preview was made. */
export function previewNotes({ left, error, guessed, outline }: PlanPreview): string[] {
  const notes: string[] = [];
  if (left === 'limit') {
    notes.push(`This is its beginning: it was not followed beyond ${counted(outline.messages, 'message')}.`);
  }
  if (guessed.length > 0) {
    notes.push(`It depends on what ${names(guessed)} would give; here that was taken to be 0.`);
  }
  if (left === 'error') notes.push(`With nothing measured it goes no further: ${messageOf(error)}`);
  return notes;
}

/** How many points the plan has said that it has, as far as it is under way. */
export function expectedPoints({ outline }: PlanPreview): number | undefined {
  const points = outline.runCount === 1 ? outline.runs[0]?.md.num_points : undefined;
  return typeof points === 'number' ? points : undefined;
}

function pointsText(preview: PlanPreview): string {
  const { outline, left } = preview;
  if (outline.runCount === 0) return left === 'end' ? 'none: it opens no run' : 'none up to there';
  const runs = outline.runCount === 1 ? '' : ` in ${outline.runCount} runs`;
  const [run] = outline.runs;
  if (left === 'limit' && outline.runCount === 1 && run?.md.num_points === null) return 'until it is stopped';
  if (left === 'limit') return `${expectedPoints(preview) ?? `at least ${outline.events}`}${runs}`;
  return `${outline.events}${runs}${outline.runCount === 1 && run ? streamsText(run) : ''}`;
}

function streamsText({ events }: RunOutline): string {
  if (events.size < 2) return '';
  return ` (${[...events].map(([stream, count]) => `${stream} ${count}`).join(', ')})`;
}

function moveText({ first, last, min, max, moves }: MovedDevice): string {
  const how = moves === 1 ? '1 move' : `${moves} moves`;
  if (moves === 1) return `to ${valueText(first)}`;
  const ends = `${valueText(first)} to ${valueText(last)}, ${how}`;
  const [from, to] = [first, last].map(Number) as [number, number];
  const isWithin = min === Math.min(from, to) && max === Math.max(from, to);
  return isWithin || min > max ? ends : `${ends}, between ${valueText(min)} and ${valueText(max)}`;
}

function timeText(preview: PlanPreview): string {
  const { seconds, untimed, left, outline } = preview;
  const silent = untimed.length > 0 ? `${names(untimed)} ${untimed.length === 1 ? 'does' : 'do'} not say how long` : '';
  if (left === 'limit') {
    const expected = expectedPoints(preview);
    if (expected === undefined || outline.events === 0) return 'not known';
    return spentText((seconds / outline.events) * expected, silent);
  }
  return spentText(seconds, silent);
}

function spentText(seconds: number, silent: string): string {
  if (silent) return seconds === 0 ? `not known: ${silent}` : `at least ${secondsText(seconds)}; ${silent}`;
  return seconds < HARDLY_ANY ? 'hardly any' : `about ${secondsText(seconds)}`;
}

function metadataText({ md }: RunOutline): string {
  const told = Object.entries(md).filter(([key]) => !TOLD.has(key));
  const texts = told.slice(0, MOST_METADATA).map(([key, value]) => `${key}: ${valueText(value)}`);
  return [...texts, ...(told.length > MOST_METADATA ? ['…'] : [])].join(', ');
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return shortened(typeof value === 'string' ? value : jsonOf(value), LONGEST_VALUE);
}

/** A value that JSON cannot hold stands as JavaScript writes it. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, MOST_NAMES).join(', ');
  return all.length > MOST_NAMES ? `${shown} and ${all.length - MOST_NAMES} more` : shown;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
