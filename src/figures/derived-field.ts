import {
  compile,
  CONSTANTS,
  ExpressionError,
  FUNCTIONS,
  namesIn,
  parseExpression,
} from '../fitting/expressions/index.js';
import type { Compiled, Expression } from '../fitting/expressions/index.js';
import { messageOf } from '../text/index.js';

/** Reads a field's value in an event. */
export type ReadField = (name: string) => unknown;

/** A field that no event has, computed of others that events do have: an expression such as `det / i0`. */
export class DerivedField {
  readonly #names: readonly string[];
  readonly #values: Float64Array;
  readonly #compute: Compiled;

  /** Throws an {@link ExpressionError} on what has no value whatever the fields are. */
  constructor(expression: Expression, names: readonly string[]) {
    this.#names = names;
    this.#values = new Float64Array(names.length);
    this.#compute = compile(expression, (name) => {
      const slot = names.indexOf(name);
      return slot < 0 ? undefined : slot;
    });
  }

  /** The value in an event: undefined if the event lacks a field, NaN if there is no finite real value. */
  value(read: ReadField): number | undefined {
    for (let i = 0; i < this.#names.length; i++) {
      const value = read(this.#names[i] as string);
      if (value === undefined) return undefined;
      this.#values[i] = numberOf(value);
    }
    return this.#result();
  }

  #result(): number {
    try {
      const result = this.#compute(this.#values);
      return typeof result === 'boolean' ? Number(result) : typeof result === 'number' ? result : NaN;
    } catch (error) {
      // A division by zero, or a function of something else than it takes.
      if (error instanceof ExpressionError) return NaN;
      throw error;
    }
  }
}

function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? Number(value) : NaN;
}

/** What a text that is no field may be as an expression. */
export interface AsExpression {
  /** The fields that it needs, be they there or not; empty if it is no expression. */
  needs: readonly string[];
  /** What computes it, if it can be computed. */
  field: DerivedField | undefined;
  /** Why it cannot, or an empty string. */
  problem: string;
}

/** Reads a text as an expression; `isField` tells which names are fields, even if they are functions too. */
export function asExpression(text: string, isField: (name: string) => boolean): AsExpression {
  let needs: readonly string[] = [];
  try {
    const expression = parseExpression(text);
    needs = namesIn(expression).filter((name) => isField(name) || !(FUNCTIONS.has(name) || CONSTANTS.has(name)));
    return { needs, field: new DerivedField(expression, needs), problem: '' };
  } catch (error) {
    return { needs, field: undefined, problem: messageOf(error) };
  }
}

/** A field of others, if a text is an expression of fields that are all there. */
export function derivedField(text: string, isField: (name: string) => boolean): DerivedField | undefined {
  const { needs, field } = asExpression(text, isField);
  return needs.length > 0 && needs.every(isField) ? field : undefined;
}

/** A field as it is given, and the fields that it is computed of if it is an expression. */
export function fieldsReadBy(field: string): string[] {
  return [...new Set([field, ...asExpression(field, () => false).needs])];
}
