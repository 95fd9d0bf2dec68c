/**
 * Runs in the page before anything else: `window.beginnings` tells when the page had a cell of the notebook, and when
 * its connection to the kernel was open, in milliseconds since the epoch.
 */
export function noteBeginnings() {
  const now = () => performance.timeOrigin + performance.now();
  const beginnings = {};
  window.beginnings = beginnings;
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url, protocols) {
      super(url, protocols);
      if (String(url).includes('/channels')) this.addEventListener('open', () => (beginnings.kernel ??= now()));
    }
  };
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.jp-Notebook .jp-CodeCell')) return;
    beginnings.notebook = now();
    watch.disconnect();
  });
  watch.observe(document, { subtree: true, childList: true });
}
