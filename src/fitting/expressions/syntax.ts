/** An expression as a tree. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'imaginary'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'sequence'; items: readonly Expression[] }
  | { kind: 'unary'; operator: '+' | '-' | 'not'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'comparison'; operators: readonly Comparison[]; operands: readonly Expression[] }
  | { kind: 'choice'; test: Expression; yes: Expression; no: Expression }
  | { kind: 'call'; name: string; args: readonly Expression[] }
  | { kind: 'index'; of: Expression; at: Expression }
  | { kind: 'part'; of: Expression; part: 'real' | 'imag' };

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**';
export type Comparison = '<' | '>' | '<=' | '>=' | '==' | '!=';

/** Every name that an expression uses, each once, in the order of appearance; functions that are called too. */
export function namesIn(expression: Expression): readonly string[] {
  let names = known.get(expression);
  if (!names) {
    const found = new Set<string>();
    visit(expression, found);
    names = [...found];
    known.set(expression, names);
  }
  return names;
}

/** Trees are never changed. */
const known = new WeakMap<Expression, readonly string[]>();

function visit(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'name' || expression.kind === 'call') names.add(expression.name);
  for (const child of childrenOf(expression)) visit(child, names);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'sequence':
      return expression.items;
    case 'unary':
      return [expression.operand];
    case 'binary':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'comparison':
      return expression.operands;
    case 'choice':
      return [expression.yes, expression.test, expression.no];
    case 'call':
      return expression.args;
    case 'index':
      return [expression.of, expression.at];
    case 'part':
      return [expression.of];
    default:
      return [];
  }
}
