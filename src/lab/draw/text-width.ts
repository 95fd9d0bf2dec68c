import { local, select } from 'd3';

/** Width of a digit in a common font of 12 pixels, used where the page has no layout. */
const USUAL_DIGIT = 6.8;

const DIGITS = '0123456789';

/** What was measured in a picture. */
const measured = local<number>();

/** The width of a digit of an axis in a picture; it is measured once. */
export function digitWidth(svg: SVGSVGElement): number {
  const known = measured.get(svg);
  if (known !== undefined) return known;
  const sample = select(svg).append('text').attr('class', 'jp-Livesky-tickText').text(DIGITS);
  const width = (sample.node()?.getComputedTextLength?.() ?? 0) / DIGITS.length;
  sample.remove();
  if (width > 0) measured.set(svg, width);
  return width || USUAL_DIGIT;
}

/** Cuts a text off so that it takes no more than a number of characters. */
export function fitted(text: string, characters: number): string {
  const all = Array.from(text);
  const room = Math.max(1, Math.floor(characters));
  return all.length <= room ? text : `${all.slice(0, room - 1).join('')}…`;
}
