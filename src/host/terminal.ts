interface Stream {
  isTTY?: boolean;
  columns?: number;
}

/** How wide the terminal is into which lines are printed; undefined where they go elsewhere. */
export function terminalWidth(): number | undefined {
  const { process } = globalThis as { process?: { stdout?: Stream } };
  const stdout = process?.stdout;
  return stdout?.isTTY === true ? (stdout.columns ?? 80) : undefined;
}
