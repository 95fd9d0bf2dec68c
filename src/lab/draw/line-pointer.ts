import { local, select } from 'd3';
import { stepFrom } from './point-steps.js';
import { Readout, sentenceOf } from './readout.js';
import type { PointText, Surroundings } from './readout.js';
import type { Place, PointIndex, ShownPoints } from './shown-points.js';
import { write } from './text.js';

/** What can be pointed at. */
export interface PointerScene extends Surroundings {
  shown: ShownPoints;
  /** What is told of a point. */
  describe(at: PointIndex): PointText;
}

/** Around the plot one still points at what is in it. */
const MARGIN = 10;

/** The pointer that belongs to a picture. */
const pointers = local<LinePointer>();

/** Makes the points of a picture tell what they are, to mouse, finger and keyboard; returns who does that. */
export function pointInto(stage: HTMLElement, scene: PointerScene): LinePointer {
  let pointer = pointers.get(stage);
  if (!pointer) {
    pointer = new LinePointer(stage);
    pointers.set(stage, pointer);
  }
  pointer.update(scene);
  return pointer;
}

/**
 * The point of a picture that was pointed at, by mouse, finger or keyboard, and what is told of it.
 *
 * A point that was chosen stays so while the picture grows around it. Looking for a point happens once
 * a screen refresh, and only the readout is redrawn.
 */
export class LinePointer {
  readonly #stage: HTMLElement;
  readonly #readout: Readout;
  readonly #said: HTMLElement;
  #scene: PointerScene | undefined;
  #chosen: PointIndex | undefined;
  /** The point that Escape took away; it comes back when another one was pointed at. */
  #dismissed: PointIndex | undefined;
  #frame: number | undefined;
  #last: MouseEvent | undefined;

  constructor(stage: HTMLElement) {
    this.#stage = stage;
    this.#readout = new Readout(stage);
    this.#said = select(stage)
      .append('div')
      .attr('class', 'jp-Livesky-said')
      .attr('aria-live', 'polite')
      .node() as HTMLElement;
    select(stage)
      .on('pointermove pointerdown', (event: PointerEvent) => this.#onMove(event))
      .on('pointerleave', (event: PointerEvent) => this.#onLeave(event))
      .on('keydown', (event: KeyboardEvent) => this.#onKey(event))
      .on('blur', () => this.#hide());
  }

  /** Where in the plot the point is that was chosen. */
  get place(): Place | undefined {
    return this.#chosen && this.#scene?.shown.placeOf(this.#chosen);
  }

  /** The picture was drawn anew. */
  update(scene: PointerScene): void {
    this.#scene = scene;
    if (this.#chosen) this.#choose(this.#chosen);
  }

  #onMove(event: PointerEvent): void {
    // Whoever drags looks at what is drawn round or moved.
    if (event.type === 'pointermove' && event.pointerType === 'mouse' && event.buttons !== 0) {
      this.#last = undefined;
      this.#hide();
      return;
    }
    this.#last = event;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      if (this.#last) this.#look(this.#last);
    });
  }

  /** A finger that is lifted has left, too; what it pointed at stays to be read. */
  #onLeave(event: PointerEvent): void {
    this.#last = undefined;
    this.#dismissed = undefined;
    if (event.pointerType !== 'touch') this.#hide();
  }

  #look(event: MouseEvent): void {
    const { left, top } = this.#stage.getBoundingClientRect();
    const found = this.#pointAt({ x: event.clientX - left, y: event.clientY - top });
    if (found && same(found, this.#dismissed)) return;
    this.#dismissed = undefined;
    this.#choose(found);
  }

  #pointAt({ x, y }: Place): PointIndex | undefined {
    if (!this.#scene) return undefined;
    const { shown, axes } = this.#scene;
    const place = { x: x - axes.left, y: y - axes.top };
    const near = (value: number, length: number): boolean => value >= -MARGIN && value <= length + MARGIN;
    return near(place.x, axes.width) && near(place.y, axes.height) ? shown.nearest(place) : undefined;
  }

  #choose(point: PointIndex | undefined): void {
    const place = point && this.#scene?.shown.placeOf(point);
    if (!this.#scene || !point || !place) {
      this.#hide();
      return;
    }
    this.#chosen = point;
    this.#readout.show(place, this.#scene.describe(point), this.#scene);
    this.#stage.ownerDocument.addEventListener('keydown', this.#onEscape, true);
  }

  #hide(): void {
    this.#chosen = undefined;
    this.#readout.hide();
    this.#stage.ownerDocument.removeEventListener('keydown', this.#onEscape, true);
  }

  /** Escape takes the readout away, wherever the keyboard's focus is. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    if (!this.#stage.isConnected) this.#hide();
    if (event.key !== 'Escape') return;
    this.#dismissed = this.#chosen;
    this.#hide();
  };

  #onKey(event: KeyboardEvent): void {
    if (!this.#scene || event.target !== this.#stage || isModified(event)) return;
    const point = stepFrom(this.#chosen, event.key, this.#scene.shown);
    if (!point) return;
    event.preventDefault();
    this.#choose(point);
    write(this.#said, sentenceOf(this.#scene.describe(point)));
  }
}

/** Keys with a modifier move or zoom what is shown. */
function isModified({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || shiftKey;
}

function same(a: PointIndex, b: PointIndex | undefined): boolean {
  return a.line === b?.line && a.point === b.point;
}
