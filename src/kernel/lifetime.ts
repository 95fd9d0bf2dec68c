/** How often the kernel looks whether whoever started it is still there. */
const CHECK_MS = 2000;

/** Ends with SIGTERM, and with the process that started us: nobody could reach us after that. */
export function endWithParent(end: (why: string) => void): void {
  process.once('SIGTERM', () => end('The kernel was terminated.'));
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end('Whoever started the kernel has ended.');
  }, CHECK_MS).unref();
}
