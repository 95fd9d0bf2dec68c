import type { Compiler, SyntaxNode } from './tslab.js';

/** Where the name ends of what is called around a place in the code; undefined where nothing is. */
export function calledAround(compiler: Compiler, code: string, at: number): number | undefined {
  const file = compiler.createSourceFile('cell.ts', code, compiler.ScriptTarget.Latest, true);
  let end: number | undefined;
  const look = (node: SyntaxNode): void => {
    if (isCall(compiler, node) && node.expression && at > node.expression.end && at <= reachOf(node, code)) {
      end = node.expression.end;
    }
    node.forEachChild(look);
  };
  // The innermost call comes last.
  look(file);
  return end;
}

function isCall({ SyntaxKind }: Compiler, { kind }: SyntaxNode): boolean {
  return kind === SyntaxKind.CallExpression || kind === SyntaxKind.NewExpression;
}

/** An open call goes on until something follows; the space behind its last argument is not in its node. */
function reachOf(node: SyntaxNode, code: string): number {
  if (code[node.end - 1] === ')') return node.end;
  return node.end + (/^\s*/.exec(code.slice(node.end))?.[0].length ?? 0);
}
