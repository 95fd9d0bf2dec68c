import { select } from 'd3';

/**
 * Gives an element attributes and leaves those alone that it has already: the browser does not look
 * whether they have changed, and lays out and paints anew.
 */
export function keep(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const text = String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
}

/** The only child of a class that an element has; it is made where there is none. */
export function childOf<Child extends Element>(parent: Element, tag: string, selector: string): Child {
  return select(parent).selectAll<Child, unknown>(`:scope > ${selector}`).data([null]).join(tag).node() as Child;
}
