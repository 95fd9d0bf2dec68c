import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { withSourceMaps } from './compiled-maps.js';
import type { CompiledMap, CompilingFunctions } from './compiled-maps.js';
import { DeclarationFiles } from './declaration-files.js';
import type { DeclaringFunctions } from './declaration-files.js';
import { withFlatMessages } from './flat-messages.js';
import type { CheckingFunctions } from './flat-messages.js';

/** A place in a cell, counted from 0. */
export interface SourcePosition {
  offset: number;
  line: number;
  character: number;
}

/** What TypeScript found wrong. */
export interface Diagnostic {
  start: SourcePosition;
  end: SourcePosition;
  messageText: string;
  code: number;
  /** The user's own file in which it is; undefined for the cell itself. */
  fileName?: string;
}

/** A cell as JavaScript. */
export interface Converted {
  diagnostics: Diagnostic[];
  output?: string;
  /** Declarations of everything known after the cell. */
  declOutput?: string;
  hasToplevelAwait?: boolean;
  /** The user's own TypeScript files that the cell imports, as JavaScript. */
  sideOutputs?: { path: string; data: string }[];
  /** The name under which the cell exports its last expression. */
  lastExpressionVar?: string;
}

/** A piece of a description or signature. */
export interface TextPart {
  text: string;
  kind?: string;
}

/** What is known about a name. */
export interface QuickInfo {
  displayParts?: TextPart[];
  documentation?: TextPart[];
  tags?: { name: string; text?: TextPart[] }[];
}

/** What a name could be completed to; offsets in UTF-16 units. */
export interface Completions {
  start: number;
  end: number;
  candidates: string[];
  original?: { entries: { name: string; kind: string }[] };
}

/** tslab's converter: one TypeScript program in which a cell follows on the declarations of others. */
export interface Converter {
  convert(declarations: string, source: string): Converted;
  inspect(declarations: string, source: string, position: number): QuickInfo | undefined;
  complete(declarations: string, source: string, position: number): Completions;
  addModule(name: string, content: string, meta: CellMetadata): Diagnostic[];
  close(): void;
}

/** What a cell's first comment says about it. */
export interface CellMetadata {
  /** The name under which the cell is a module for other cells. */
  module?: string;
  jsx?: boolean;
}

/** A node of TypeScript's syntax tree. */
export interface SyntaxNode {
  readonly kind: number;
  readonly pos: number;
  readonly end: number;
  readonly parent?: SyntaxNode;
  /** What is called, read from, or the statement's expression, where the kind of node has one. */
  readonly expression?: SyntaxNode;
  readonly modifiers?: readonly SyntaxNode[];
  /** The `await` of a `for await`. */
  readonly awaitModifier?: SyntaxNode;
  getStart(): number;
  getText(): string;
  forEachChild(visit: (child: SyntaxNode) => void): void;
}

/** A parsed source. */
export interface SourceFile extends SyntaxNode {
  readonly text: string;
  readonly statements: readonly SyntaxNode[];
  /** What is wrong with its syntax. */
  readonly parseDiagnostics: readonly unknown[];
}

/** The file system as TypeScript sees it. */
export interface CompilerSystem {
  fileExists(path: string): boolean;
  readFile(path: string, encoding?: string): string | undefined;
  directoryExists(path: string): boolean;
  getDirectories(path: string): string[];
  readDirectory(path: string, ...rest: unknown[]): string[];
  realpath(path: string): string;
  watchFile(path: string, callback: unknown, ...rest: unknown[]): { close(): void };
  watchDirectory(path: string, callback: unknown, ...rest: unknown[]): { close(): void };
  getExecutingFilePath(): string;
}

/** The part of tslab's own TypeScript compiler that we use. */
export interface Compiler extends CompilingFunctions, DeclaringFunctions, CheckingFunctions {
  readonly sys: CompilerSystem;
  readonly SyntaxKind: Readonly<Record<string, number>>;
  readonly ScriptTarget: { readonly Latest: number };
  /** The token whose text, or the space and comments before it, holds `position`. */
  getTokenAtPosition(file: SourceFile, position: number): SyntaxNode;
}

/** The name of a cell's source in a source map, relative to where its output would be written. */
export const CELL_SOURCE = '../__tslab__.ts';

/** How many lines the converter puts before a cell. */
export const LINES_BEFORE_CELL = 1;

/** tslab and its compiler, which are CommonJS and loaded only when they are needed. */
export interface Tslab {
  readonly compiler: Compiler;
  /** The latest map of every source that was converted, by {@link CELL_SOURCE} or a file's name. */
  readonly maps: ReadonlyMap<string, CompiledMap>;
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  isCompleteCode(source: string): { completed: boolean; indent?: string };
  getCodeMetadata(source: string): CellMetadata;
  /** What `import ... from 'tslab'` gives a cell. */
  publicModule(show: ShowDisplay): unknown;
}

/** Takes what tslab's own `display` shows. */
export type ShowDisplay = (content: object, update: boolean | undefined) => void;

const COMPILER = '@tslab/typescript-for-tslab';

type ConverterModule = Pick<Tslab, 'createConverter' | 'isCompleteCode'>;

/**
 * Loads tslab's compiler; `prepare` may change it before the converter is loaded, and `load` takes the
 * place of `require` for its large script.
 */
export function loadTslab(
  prepare: (compiler: Compiler) => void,
  load: (path: string) => unknown = createRequire(import.meta.url),
): Tslab {
  const entry = createRequire(import.meta.url).resolve('tslab');
  const fromTslab = createRequire(entry);
  const compilerEntry = fromTslab.resolve(COMPILER);
  const compiler = load(compilerEntry) as Compiler;
  prepare(compiler);
  const maps = new Map<string, CompiledMap>();
  const loaded = fromTslab.cache[compilerEntry];
  if (loaded) loaded.exports = new DeclarationFiles(compiler).within(withFlatMessages(withSourceMaps(compiler, maps)));
  const dist = dirname(entry);
  const converter = fromTslab(`${dist}/converter.js`) as ConverterModule;
  const metadata = fromTslab(`${dist}/metadata.js`) as Pick<Tslab, 'getCodeMetadata'>;
  return {
    compiler,
    maps,
    createConverter: converter.createConverter,
    isCompleteCode: converter.isCompleteCode,
    getCodeMetadata: metadata.getCodeMetadata,
    publicModule(show) {
      const jupyter = fromTslab(`${dist}/jupyter.js`) as { lastWriteDisplayData: ShowDisplay | null };
      jupyter.lastWriteDisplayData = show;
      return fromTslab(entry) as unknown;
    },
  };
}
