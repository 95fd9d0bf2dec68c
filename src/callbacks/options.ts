import { nearest } from '../text/index.js';

/** An option that a callback does not have. */
export class OptionError extends TypeError {
  override readonly name = 'OptionError';
}

/** Refuses options that are not known: a misspelled one would otherwise do nothing, silently. */
export function checkOptions(who: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  const near = unknown.map((key) => nearest(key, known)).filter((key) => key !== undefined);
  const hint = near.length === 0 ? '' : ` Did you mean '${near.join("', '")}'?`;
  throw new OptionError(`${who} knows no option '${unknown.join("', '")}'.${hint} It knows ${known.join(', ')}.`);
}
