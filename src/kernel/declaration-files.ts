import { ambientModulesOf, fillWhenAsked, isBuiltin, outlineOf } from './ambient-modules.js';
import type { BindingFunctions } from './ambient-modules.js';
import { withFunctions } from './compiler-copy.js';
import { askForDocs, copyDocs, withoutDocs } from './documentation.js';
import type { DocumentedNode } from './documentation.js';
import type { SourceFile } from './tslab.js';

/** A file with the marks that the compiler puts on it. */
interface ParsedFile extends SourceFile {
  readonly fileName: string;
  text: string;
  version?: string;
}

/** What a program asks for files; the rest of the arguments is what it likes to be told about them. */
interface FileHost {
  getSourceFile(name: string, ...rest: unknown[]): ParsedFile | undefined;
  getSourceFileByPath(name: string, path: string, ...rest: unknown[]): ParsedFile | undefined;
  resolveModuleNameLiterals(
    names: readonly { text: string }[],
    from: string,
    ...rest: unknown[]
  ): readonly Resolution[];
}

/** What has become of a module's name. */
interface Resolution {
  resolvedModule: unknown;
}

/** What programs are made with while files change. */
interface WatchHost {
  readFile(path: string, encoding?: string): string | undefined;
  createProgram(roots: unknown, options: unknown, files: FileHost | undefined, ...rest: unknown[]): unknown;
}

/** The functions of the compiler through which declarations reach a program and the user. */
export interface DeclaringFunctions extends BindingFunctions {
  createSourceFile(name: string, text: string, target: number, setParents: boolean): SourceFile;
  createWatchCompilerHost(files: unknown, options: object, ...rest: unknown[]): unknown;
  getQuickInfoAtPosition(...args: unknown[]): unknown;
  getSourceFileOfNode(node: object): ParsedFile | undefined;
  readonly objectAllocator: { getNodeConstructor(): { prototype: object } };
  readonly ScriptTarget: { readonly Latest: number };
}

/** A file of declarations. */
interface Declarations {
  text: string;
  /** Names of the modules, where the file declares nothing else. */
  modules: string[] | undefined;
  file?: ParsedFile;
  documented?: boolean;
}

/** tslab's own file of declarations, which changes with every cell. */
const OF_CELLS = /[\\/]__prev__\.d\.ts$/;
const OF_NODE = /\/node_modules\/@types\/node\//;

/**
 * Declaration files, which are most of what the compiler reads at its start, parsed no further than is
 * asked for.
 *
 * - A file of ambient modules, as most of Node's are, is parsed when one of them is imported.
 * - Documentation is parsed when it is to be shown.
 * - A file that has not changed serves the programs of later converters too.
 */
export class DeclarationFiles {
  readonly #compiler: DeclaringFunctions;
  readonly #known = new Map<string, Declarations>();
  #showsDocs = false;

  constructor(compiler: DeclaringFunctions) {
    this.#compiler = compiler;
    const { prototype } = compiler.objectAllocator.getNodeConstructor();
    askForDocs(prototype, (node) => (this.#showsDocs ? this.#docsOf(node) : undefined));
  }

  /** The compiler as it is, but with these files in its programs. */
  within<T extends DeclaringFunctions>(compiler: T): T {
    const replaced: Partial<DeclaringFunctions> = {
      createWatchCompilerHost: (...args) => this.#serve(compiler.createWatchCompilerHost(...args) as WatchHost),
      getQuickInfoAtPosition: (...args) => {
        this.#showsDocs = true;
        try {
          return compiler.getQuickInfoAtPosition(...args);
        } finally {
          this.#showsDocs = false;
        }
      },
    };
    return withFunctions<DeclaringFunctions>(compiler, replaced) as T;
  }

  #serve(host: WatchHost): WatchHost {
    const { readFile, createProgram } = host;
    const served = new WeakSet<FileHost>();
    host.readFile = (path, encoding) => {
      const text = readFile(path, encoding);
      return text !== undefined && isDeclarations(path) ? this.#toParse(path, text) : text;
    };
    host.createProgram = (roots, options, files, ...rest) => {
      if (files && !served.has(files)) this.#replaceIn(files);
      if (files) served.add(files);
      return createProgram(roots, options, files, ...rest);
    };
    return host;
  }

  #replaceIn(files: FileHost): void {
    const { getSourceFile, getSourceFileByPath, resolveModuleNameLiterals } = files;
    files.getSourceFile = (...args) => this.#instead(getSourceFile(...args));
    files.getSourceFileByPath = (...args) => this.#instead(getSourceFileByPath(...args));
    files.resolveModuleNameLiterals = (names, from, ...rest) => {
      if (!OF_NODE.test(from)) return resolveModuleNameLiterals(names, from, ...rest);
      // Node's types declare these modules themselves: looking for packages of their names is in vain.
      const others = names.filter(({ text }) => !isBuiltin(text));
      const found = others.length > 0 ? resolveModuleNameLiterals(others, from, ...rest) : [];
      return names.map((name) => found[others.indexOf(name)] ?? { resolvedModule: undefined });
    };
  }

  /** What the compiler is given to parse; it keeps its own books about files, by what it is given. */
  #toParse(path: string, text: string): string {
    const known = this.#known.get(path);
    if (known?.file && known.text === text) return '';
    const modules = ambientModulesOf(text);
    this.#known.set(path, { text, modules });
    return modules ? outlineOf(modules) : withoutDocs(text);
  }

  /** The file that a program gets for what was parsed. */
  #instead(parsed: ParsedFile | undefined): ParsedFile | undefined {
    const known = parsed && this.#known.get(parsed.fileName);
    if (!known) return parsed;
    known.file ??= this.#complete(parsed, known);
    known.file.version = parsed.version;
    return known.file;
  }

  #complete(file: ParsedFile, { text, modules }: Declarations): ParsedFile {
    if (modules) {
      const parse = (): object => this.#parse(file.fileName, text);
      fillWhenAsked(this.#compiler, { outline: file, names: modules, parse });
    } else {
      file.text = text;
    }
    return file;
  }

  /** Documentation of a node that has none yet: all of its file is parsed once more, with it. */
  #docsOf(node: DocumentedNode): DocumentedNode['jsDoc'] {
    const file = this.#compiler.getSourceFileOfNode(node);
    const known = file && this.#known.get(file.fileName);
    if (!known || known.file !== file || known.modules || known.documented) return undefined;
    known.documented = true;
    copyDocs(this.#parse(file.fileName, known.text), file);
    return node.jsDoc;
  }

  #parse(name: string, text: string): SourceFile {
    return this.#compiler.createSourceFile(name, text, this.#compiler.ScriptTarget.Latest, true);
  }
}

function isDeclarations(path: string): boolean {
  return path.endsWith('.d.ts') && !OF_CELLS.test(path);
}
