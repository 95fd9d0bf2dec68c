/** An element's markup for a snapshot: one element a line, attributes with two decimals at most. */
export function markup(element: Element): string {
  const lines = element.outerHTML.replace(/></g, '>\n<');
  return `${lines.replace(/<[^>]*>/g, withRoundNumbers)}\n`;
}

function withRoundNumbers(tag: string): string {
  return tag.replace(/-?\d+\.\d{3,}/g, (digits) => String(Math.round(Number(digits) * 100) / 100));
}
