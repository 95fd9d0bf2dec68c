import { local, select } from 'd3';
import { keep } from './attributes.js';
import type { AxisScale } from './axis-scale.js';
import { lineIn, round, textIn } from './svg.js';
import type { Groups, TextPlace } from './svg.js';
import { fitted } from './text-width.js';
import type { Ticks } from './tick-choice.js';

/** One axis, drawn in a group at the lower left corner of the plot for x, the upper left for y. */
export interface AxisDrawing {
  scale: AxisScale;
  ticks: Ticks;
  label: string;
  /** Length of the axis itself. */
  length: number;
  /** Length of its grid lines. */
  across: number;
  /** Room for ticks and label. */
  room: number;
  /** Width of a character. */
  character: number;
}

const TICK = 5;
const GAP = 4;

/** What an axis was when it was last redone. */
const drawn = local<string>();

/** Draws the horizontal axis. */
export function drawAxisX(group: SVGGElement, axis: AxisDrawing): void {
  const { scale, ticks, length, across, room } = axis;
  redo(group, axis, (ticksIn, groups) => {
    lineIn(groups, 'jp-Livesky-domain', length, 0);
    lineIn(ticksIn, 'jp-Livesky-grid', 0, -across);
    lineIn(ticksIn, 'jp-Livesky-mark', 0, TICK);
    const y = room - GAP;
    const { text, ...beside } = besideNote(axis);
    textIn(groups, 'jp-Livesky-axisLabel', text, { ...beside, y });
    textIn(groups, 'jp-Livesky-axisNote', ticks.note, { x: length, y, anchor: 'end' });
    return { x: 0, y: TICK + GAP, dy: '0.71em', anchor: 'middle' };
  });
  place(group, (value) => `translate(${round(scale(value))},0)`);
}

/** Draws the vertical axis. */
export function drawAxisY(group: SVGGElement, axis: AxisDrawing): void {
  const { scale, ticks, label, length, across, room, character } = axis;
  redo(group, axis, (ticksIn, groups) => {
    lineIn(groups, 'jp-Livesky-domain', 0, length);
    lineIn(ticksIn, 'jp-Livesky-grid', across, 0);
    lineIn(ticksIn, 'jp-Livesky-mark', -TICK, 0);
    const turned = { x: -length / 2, y: 14 - room, anchor: 'middle', rotate: -90 } as const;
    textIn(groups, 'jp-Livesky-axisLabel', fitted(label, length / character), turned);
    textIn(groups, 'jp-Livesky-axisNote', ticks.note, { x: 0, y: -GAP * 2, anchor: 'start' });
    return { x: -TICK - GAP, y: 0, dy: '0.32em', anchor: 'end' };
  });
  place(group, (value) => `translate(0,${round(scale(value))})`);
}

/** The label of the horizontal axis: in its middle, unless the note at its end needs the room. */
function besideNote({
  label,
  ticks,
  length,
  character,
}: AxisDrawing): { text: string } & Pick<TextPlace, 'x' | 'anchor'> {
  const note = ticks.note === '' ? 0 : (ticks.note.length + 2) * character;
  const width = label.length * character;
  if (width / 2 + note <= length / 2) return { text: label, x: length / 2, anchor: 'middle' };
  return { text: fitted(label, (length - note) / character), x: 0, anchor: 'start' };
}

type Decorate = (ticks: Groups, group: Groups) => Parameters<typeof textIn>[3];

/** Joins the ticks anew if anything but their places has changed. */
function redo(group: SVGGElement, axis: AxisDrawing, decorate: Decorate): void {
  const { scale: _, ...rest } = axis;
  const { ticks } = axis;
  const signature = JSON.stringify(rest);
  if (drawn.get(group) === signature) return;
  drawn.set(group, signature);
  const marks = select(group)
    .selectAll<SVGGElement, number>('.jp-Livesky-tick')
    .data(ticks.values)
    .join('g')
    .attr('class', (_, i) => (ticks.texts[i] === '' ? 'jp-Livesky-tick jp-mod-minor' : 'jp-Livesky-tick'));
  const textPlace = decorate(marks as unknown as Groups, select(group) as unknown as Groups);
  marks.each(function (_, i) {
    const one = select(this) as unknown as Groups;
    textIn(one, 'jp-Livesky-tickText', ticks.texts[i] ?? '', textPlace);
  });
}

function place(group: SVGGElement, transform: (value: number) => string): void {
  select(group)
    .selectAll<SVGGElement, number>('.jp-Livesky-tick')
    .each(function (value) {
      keep(this, { transform: transform(value) });
    });
}
