import type { Compiler, SyntaxNode } from './tslab.js';

interface DeclarationStatement extends SyntaxNode {
  readonly name?: SyntaxNode & { readonly text?: string };
  readonly declarationList?: { readonly declarations: readonly (SyntaxNode & { readonly name: SyntaxNode })[] };
  readonly importClause?: SyntaxNode & {
    readonly name?: SyntaxNode;
    readonly namedBindings?: SyntaxNode & { readonly name?: SyntaxNode; readonly elements?: readonly ImportElement[] };
  };
}
interface ImportElement extends SyntaxNode {
  readonly name: SyntaxNode;
}

/** Takes names out of, and picks them from, the declarations that the converter hands from cell to cell. */
export class Declarations {
  readonly #compiler: Compiler;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
  }

  /** `text` without the values for which `drop` holds; types stay. */
  without(text: string, drop: (name: string) => boolean): string {
    return this.#filter(text, (name) => !drop(name), true);
  }

  /** Of `text`, only the values named. */
  only(text: string, names: ReadonlySet<string>): string {
    return this.#filter(text, (name) => names.has(name), false);
  }

  #filter(text: string, keep: (name: string) => boolean, keepTypes: boolean): string {
    const file = this.#compiler.createSourceFile('declarations.d.ts', text, this.#compiler.ScriptTarget.Latest, true);
    const kept = file.statements.map((statement) => this.#keep(statement, keep, keepTypes));
    return kept
      .filter((each) => each !== '')
      .map((each) => `${each}\n`)
      .join('');
  }

  #keep(statement: DeclarationStatement, keep: (name: string) => boolean, keepTypes: boolean): string {
    const { SyntaxKind } = this.#compiler;
    if (statement.declarationList) return keepVariables(statement, statement.declarationList.declarations, keep);
    if (statement.importClause) return keepImports(statement, statement.importClause, keep);
    const isValue = [SyntaxKind.ClassDeclaration, SyntaxKind.EnumDeclaration, SyntaxKind.FunctionDeclaration];
    const named = isValue.includes(statement.kind) && statement.name;
    const wanted = named ? keep(named.getText()) : keepTypes;
    return wanted ? statement.getText() : '';
  }
}

function keepVariables(
  statement: SyntaxNode,
  declared: readonly (SyntaxNode & { readonly name: SyntaxNode })[],
  keep: (name: string) => boolean,
): string {
  const kept = declared.filter(({ name }) => keep(name.getText()));
  const first = declared[0];
  if (!first || kept.length === 0) return '';
  const keyword = statement.getText().slice(0, first.getStart() - statement.getStart());
  return `${keyword}${kept.map((each) => each.getText()).join(', ')};`;
}

function keepImports(
  statement: SyntaxNode,
  { name, namedBindings }: NonNullable<DeclarationStatement['importClause']>,
  keep: (name: string) => boolean,
): string {
  const clauses: string[] = [];
  if (name && keep(name.getText())) clauses.push(name.getText());
  const elements = namedBindings?.elements;
  const kept = elements?.filter((element) => keep(element.name.getText())) ?? [];
  if (kept.length > 0) clauses.push(`{ ${kept.map((each) => each.getText()).join(', ')} }`);
  if (namedBindings?.name && keep(namedBindings.name.getText())) clauses.push(namedBindings.getText());
  if (clauses.length === 0) return '';
  const text = statement.getText();
  const from = text.slice(text.lastIndexOf(' from ') + 1);
  return `import ${/^import\s+type\s/.test(text) ? 'type ' : ''}${clauses.join(', ')} ${from}`;
}
