import { isNotice, NOTICE } from './failure.js';
import type { Attribution } from './origin.js';
import type { Outputs } from './outputs.js';

/** Thrown where a cell calls `process.exit()`, so that nothing behind it runs. */
export class KernelExit extends Error {
  override readonly name = 'KernelExit';

  constructor() {
    super('The kernel ends.');
    Object.defineProperty(this, NOTICE, { value: true });
  }
}

/**
 * Lets `process.exit()` in a cell end the kernel as shutdown does: after all output and a line that says
 * who called it.
 *
 * @param end - ends the process with a code once the cell has been answered
 */
export function takeOverExit(outputs: Outputs, attribution: Attribution, end: (code: number) => void): void {
  process.exit = (given) => {
    const code = Number(given ?? process.exitCode ?? 0) || 0;
    const origin = attribution.current();
    const line = `process.exit(${given ?? ''}) was called in ${origin.label ?? 'the background'}: the kernel ends.`;
    outputs.write(origin, 'stderr', `${line}\n`);
    end(code);
    throw new KernelExit();
  };
}

/** Whether an error only says that the kernel ends. */
export function isExit(error: unknown): boolean {
  return isNotice(error) && (error as Error).name === 'KernelExit';
}
