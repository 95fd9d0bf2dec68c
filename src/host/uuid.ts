/** A random (version 4) UUID in lower case, as event-model's documents carry them. */
export function uuid(): string {
  return crypto.randomUUID();
}
