/** Longer names are cut off: file systems do not take them. */
const LONGEST_NAME = 100;

/** How long a browser may take to begin with a download. */
const KEPT_MS = 60_000;

/** Hands a file to the browser, which saves it where the user wants. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** A name for a file of words that may hold anything. */
export function fileName(words: readonly string[], extension: string): string {
  const name = words
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+|-+$/g, '');
  return `${name.slice(0, LONGEST_NAME) || 'figure'}.${extension}`;
}
