import { divide, multiply, power } from '../special/complex.js';
import type { Complex } from '../special/complex.js';
import { ExpressionError } from './expression-error.js';
import type { BinaryOperator, Comparison } from './syntax.js';

/** What an expression may stand for. */
export type Value = number | boolean | Complex | readonly Value[];

function isSequence(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isComplex(value: Value): value is Complex {
  return typeof value === 'object' && !isSequence(value);
}

/** What Python's type is called, for errors. */
function typeName(value: Value): string {
  if (typeof value === 'number') return 'float';
  if (typeof value === 'boolean') return 'bool';
  return isSequence(value) ? 'tuple' : 'complex';
}

/** The value as a real number; errors if it is none. */
export function real(value: Value, what = 'a real number'): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  throw new ExpressionError(`${what} is needed, not a ${typeName(value)}`);
}

/** The value as a complex number. */
export function asComplex(value: Value): Complex {
  return isComplex(value) ? value : { re: real(value, 'a number'), im: 0 };
}

/** The values of a tuple or list. */
export function itemsOf(value: Value): readonly Value[] {
  if (isSequence(value)) return value;
  throw new ExpressionError(`'${typeName(value)}' object is not iterable`);
}

export function truth(value: Value): boolean {
  if (isSequence(value)) return value.length > 0;
  return isComplex(value) ? value.re !== 0 || value.im !== 0 : Boolean(value) || Number.isNaN(value);
}

/** Python's arithmetic: `//` and `%` round down, and dividing by zero is an error. */
export function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (isComplex(left) || isComplex(right)) return complexBinary(operator, asComplex(left), asComplex(right));
  const a = real(left);
  const b = real(right);
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '**':
      return realPower(a, b);
    default:
      return quotient(operator, a, b);
  }
}

function quotient(operator: '/' | '//' | '%', a: number, b: number): number {
  if (b === 0) throw new ExpressionError('division by zero');
  if (operator === '/') return a / b;
  const rest = a % b;
  const below = rest !== 0 && rest < 0 !== b < 0;
  if (operator === '%') return below ? rest + b : rest;
  return Math.round((a - rest) / b) - (below ? 1 : 0);
}

function realPower(a: number, b: number): Value {
  if (a === 0 && b < 0) throw new ExpressionError('0.0 cannot be raised to a negative power');
  if (a === 1 || b === 0) return 1;
  return a < 0 && !Number.isInteger(b) && Number.isFinite(b) ? power({ re: a, im: 0 }, { re: b, im: 0 }) : a ** b;
}

function complexBinary(operator: BinaryOperator, a: Complex, b: Complex): Complex {
  switch (operator) {
    case '+':
      return { re: a.re + b.re, im: a.im + b.im };
    case '-':
      return { re: a.re - b.re, im: a.im - b.im };
    case '*':
      return multiply(a, b);
    case '/':
      if (b.re === 0 && b.im === 0) throw new ExpressionError('complex division by zero');
      return divide(a, b);
    case '**':
      return power(a, b);
    default:
      throw new ExpressionError(`'${operator}' is not defined for complex numbers`);
  }
}

export function negated(value: Value): Value {
  return isComplex(value) ? { re: -value.re, im: -value.im } : -real(value);
}

export function compares(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === '==' || operator === '!=') return equal(left, right) === (operator === '==');
  const a = real(left);
  const b = real(right);
  if (operator === '<') return a < b;
  if (operator === '>') return a > b;
  return operator === '<=' ? a <= b : a >= b;
}

function equal(left: Value, right: Value): boolean {
  if (isSequence(left) || isSequence(right)) {
    if (!isSequence(left) || !isSequence(right) || left.length !== right.length) return false;
    return left.every((item, i) => equal(item, right[i] as Value));
  }
  const a = asComplex(left);
  const b = asComplex(right);
  return a.re === b.re && a.im === b.im;
}

export function itemAt(value: Value, at: Value): Value {
  const items = itemsOf(value);
  const index = real(at);
  const item = items[index < 0 ? items.length + index : index];
  if (item === undefined) throw new ExpressionError('index out of range');
  return item;
}
