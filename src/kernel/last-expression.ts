import type { Compiler } from './tslab.js';

/** The code of a cell's last expression, as the user wrote it; undefined if the cell ends with something else. */
export function lastExpression(compiler: Compiler, code: string): string | undefined {
  const file = compiler.createSourceFile('cell.ts', code, compiler.ScriptTarget.Latest, true);
  const last = file.statements.at(-1);
  if (!last || last.kind !== compiler.SyntaxKind.ExpressionStatement) return undefined;
  const { expression } = last;
  return expression && code.slice(expression.getStart(), expression.end);
}
