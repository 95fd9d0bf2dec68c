import { select } from 'd3';
import type { Axes } from './axes.js';
import { placeBox } from './placing.js';
import type { Size } from './placing.js';
import type { Place } from './shown-points.js';
import { write } from './text.js';

/** What is told of a point. */
export interface PointText {
  /** Where it is from. */
  title: string;
  values: readonly PointValue[];
}

/** One value of a point. */
export interface PointValue {
  name: string;
  /** With units. */
  text: string;
}

/** A picture and the axes in it. */
export interface Surroundings extends Size {
  axes: Axes;
}

const RING = 7;

/** A sentence with all that a readout says. */
export function sentenceOf({ title, values }: PointText): string {
  return [...values.map(({ name, text }) => `${name} ${text}`), title].filter(Boolean).join(', ');
}

/**
 * A ring and crossed lines at one point of a picture, and a box that says what it is.
 *
 * They lie over the picture: moving them leaves it alone.
 */
export class Readout {
  readonly #cross: SVGSVGElement;
  readonly #box: HTMLDivElement;

  constructor(stage: HTMLElement) {
    const cross = select(stage).append('svg').attr('class', 'jp-Livesky-cross').attr('aria-hidden', 'true');
    cross.append('line').attr('class', 'jp-mod-x');
    cross.append('line').attr('class', 'jp-mod-y');
    cross.append('circle').attr('r', RING);
    const box = select(stage).append('div').attr('class', 'jp-Livesky-readout').attr('aria-hidden', 'true');
    box.append('div').attr('class', 'jp-Livesky-readoutTitle');
    box.append('div').attr('class', 'jp-Livesky-readoutValues');
    this.#cross = cross.node() as SVGSVGElement;
    this.#box = box.node() as HTMLDivElement;
    this.hide();
  }

  get isShown(): boolean {
    return !this.#box.hidden;
  }

  hide(): void {
    this.#box.hidden = true;
    this.#cross.style.display = 'none';
  }

  /** Tells of a point at a place of the plot. */
  show(place: Place, text: PointText, around: Surroundings): void {
    this.#box.hidden = false;
    this.#cross.style.display = '';
    this.#drawCross(place, around.axes);
    this.#fill(text);
    const { axes } = around;
    const point = { x: axes.left + place.x, y: axes.top + place.y };
    const box = { width: this.#box.offsetWidth, height: this.#box.offsetHeight };
    const { x, y } = placeBox(point, box, around);
    this.#box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  #drawCross({ x, y }: Place, axes: Axes): void {
    const cross = select(this.#cross)
      .style('left', `${axes.left}px`)
      .style('top', `${axes.top}px`)
      .attr('width', axes.width)
      .attr('height', axes.height);
    cross.select('.jp-mod-x').attr('y2', axes.height).attr('transform', `translate(${x},0)`);
    cross.select('.jp-mod-y').attr('x2', axes.width).attr('transform', `translate(0,${y})`);
    cross.select('circle').attr('transform', `translate(${x},${y})`);
  }

  #fill({ title, values }: PointText): void {
    const box = select(this.#box);
    box.select<HTMLDivElement>('.jp-Livesky-readoutTitle').each(function () {
      write(this, title);
    });
    box
      .select('.jp-Livesky-readoutValues')
      .selectAll<HTMLSpanElement, string>('span')
      .data(values.flatMap(({ name, text }) => [name, text]))
      .join('span')
      .each(function (text) {
        write(this, text);
      });
  }
}
