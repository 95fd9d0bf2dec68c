/** Where a line of text goes by default: Python's `print`, here the console. */
export function print(text: string): void {
  console.log(text);
}

/** Where a warning goes by default: Python's `warnings.warn`, here the console's error stream. */
export function warn(text: string): void {
  console.warn(text);
}
