import type { Selection } from 'd3';

/** A selection of groups, whatever they hang in. */
export type Groups = Selection<SVGGElement, unknown, BaseType, unknown>;

type BaseType = Element | null;

/** Where a text stands. */
export interface TextPlace {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  dy?: string;
  rotate?: number;
}

/** Two decimals of a pixel are plenty. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Puts one line of a class into every group, or changes the one that is there. */
export function lineIn(groups: Groups, name: string, x2: number, y2: number): void {
  groups
    .selectAll<SVGLineElement, unknown>(`:scope > .${name}`)
    .data([null])
    .join('line')
    .attr('class', name)
    .attr('x2', round(x2))
    .attr('y2', round(y2));
}

/** Puts one text of a class into every group; an empty text removes it. */
export function textIn(groups: Groups, name: string, text: string, place: TextPlace): void {
  groups
    .selectAll<SVGTextElement, string>(`:scope > .${name}`)
    .data(text === '' ? [] : [text])
    .join('text')
    .attr('class', name)
    .attr('transform', place.rotate ? `rotate(${place.rotate})` : null)
    .attr('x', round(place.x))
    .attr('y', round(place.y))
    .attr('dy', place.dy ?? null)
    .attr('text-anchor', place.anchor)
    .text((each) => each);
}
