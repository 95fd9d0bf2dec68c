/** Puts a text into the clipboard and says how it went. */
export async function copyText(text: string, what: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return `${what} copied.`;
  } catch {
    return `${what} could not be copied: this browser does not let the page write to the clipboard.`;
  }
}

/** Puts a picture into the clipboard and says how it went. */
export async function copyPicture(picture: Promise<Blob>): Promise<string> {
  try {
    // The promise itself: browsers ask for it while the user's click still counts.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return 'Picture copied.';
  } catch {
    return 'The picture could not be copied: this browser does not let the page do that. It can be saved instead.';
  }
}
