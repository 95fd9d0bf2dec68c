/**
 * Writes a text into an element unless it is there already: writing it again would cost a layout, and
 * make a screen reader say it again.
 */
export function write(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
