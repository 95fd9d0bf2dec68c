/** Follows the pointer from the edge of a column that is so wide until it is let go. */
export function dragWidth(down: PointerEvent, width: number, resize: (pixels: number) => void): void {
  if (down.button !== 0) return;
  const handle = down.currentTarget as HTMLElement;
  // No text is selected on the way, and the heading is not taken for pressed.
  down.preventDefault();
  handle.setPointerCapture?.(down.pointerId);
  const move = (event: PointerEvent): void => resize(width + event.clientX - down.clientX);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), { once: true });
}
