import { hasMethod, nameOf } from '../../devices/index.js';
import { pythonRepr } from '../../text/index.js';
import { SuspenderError } from '../errors.js';

/**
 * What a suspender watches: a signal that calls back with every new value.
 *
 * It may give readings by field, as `read()` does, an object with a `value`, or the value itself.
 */
export interface WatchedSignal {
  readonly name: string;
  subscribe(callback: (given?: unknown) => void): unknown;
  clearSub(callback: (given?: unknown) => void): unknown;
}

/** Refuses what cannot be watched; `suspender` names who asks. */
export function checkSignal(signal: unknown, suspender: string): void {
  if (hasMethod(signal, 'subscribe') && hasMethod(signal, 'clearSub')) return;
  throw new SuspenderError(
    `${suspender} watches a signal with the methods subscribe() and clearSub(); ${nameOf(signal)} has not both.`,
  );
}

/** The value in what a signal gave to its callback. */
export function valueOf(given: unknown, name: string): unknown {
  if (typeof given !== 'object' || given === null) return given;
  if ('value' in given) return given.value;
  const readings = Object.values(given) as unknown[];
  const own = (given as Record<string, unknown>)[name] ?? (readings.length === 1 ? readings[0] : undefined);
  if (typeof own === 'object' && own !== null && 'value' in own) return own.value;
  throw new SuspenderError(`The signal ${name} gave no value that a suspender could judge, but ${nameOf(given)}.`);
}

/** The value as a number, for comparisons that would otherwise be made between texts. */
export function numberOf(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  throw new SuspenderError(`The signal ${name} gave ${pythonRepr(value)}, which is no number to compare with.`);
}
