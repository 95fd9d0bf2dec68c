import type { Motor } from '../devices/index.js';

type Metadata = Readonly<Record<string, unknown>>;

/**
 * A plan's metadata with the user's laid over it, and hints of the plan's own where the user gave none.
 *
 * Keys keep the order of the plan's own. The user's objects are not changed.
 */
export function withMissingHints(own: Metadata, hints: Metadata, md: Metadata): Record<string, unknown> {
  const users = hintsOf(md);
  const missing = Object.entries(hints).filter(([key]) => !(key in users));
  return withHints(own, { ...users, ...Object.fromEntries(missing) }, md);
}

/** A plan's metadata with the user's laid over it, and the plan's hints with the user's laid over them. */
export function withMergedHints(own: Metadata, hints: Metadata, md: Metadata): Record<string, unknown> {
  return withHints(own, { ...hints, ...hintsOf(md) }, md);
}

/** A plan's metadata with the user's laid over it; hints of the user's replace those of the plan. */
export function withReplacedHints(own: Metadata, hints: Metadata, md: Metadata): Record<string, unknown> {
  return withHints(own, { ...(md.hints ? hintsOf(md) : hints) }, md);
}

function withHints(own: Metadata, hints: Metadata, md: Metadata): Record<string, unknown> {
  return Object.assign({ ...own, hints }, md, { hints });
}

function hintsOf(md: Metadata): Metadata {
  return (md.hints as Metadata | null | undefined) ?? {};
}

/** The fields of a motor to draw against; undefined if it gives no such hint. */
export function hintedFields(motor: Motor): readonly string[] | undefined {
  return (motor as { hints?: { fields?: readonly string[] } | null }).hints?.fields;
}

/** One dimension a motor, if every motor says which of its fields to use. */
export function dimensionPerMotor(motors: readonly Motor[]): Record<string, unknown> {
  const fields = motors.map(hintedFields);
  if (fields.includes(undefined)) return {};
  return { dimensions: fields.map((each) => [each, 'primary']) };
}

/** One dimension for all motors, which move together, if any of them says which of its fields to use. */
export function sharedDimension(motors: readonly Motor[]): Record<string, unknown> {
  const fields = motors.flatMap((motor) => hintedFields(motor) ?? []);
  return fields.length > 0 ? { dimensions: [[fields, 'primary']] } : {};
}
