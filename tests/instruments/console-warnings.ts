import { afterEach, beforeEach, vi } from 'vitest';

/** Catches what is told on the console's error stream during each test of a file. */
export function consoleWarnings(): string[] {
  const warnings: string[] = [];
  beforeEach(() => {
    warnings.length = 0;
    vi.spyOn(console, 'warn').mockImplementation((text: string) => void warnings.push(text));
  });
  afterEach(() => void vi.restoreAllMocks());
  return warnings;
}
