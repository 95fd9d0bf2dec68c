/** The page could not put a text on the clipboard. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

/**
 * Puts a text on the clipboard. The text may come later: the browser takes the promise while it still knows that the
 * user has asked for it.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard && typeof ClipboardItem === 'function') {
    const blob = text.then((whole) => new Blob([whole], { type: 'text/plain' }));
    try {
      await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
      return;
    } catch {
      // What is wrong with the text itself comes out below; what the browser refuses may work the old way.
    }
  }
  copyNow(await text);
}

/** Pages of servers without HTTPS have no clipboard but this one. */
function copyNow(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  if (!done) throw new CopyError('The browser does not let this page write to the clipboard.');
}
