/** A pointer that moves less has clicked. */
const LEAST_MOVE = 5;

/** The marks of the heading that is dragged, and of that beside which it would come to stand. */
const DRAGGED = 'jp-mod-dragged';
const [BEFORE, AFTER] = ['jp-mod-dropBefore', 'jp-mod-dropAfter'];

/**
 * Follows the pointer from a heading; where it is let go over another one, `move` hears the place of that. Escape gives
 * up. A pointer that hardly moves is left to be a click.
 */
export function dragHeading(down: PointerEvent, heading: HTMLElement, move: (to: number) => void): void {
  // A finger scrolls.
  if (down.button !== 0 || down.pointerType === 'touch') return;
  const button = down.currentTarget as HTMLElement;
  const headings = [...(heading.parentElement?.children ?? [])] as HTMLElement[];
  const from = headings.indexOf(heading);
  let to: number | undefined;
  let givenUp = false;
  const mark = (place: number | undefined): void => {
    to = place;
    heading.classList.toggle(DRAGGED, place !== undefined);
    for (const [at, each] of headings.entries()) {
      each.classList.toggle(BEFORE, at === place && at < from);
      each.classList.toggle(AFTER, at === place && at > from);
    }
  };
  const onMove = (event: PointerEvent): void => {
    const moved = Math.abs(event.clientX - down.clientX) >= LEAST_MOVE;
    if (!givenUp && (moved || to !== undefined)) mark(placeAt(headings, event.clientX));
  };
  const onEnd = (event: PointerEvent): void => {
    stop();
    if (to === undefined && !givenUp) return;
    swallowClick(button);
    if (to !== undefined && event.type === 'pointerup') move(to);
    mark(undefined);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || to === undefined) return;
    event.stopPropagation();
    givenUp = true;
    mark(undefined);
  };
  const stop = (): void => {
    button.removeEventListener('pointermove', onMove);
    button.removeEventListener('pointerup', onEnd);
    button.removeEventListener('pointercancel', onEnd);
    document.removeEventListener('keydown', onKey, true);
  };
  button.setPointerCapture?.(down.pointerId);
  button.addEventListener('pointermove', onMove);
  button.addEventListener('pointerup', onEnd);
  button.addEventListener('pointercancel', onEnd);
  document.addEventListener('keydown', onKey, true);
}

/** The heading under the pointer, or the one at the end beyond which it is. */
function placeAt(headings: readonly HTMLElement[], x: number): number {
  const at = headings.findIndex((each) => x < each.getBoundingClientRect().right);
  return at < 0 ? headings.length - 1 : at;
}

/** The browser takes the end of a drag for a click. */
function swallowClick(button: HTMLElement): void {
  const swallow = (event: Event): void => event.stopImmediatePropagation();
  button.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => button.removeEventListener('click', swallow, { capture: true }), 0);
}
