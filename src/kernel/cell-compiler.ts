import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CellModules } from './cell-modules.js';
import type { CompilerService } from './compiler.js';
import { failureOfDiagnostics } from './diagnostics.js';
import { failureOf } from './failure.js';
import type { Failure } from './failure.js';
import type { Insertion } from './insertions.js';
import { foreignMagic } from './magics/foreign-magics.js';
import { repairSyntax } from './syntax-repairs.js';
import type { RepairedCell } from './syntax-repairs.js';
import { CELL_SOURCE, LINES_BEFORE_CELL } from './tslab.js';
import type { Converted, Diagnostic, SourcePosition } from './tslab.js';
import type { UserSources } from './user-sources.js';

/** A cell before it is compiled. */
export interface CellSource {
  /** As the user wrote it. */
  code: string;
  /** Without magics, everything else in its place. */
  source: string;
  /** What is put into the source where it runs. */
  insertions: readonly Insertion[];
  /** What it is called in a stack, such as `cell 3`. */
  label: string;
  /** Whether it is a file that runs as if it were a cell. */
  isFile: boolean;
}

/** A cell that can be run. */
export interface CompiledCell {
  /** A script that calls the cell's function; a promise comes out when the cell awaits. */
  script: string;
  filename: string;
  /** How far the first line of the cell's code is from the start of the script's. */
  columnOffset: number;
  /** Declarations of everything known once it has run. */
  declarations: string;
  /** The name under which it exports its last expression. */
  lastExpression: string | undefined;
}

/** What came of compiling: undefined instead of a cell where there is nothing to run. */
export type Compilation = { ok: true; cell: CompiledCell | undefined } | { ok: false; failure: Failure };

/** Type-checks cells and turns them into scripts. */
export class CellCompiler {
  readonly #compiler: CompilerService;
  readonly #modules: CellModules;
  readonly #sources: UserSources;
  readonly #folder: string;
  readonly #scope: string;
  #compiled = 0;
  /** Modules that the last cell asked for in vain. */
  #missing: string[] = [];

  /** `scope` is an expression for the object that holds `exports` and `require`. */
  constructor(
    compiler: CompilerService,
    modules: CellModules,
    sources: UserSources,
    { folder, scope }: { folder: string; scope: string },
  ) {
    this.#compiler = compiler;
    this.#modules = modules;
    this.#sources = sources;
    this.#folder = folder;
    this.#scope = scope;
  }

  /** Compiles a cell that follows on `declarations`. */
  compile(cell: CellSource, declarations: string): Compilation {
    const meta = this.#compiler.tslab.getCodeMetadata(cell.source);
    if (meta.module !== undefined) {
      const found = this.#compiler.addModule(meta.module, cell.source, meta);
      return found.length > 0 ? this.#refused(cell, found) : { ok: true, cell: undefined };
    }
    if (this.#missing.some((name) => cell.source.includes(name))) this.#compiler.lookAgain();
    const repaired = repairSyntax(this.#compiler.tslab.compiler, cell.source, cell.insertions);
    const converted = this.#compiler.converter.convert(declarations, repaired.source);
    this.#missing = missingModules(converted.diagnostics);
    if (converted.sideOutputs) this.#addFiles(converted.sideOutputs);
    if (converted.diagnostics.length > 0) {
      const diagnostics = converted.diagnostics.map((each) => placedBack(each, repaired.back));
      return this.#refused(cell, diagnostics);
    }
    converted.hasToplevelAwait ||= repaired.awaits;
    return { ok: true, cell: this.#scriptOf(converted, cell, repaired.back) };
  }

  #scriptOf(
    { output = '', hasToplevelAwait, declOutput = '', lastExpressionVar }: Converted,
    cell: CellSource,
    back: RepairedCell['back'],
  ): CompiledCell {
    this.#compiled += 1;
    const filename = `livesky-cell-${this.#compiled}.ts`;
    const map = this.#compiler.tslab.maps.get(CELL_SOURCE);
    const { label, code: text } = cell;
    if (map) this.#sources.add(filename, { label, text, map, linesBefore: LINES_BEFORE_CELL, back });
    const prefix = `(${hasToplevelAwait ? 'async ' : ''}function(exports, require) { `;
    return {
      script: `${prefix}${output}\n})(${this.#scope}.exports, ${this.#scope}.require)`,
      filename,
      columnOffset: -prefix.length,
      declarations: declOutput,
      lastExpression: lastExpressionVar,
    };
  }

  #refused({ code, source, label, isFile }: CellSource, diagnostics: readonly Diagnostic[]): Compilation {
    const magic = foreignMagic(code, diagnostics);
    if (magic) return { ok: false, failure: failureOf(magic) };
    const { compiler } = this.#compiler.tslab;
    const file = isFile ? label : undefined;
    return { ok: false, failure: failureOfDiagnostics(compiler, { code, source, file }, diagnostics) };
  }

  /** Files of the user's that the cell imports. */
  #addFiles(files: readonly { path: string; data: string }[]): void {
    this.#modules.add(files);
    for (const { path } of files) {
      const label = relative(this.#folder, path).replace(/\.js$/, '.ts');
      const map = this.#compiler.tslab.maps.get(`../${label.replaceAll('\\', '/')}`);
      const text = textOf(path.replace(/\.js$/, '.ts'));
      if (map) this.#sources.add(join(path), { label, text, map, linesBefore: 0 });
    }
  }
}

/** The text of a file as it is now, which is what was compiled. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It was read a moment ago; without it an error only lacks the line of code.
    return undefined;
  }
}

/** TypeScript's number for "Cannot find module". */
const CANNOT_FIND_MODULE = 2307;

function missingModules(diagnostics: readonly Diagnostic[]): string[] {
  const missing = diagnostics.filter(({ code }) => code === CANNOT_FIND_MODULE);
  return missing.flatMap(({ messageText }) => /'([^']+)'/.exec(messageText)?.[1] ?? []);
}

/** What the compiler says of the user's own files is in its place already. */
function placedBack(diagnostic: Diagnostic, back: RepairedCell['back']): Diagnostic {
  if (diagnostic.fileName !== undefined) return diagnostic;
  const move = (position: SourcePosition): SourcePosition => {
    const { line, column } = back({ line: position.line, column: position.character });
    return { offset: position.offset, line, character: column };
  };
  return { ...diagnostic, start: move(diagnostic.start), end: move(diagnostic.end) };
}
