/** How often the kernel looks whether whoever started it is still there. */
const CHECK_MS = 2000;

/** Ends with SIGTERM, and with the process that started us: nobody could reach us after that. */
export function endWithParent(end: () => void): void {
  process.once('SIGTERM', end);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, CHECK_MS).unref();
}
