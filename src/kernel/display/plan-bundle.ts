import { types } from 'node:util';
import { planCard } from '../../simulators/index.js';
import type { MimeBundle } from './mime-bundle.js';

/** Tells the code that gave a value, if that is known. */
export type ExpressionOf = () => string | undefined;

/** The card of a plan that was not run, or of what would make one; undefined for all other values. */
export function planBundle(value: unknown, expressionOf?: ExpressionOf): MimeBundle | undefined {
  if (types.isProxy(value)) return undefined;
  const card = planCard(value, expressionOf);
  return card && { 'text/html': card.html, 'text/plain': card.text };
}
