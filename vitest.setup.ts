/**
 * What jsdom lacks of a page and JupyterLab's packages ask for when they are loaded.
 *
 * Elements in the document are 640 pixels wide, others have no width; `data-test-width` says
 * otherwise. A `resize` event of the window makes the observers measure again.
 */
class StubResizeObserver implements ResizeObserver {
  readonly #observed = new Map<Element, number>();
  readonly #measure = (): void => {
    for (const [element, before] of this.#observed) {
      const width = widthOf(element);
      if (width === before) continue;
      this.#observed.set(element, width);
      const contentRect = { width } as DOMRectReadOnly;
      this.callback([{ target: element, contentRect } as unknown as ResizeObserverEntry], this);
    }
  };

  constructor(private readonly callback: ResizeObserverCallback) {
    window.addEventListener('resize', this.#measure);
  }

  observe(element: Element): void {
    this.#observed.set(element, NaN);
    queueMicrotask(this.#measure);
  }

  unobserve(element: Element): void {
    this.#observed.delete(element);
  }

  disconnect(): void {
    this.#observed.clear();
    window.removeEventListener('resize', this.#measure);
  }
}

/** Elements are in sight unless `data-test-unseen` is set; a `scroll` event makes the observers look again. */
class StubIntersectionObserver {
  readonly #observed = new Set<Element>();
  readonly #look = (): void => {
    for (const target of this.#observed) {
      const isIntersecting = (target as HTMLElement).dataset.testUnseen === undefined;
      this.callback([{ target, isIntersecting } as IntersectionObserverEntry], this as never);
    }
  };

  constructor(private readonly callback: IntersectionObserverCallback) {
    window.addEventListener('scroll', this.#look);
  }

  observe(element: Element): void {
    this.#observed.add(element);
    queueMicrotask(this.#look);
  }

  disconnect(): void {
    this.#observed.clear();
    window.removeEventListener('scroll', this.#look);
  }
}

function widthOf(element: Element): number {
  if (!element.isConnected) return 0;
  return Number((element as HTMLElement).dataset.testWidth ?? 640);
}

if (typeof window !== 'undefined') {
  window.ResizeObserver = StubResizeObserver;
  window.IntersectionObserver = StubIntersectionObserver as unknown as typeof IntersectionObserver;
  window.DragEvent ??= class extends MouseEvent {} as unknown as typeof DragEvent;
  window.matchMedia ??= (media) =>
    ({ media, matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as unknown as MediaQueryList;
}

export {};
