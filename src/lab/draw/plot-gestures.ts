import { local, select } from 'd3';
import type { Axes } from './axes.js';
import type { LinePointer } from './line-pointer.js';
import type { Place } from './shown-points.js';
import { isScrolling, watchWheel, wheelFactor, wheelZooms } from './wheel-zoom.js';
import { WheelHint } from './wheel-hint.js';
import { directionsOf, ZoomBox } from './zoom-box.js';
import { panBy, zoomBy, zoomTo } from './zooming.js';
import type { Directions, Zoom } from './zooming.js';

/** A plot that can be zoomed, and who is told. */
export interface GestureScene {
  axes: Axes;
  /** What dragging with the left button does; with Shift or the middle button it always moves the plot. */
  drag: 'zoom' | 'pan';
  pointer: LinePointer;
  zoom(to: Zoom): void;
  /** Shows all data again. */
  home(): void;
}

/** How much an arrow key with Shift moves, in pixels. */
const STEP = 60;

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

/** How much of what is shown stays so with a press of a key or a button. */
export const ZOOM_STEP = 0.7;

const gestures = local<PlotGestures>();

/** Makes a plot be zoomed and moved by wheel, by dragging and by arrow keys. */
export function zoomInto(stage: HTMLElement, scene: GestureScene): void {
  const known = gestures.get(stage);
  if (known) known.scene = scene;
  else gestures.set(stage, new PlotGestures(stage, scene));
}

/** Zooms around the point that was chosen, else around the middle. */
export function zoomStep({ axes, pointer, zoom }: GestureScene, factor: number): void {
  const middle = { x: axes.width / 2, y: axes.height / 2 };
  zoom(zoomBy(axes, factor, pointer.place ?? middle, 'both'));
}

class PlotGestures {
  readonly #stage: HTMLElement;
  readonly #box: ZoomBox;
  readonly #hint: WheelHint;

  constructor(
    stage: HTMLElement,
    public scene: GestureScene,
  ) {
    this.#stage = stage;
    this.#box = new ZoomBox(stage);
    this.#hint = new WheelHint(stage);
    watchWheel(stage.ownerDocument);
    select(stage)
      .on('wheel.zoom', (event: WheelEvent) => this.#onWheel(event), { passive: false })
      .on('pointerdown.zoom', (event: PointerEvent) => this.#onDown(event))
      .on('mousedown.zoom', (event: MouseEvent) => this.#onMouseDown(event))
      .on('dblclick.zoom', () => this.scene.home())
      .on('keydown.zoom', (event: KeyboardEvent) => this.#onKey(event));
  }

  #onWheel(event: WheelEvent): void {
    const directions = this.#directionsAt(this.#placeOf(event));
    if (!directions) return;
    const wasScrolling = isScrolling(event);
    if (!wheelZooms(this.#stage, event)) {
      if (!wasScrolling) this.#hint.show();
      return;
    }
    event.preventDefault();
    const { axes, zoom } = this.scene;
    zoom(zoomBy(axes, wheelFactor(event), this.#placeOf(event), directions));
  }

  #onDown(event: PointerEvent): void {
    const isLeft = event.button === 0;
    const isMiddle = event.button === 1;
    const start = this.#placeOf(event);
    // A finger points, and scrolls the page.
    if ((!isLeft && !isMiddle) || event.ctrlKey || this.#directionsAt(start) !== 'both') return;
    const pans = isMiddle || event.shiftKey || this.scene.drag === 'pan';
    if (event.pointerType === 'touch' && !pans) return;
    const { axes, zoom } = this.scene;
    this.#follow(event, {
      move: (to) =>
        pans
          ? zoom(panBy(axes, { x: to.x - start.x, y: to.y - start.y }))
          : this.#box.show(start, inside(to, axes), axes),
      end: (to) => {
        // Of a run that goes on, what is in the box now is meant, not what was there when it was begun.
        const { axes: seen } = this.scene;
        const corner = inside(to, seen);
        const directions = directionsOf(start, corner);
        if (!pans && directions) zoom(zoomTo(seen, [start, corner], directions));
      },
    });
  }

  /** Follows the pointer until it is let go, also where it leaves the plot; Escape breaks off. */
  #follow(down: PointerEvent, { move, end }: { move(to: Place): void; end(to: Place): void }): void {
    const stage = this.#stage;
    stage.setPointerCapture?.(down.pointerId);
    const over = new AbortController();
    const { signal } = over;
    const finish = (): void => {
      over.abort();
      this.#box.hide();
    };
    const to = (event: PointerEvent): Place => this.#placeOf(event);
    stage.addEventListener('pointermove', (event) => move(to(event)), { signal });
    stage.addEventListener(
      'pointerup',
      (event) => {
        finish();
        end(to(event));
      },
      { signal },
    );
    stage.addEventListener('pointercancel', finish, { signal });
    const onEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') finish();
    };
    stage.ownerDocument.addEventListener('keydown', onEscape, { signal, capture: true });
  }

  /** No text is selected, and the middle button does not scroll; the focus comes here all the same. */
  #onMouseDown(event: MouseEvent): void {
    if (event.button > 1) return;
    event.preventDefault();
    this.#stage.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    const by = ARROWS[event.key];
    if (!by || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target !== this.#stage) return;
    event.preventDefault();
    this.scene.zoom(panBy(this.scene.axes, by));
  }

  #placeOf(event: MouseEvent): Place {
    const { left, top } = this.#stage.getBoundingClientRect();
    const { axes } = this.scene;
    return { x: event.clientX - left - axes.left, y: event.clientY - top - axes.top };
  }

  /** What a place is for: the plot for both directions, an axis for its own. */
  #directionsAt({ x, y }: Place): Directions | undefined {
    const { width, height } = this.scene.axes;
    const [inX, inY] = [x >= 0 && x <= width, y >= 0 && y <= height];
    if (inX && inY) return 'both';
    if (inX && y > height) return 'across';
    return inY && x < 0 ? 'up' : undefined;
  }
}

function inside({ x, y }: Place, { width, height }: Axes): Place {
  return { x: Math.max(0, Math.min(x, width)), y: Math.max(0, Math.min(y, height)) };
}
