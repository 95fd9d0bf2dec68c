import { ExpressionError } from './expression-error.js';
import { CONSTANTS, FUNCTIONS, partOf } from './functions.js';
import type { ExpressionFunction } from './functions.js';
import type { Expression } from './syntax.js';
import { binary, compares, itemAt, negated, real, truth } from './value.js';
import type { Value } from './value.js';

/** An expression that is ready to be evaluated, given the numbers that its names stand for. */
export type Compiled = (values: Float64Array) => Value;

/** Where the value of a name stands, or undefined if the name is not known. */
export type Resolve = (name: string) => number | undefined;

/** Makes functions out of an expression's tree; names are looked up once, here. */
export function compile(expression: Expression, resolve: Resolve): Compiled {
  const again = (each: Expression): Compiled => compile(each, resolve);
  switch (expression.kind) {
    case 'number':
      return constant(expression.value);
    case 'imaginary':
      return constant({ re: 0, im: expression.value });
    case 'name':
      return named(expression.name, resolve);
    case 'sequence': {
      const items = expression.items.map(again);
      return (values) => items.map((item) => item(values));
    }
    case 'unary':
      return unary(expression.operator, again(expression.operand));
    case 'binary':
      return arithmetic(expression, again);
    case 'and':
    case 'or':
      return logical(expression.kind, again(expression.left), again(expression.right));
    case 'comparison':
      return comparison(expression, again);
    case 'choice': {
      const [test, yes, no] = [again(expression.test), again(expression.yes), again(expression.no)];
      return (values) => (truth(test(values)) ? yes(values) : no(values));
    }
    case 'call':
      return call(functionNamed(expression.name, resolve), expression.args.map(again));
    case 'index': {
      const [of, at] = [again(expression.of), again(expression.at)];
      return (values) => itemAt(of(values), at(values));
    }
    case 'part': {
      const [of, part] = [again(expression.of), expression.part];
      return (values) => partOf(of(values), part);
    }
  }
}

function constant(value: Value): Compiled {
  return () => value;
}

/** Parameters come before constants, so that one may be called `e`. */
function named(name: string, resolve: Resolve): Compiled {
  const slot = resolve(name);
  if (slot !== undefined) return (values) => values[slot] as number;
  const value = CONSTANTS.get(name);
  if (value !== undefined) return constant(value);
  if (FUNCTIONS.has(name)) throw new ExpressionError(`'${name}' is a function and must be called`);
  throw new ExpressionError(`name '${name}' is not defined`);
}

function functionNamed(name: string, resolve: Resolve): ExpressionFunction {
  if (resolve(name) !== undefined) throw new ExpressionError(`'${name}' is a parameter and cannot be called`);
  const found = FUNCTIONS.get(name);
  if (!found) throw new ExpressionError(`name '${name}' is not defined`);
  return found;
}

function call(f: ExpressionFunction, args: readonly Compiled[]): Compiled {
  return (values) => f(args.map((arg) => arg(values)));
}

function unary(operator: '+' | '-' | 'not', operand: Compiled): Compiled {
  if (operator === 'not') return (values) => !truth(operand(values));
  if (operator === '-') return (values) => negated(operand(values));
  return (values) => {
    const value = operand(values);
    return typeof value === 'boolean' ? real(value) : value;
  };
}

function arithmetic(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  again: (each: Expression) => Compiled,
): Compiled {
  const [a, b] = [again(left), again(right)];
  return (values) => binary(operator, a(values), b(values));
}

function logical(kind: 'and' | 'or', left: Compiled, right: Compiled): Compiled {
  return (values) => {
    const value = left(values);
    return truth(value) === (kind === 'and') ? right(values) : value;
  };
}

/** Chained as in Python: a < b < c compares b with both. */
function comparison(
  { operators, operands }: Extract<Expression, { kind: 'comparison' }>,
  again: (each: Expression) => Compiled,
): Compiled {
  const compiled = operands.map(again);
  return (values) => {
    let left = (compiled[0] as Compiled)(values);
    return operators.every((operator, i) => {
      const right = (compiled[i + 1] as Compiled)(values);
      const holds = compares(operator, left, right);
      left = right;
      return holds;
    });
  };
}
