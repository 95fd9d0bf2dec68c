/** Where a live figure is drawn, by its id. */
const drawn = new Map<string, Set<HTMLElement>>();
const listeners = new Set<(figure: string) => void>();

/** A live view of a figure is there: what stands in for it in the same output need not show. */
export function figureDrawn(figure: string, element: HTMLElement): void {
  const elements = drawn.get(figure) ?? new Set();
  drawn.set(figure, elements.add(element));
  tell(figure);
}

/** That view is gone. */
export function figureGone(figure: string, element: HTMLElement): void {
  const elements = drawn.get(figure);
  elements?.delete(element);
  if (elements?.size === 0) drawn.delete(figure);
  tell(figure);
}

/** Whether a live view of a figure is drawn inside an element. */
export function isDrawnIn(figure: string, container: Element): boolean {
  return [...(drawn.get(figure) ?? [])].some((element) => container.contains(element));
}

/** Calls back, soon, when views of figures come or go; returns what ends that. */
export function onFiguresDrawn(listener: (figure: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A view is put into the page after it was made. */
function tell(figure: string): void {
  setTimeout(() => {
    for (const listener of [...listeners]) listener(figure);
  });
}
