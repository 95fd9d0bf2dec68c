/**
 * A plan's metadata with the user's laid over it.
 *
 * Keys keep the order of the plan's own; hints are merged key by key. The user's object is not changed.
 */
export function planMetadata(
  own: Readonly<Record<string, unknown>>,
  hints: Readonly<Record<string, unknown>>,
  md: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = { ...hints, ...(md.hints as object | undefined) };
  return Object.assign({ ...own, hints: merged }, md, { hints: merged });
}
