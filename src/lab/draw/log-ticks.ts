import type { AxisScale } from './axis-scale.js';
import { numberText, timesTenTo } from './number-text.js';
import type { TickRoom, Ticks } from './tick-choice.js';

/** Multiples of a power of ten that have a text, from most to fewest. */
const LABELLED: readonly (readonly number[])[] = [[1, 2, 5], [1]];

/** Numbers between these are short. */
const SMALLEST_PLAIN = 1e-3;
const LARGEST_PLAIN = 1e5;

/** With less room for a power of ten, in pixels, marks between would run together. */
const LEAST_FOR_MARKS = 60;

/**
 * Ticks at powers of ten, and between them as far as there is room; those without a text are marks only.
 * Undefined where the axis is too short for two texts: there, ticks of the usual distances say more.
 */
export function logTicks(scale: AxisScale, room: TickRoom): Ticks | undefined {
  const domain = scale.domain();
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  for (const { multiples, every } of candidates(low, high)) {
    const labelled = ticksAt(low, high, multiples, every);
    if (labelled.length < 2) return undefined;
    const texts = textsOf(labelled);
    if (crowded(scale, labelled, room.needed(texts))) continue;
    return withMarks({ values: labelled, texts, note: '' }, scale, every);
  }
  return undefined;
}

/** From many texts to few. */
function* candidates(low: number, high: number): Generator<{ multiples: readonly number[]; every: number }> {
  const decades = Math.log10(high) - Math.log10(low);
  if (decades < 6) for (const multiples of LABELLED) yield { multiples, every: 1 };
  for (let every = decades < 6 ? 2 : 1; every <= decades; every += 1) yield { multiples: [1], every };
}

/** Multiples of powers of ten between two numbers; of the powers every so manieth. */
function ticksAt(low: number, high: number, multiples: readonly number[], every: number): number[] {
  const first = Math.floor(Math.log10(low) / every) * every;
  const found: number[] = [];
  for (let power = first; power <= Math.log10(high); power += every) {
    // Powers that are written are exact; 10 ** -3 need not be.
    for (const multiple of multiples) found.push(Number(`${multiple}e${power}`));
  }
  return found.filter((value) => value >= low && value <= high && value > 0);
}

function crowded(scale: AxisScale, values: readonly number[], needed: number): boolean {
  const places = values.map((value) => scale(value));
  return places.slice(1).some((place, i) => Math.abs(place - (places[i] as number)) < needed);
}

/** All as plain numbers where these are short, else as powers of ten. */
function textsOf(values: readonly number[]): string[] {
  if (values.every((value) => value >= SMALLEST_PLAIN && value <= LARGEST_PLAIN))
    return values.map((each) => numberText(each));
  return values.map((value) => {
    const [multiple = '1', power] = value.toExponential().split('e');
    const factor = timesTenTo(Number(power));
    return factor === '' ? multiple : multiple === '1' ? factor.slice(1) : multiple + factor;
  });
}

function withMarks(ticks: Ticks, scale: AxisScale, every: number): Ticks {
  const domain = scale.domain();
  const [low, high] = [Math.min(...domain), Math.max(...domain)];
  const perDecade = Math.abs(scale(10 * low) - scale(low));
  if (every > 1 || perDecade < LEAST_FOR_MARKS) return ticks;
  const texts = new Map(ticks.values.map((value, i) => [value, ticks.texts[i] as string]));
  const values = ticksAt(low, high, [1, 2, 3, 4, 5, 6, 7, 8, 9], 1);
  return { values, texts: values.map((value) => texts.get(value) ?? ''), note: '' };
}
