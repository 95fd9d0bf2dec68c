/** Events of a wheel that come closer together belong to one turn, in milliseconds. */
const ONE_TURN_MS = 250;

/** How much one pixel, line or page of a wheel zooms, as a power of two. */
const PER_UNIT: readonly number[] = [0.002, 0.05, 1];

/** A pinch on a touch pad comes as a wheel with Ctrl and small steps. */
const PINCH = 5;
const LARGEST_PINCH = 10;

/** How much more is to be seen after a turn of the wheel. */
export function wheelFactor({ deltaX, deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const delta = Math.abs(deltaY) >= Math.abs(deltaX) ? deltaY : deltaX;
  const isPinch = ctrlKey && Math.abs(delta) < LARGEST_PINCH;
  return 2 ** (delta * (PER_UNIT[deltaMode] ?? 0) * (isPinch ? PINCH : 1));
}

/** The last turn of the wheel that scrolled the page. */
let scrolledAt = -Infinity;
const watched = new WeakSet<Document>();

/**
 * Whether a wheel zooms a figure: with Ctrl or Command always, without if the figure has the focus and
 * the page has not just been scrolled to where the figure is under the pointer.
 */
export function wheelZooms(figure: HTMLElement, event: WheelEvent): boolean {
  if (event.ctrlKey || event.metaKey) return true;
  const isOneTurn = event.timeStamp - scrolledAt < ONE_TURN_MS;
  const zooms = figure.contains(figure.ownerDocument.activeElement) && !isOneTurn;
  if (!zooms) scrolledAt = event.timeStamp;
  return zooms;
}

/** Whether a turn of the wheel goes on that scrolls the page. */
export function isScrolling(event: WheelEvent): boolean {
  return event.timeStamp - scrolledAt < ONE_TURN_MS;
}

/** Notices turns of the wheel that begin outside of figures. */
export function watchWheel(document: Document): void {
  if (watched.has(document)) return;
  watched.add(document);
  const notice = (event: WheelEvent): void => {
    const isOverPlot = event.target instanceof Element && event.target.closest('.jp-Livesky-stage') !== null;
    if (!isOverPlot) scrolledAt = event.timeStamp;
  };
  document.addEventListener('wheel', notice, { capture: true, passive: true });
}
