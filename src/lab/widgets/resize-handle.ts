import { select } from 'd3';

/** Heights that a figure can be given, in pixels. */
export const LEAST_HEIGHT = 120;
export const MOST_HEIGHT = 1600;

/** What an arrow key adds. */
const STEP = 24;

/** What a handle changes. */
export interface Resized {
  /** The height that the figure has now. */
  height(): number;
  /** Gives it another one; null lets it choose for itself again. */
  resize(height: number | null): void;
}

/**
 * Draws the handle below a figure that makes it taller or lower: by dragging, by arrow keys, and back
 * by a double click or Enter.
 */
export function buildResizeHandle(host: HTMLElement, resized: Resized): HTMLElement {
  const handle = select(host)
    .append('div')
    .attr('class', 'jp-Livesky-handle')
    .attr('role', 'separator')
    .attr('aria-orientation', 'horizontal')
    .attr('aria-label', 'Height of the figure')
    .attr('aria-valuemin', LEAST_HEIGHT)
    .attr('aria-valuemax', MOST_HEIGHT)
    .attr('title', 'Drag to change the height; double click for the usual one')
    .attr('tabindex', 0)
    .attr('data-lm-suppress-shortcuts', 'true');
  const resize = (height: number | null): void => {
    resized.resize(height === null ? null : Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, height))));
  };
  handle
    .on('pointerdown', (event: PointerEvent) => drag(event, resized.height(), resize))
    .on('dblclick', () => resize(null))
    .on('focus', function () {
      this.setAttribute('aria-valuenow', String(Math.round(resized.height())));
    })
    .on('keydown', (event: KeyboardEvent) => {
      const height = afterKey(event.key, resized.height());
      if (height === undefined) return;
      event.preventDefault();
      resize(height);
      (event.currentTarget as HTMLElement).setAttribute('aria-valuenow', String(Math.round(resized.height())));
    });
  return handle.node() as HTMLElement;
}

/** Follows the pointer until it is let go, also where it leaves the handle. */
function drag(down: PointerEvent, height: number, resize: (height: number) => void): void {
  const handle = down.currentTarget as HTMLElement;
  // No text is selected on the way.
  down.preventDefault();
  handle.focus();
  handle.setPointerCapture?.(down.pointerId);
  const move = (event: PointerEvent): void => resize(height + event.clientY - down.clientY);
  const end = (): void => {
    handle.removeEventListener('pointermove', move);
  };
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', end, { once: true });
}

function afterKey(key: string, height: number): number | null | undefined {
  switch (key) {
    case 'ArrowUp':
      return height - STEP;
    case 'ArrowDown':
      return height + STEP;
    case 'Home':
      return LEAST_HEIGHT;
    case 'Enter':
      return null;
    default:
      return undefined;
  }
}
