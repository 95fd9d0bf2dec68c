import { insert, wayBack } from './insertions.js';
import type { Insertion } from './insertions.js';
import type { Place } from './source-map.js';
import type { Compiler, SyntaxNode } from './tslab.js';

/** A cell in words that the converter understands, and the way back to the user's own. */
export interface RepairedCell {
  source: string;
  /** Whether the cell awaits in a way that the converter overlooks. */
  awaits: boolean;
  /** Where a place (from 0) of the repaired source is in the cell. */
  back(place: Place): Place;
}

const BEFORE_OPERAND = ' Promise.resolve(';
const AFTER_OPERAND = ')';

/** Makes the parser read the cell as a module, in which `await` is a keyword. */
const AS_MODULE = '\nexport {};';

/** Something like `{ x }` or `{ y: 1, x }`: names that stand for a property and its value. */
const SHORTHAND = /[{,]\s*[\p{ID_Start}$_][\p{ID_Continue}$]*\s*[,}=]/u;

/** What the converter takes for an operand of `await`: a name, a number or a quoted string. */
const PLAIN_OPERAND = /^[\p{ID_Start}\w$"']/u;

/**
 * Rewrites what the converter takes amiss: at the top level of a cell `await (x)`, which it reads as a call
 * of a function named await, and `export` in front of a declaration, which it exports anyway; anywhere
 * `{ x }`, in which it does not find an x of an earlier cell.
 *
 * @param others - what else is to be put in
 */
export function repairSyntax(compiler: Compiler, source: string, others: readonly Insertion[] = []): RepairedCell {
  if (others.length === 0 && !/\bawait\b|\bexport\b/.test(source) && !SHORTHAND.test(source)) {
    return { source, awaits: false, back: (place) => place };
  }
  const file = compiler.createSourceFile('cell.ts', source + AS_MODULE, compiler.ScriptTarget.Latest, true);
  const found: Found = { insertions: [], forAwait: false };
  for (const statement of file.statements) {
    collectAwaits(compiler, statement, source, found);
    collectShorthands(compiler, statement, found);
  }
  const insertions = [...found.insertions, ...others].sort((a, b) => a.at - b.at);
  const blanked = blankExports(compiler, source, file.statements);
  return { source: insert(blanked, insertions), awaits: found.forAwait, back: wayBack(source, insertions) };
}

/** Whether a cell cannot be read, whatever follows it. */
export function hasBadSyntax(compiler: Compiler, source: string): boolean {
  const file = compiler.createSourceFile('cell.ts', source + AS_MODULE, compiler.ScriptTarget.Latest, true);
  return file.parseDiagnostics.length > 0;
}

function blankExports({ SyntaxKind }: Compiler, source: string, statements: readonly SyntaxNode[]): string {
  let out = source;
  for (const statement of statements) {
    if (isOwnExportList({ SyntaxKind }, statement)) out = blanked(out, statement.getStart(), statement.end);
    const { modifiers = [] } = statement;
    const first = modifiers.find(({ kind }) => kind === SyntaxKind.ExportKeyword);
    if (!first || modifiers.some(({ kind }) => kind === SyntaxKind.DefaultKeyword)) continue;
    out = blanked(out, first.getStart(), first.end);
  }
  return out;
}

/** `export { x }`: a cell exports its names anyway, and those of earlier cells would be lost. */
function isOwnExportList({ SyntaxKind }: Pick<Compiler, 'SyntaxKind'>, statement: SyntaxNode): boolean {
  return (
    statement.kind === SyntaxKind.ExportDeclaration &&
    /^export\s*\{[^}]*\}\s*;?$/.test(statement.getText()) &&
    !/\bas\b/.test(statement.getText())
  );
}

function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

interface Found {
  insertions: Insertion[];
  forAwait: boolean;
}

function collectAwaits(compiler: Compiler, node: SyntaxNode, source: string, found: Found): void {
  if (isFunction(compiler, node)) return;
  if (node.awaitModifier) found.forAwait = true;
  if (node.kind === compiler.SyntaxKind.AwaitExpression && node.expression) {
    const [start, end] = [node.expression.getStart(), node.expression.end];
    const gap = source.slice(node.getStart() + 'await'.length, start);
    if (gap.includes('\n') || !PLAIN_OPERAND.test(source.slice(start, end))) {
      // Behind the keyword itself: the converter wants an operand on the same line.
      found.insertions.push(
        { at: node.getStart() + 'await'.length, text: BEFORE_OPERAND },
        { at: end, text: AFTER_OPERAND },
      );
    }
  }
  node.forEachChild((child) => collectAwaits(compiler, child, source, found));
}

/** `{ x }` becomes `{ x: x }`, which is the same wherever it stands, also as a target: `({ x = 1 } = y)`. */
function collectShorthands(compiler: Compiler, node: SyntaxNode, found: Found): void {
  if (node.kind === compiler.SyntaxKind.ShorthandPropertyAssignment) {
    const name = firstChildOf(node);
    if (name) found.insertions.push({ at: name.end, text: `: ${name.getText()}` });
  }
  node.forEachChild((child) => collectShorthands(compiler, child, found));
}

function firstChildOf(node: SyntaxNode): SyntaxNode | undefined {
  let first: SyntaxNode | undefined;
  node.forEachChild((child) => {
    first ??= child;
  });
  return first;
}

function isFunction({ SyntaxKind }: Compiler, { kind }: SyntaxNode): boolean {
  return [
    SyntaxKind.FunctionDeclaration,
    SyntaxKind.FunctionExpression,
    SyntaxKind.ArrowFunction,
    SyntaxKind.ClassDeclaration,
    SyntaxKind.ClassExpression,
    SyntaxKind.MethodDeclaration,
    SyntaxKind.GetAccessor,
    SyntaxKind.SetAccessor,
  ].includes(kind);
}
