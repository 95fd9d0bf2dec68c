/**
 * What a part of a device is for.
 *
 * - `hinted`: read at every point, and shown
 * - `normal`: read at every point
 * - `config`: a setting; read once per run, into the descriptor
 * - `omitted`: never read
 */
export type Kind = 'omitted' | 'normal' | 'config' | 'hinted';

/** Whether a part of that kind is read at every point. */
export function isRead(kind: Kind): boolean {
  return kind === 'normal' || kind === 'hinted';
}
