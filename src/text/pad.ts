/** Python counts characters, JavaScript UTF-16 units: an emoji is one and two. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** The text, right-justified to `width` characters; longer text stays whole. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - lengthOf(text))) + text;
}

/** The text in the middle of `width` characters; an odd one goes to the right, as in Python's `^`. */
export function center(text: string, width: number, fill: string): string {
  const room = Math.max(0, width - lengthOf(text));
  const left = Math.floor(room / 2);
  return fill.repeat(left) + text + fill.repeat(room - left);
}

/** The first `length` characters. */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  return [...text].slice(0, length).join('');
}
