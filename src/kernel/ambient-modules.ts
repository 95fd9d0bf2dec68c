import { builtinModules } from 'node:module';

/** A module as the checker knows it. */
interface ModuleSymbol {
  exports: Map<string, { parent?: ModuleSymbol }>;
  declarations: { symbol: ModuleSymbol }[];
  valueDeclaration: unknown;
}

/** A file whose names are bound. */
interface BoundFile {
  statements: readonly { parent: unknown }[];
  /** The file's modules, by their quoted names. */
  locals: Map<string, ModuleSymbol>;
  endOfFileToken: unknown;
  identifiers: unknown;
  text: string;
  end: number;
}

/** The function of the compiler that makes the names in a file known. */
export interface BindingFunctions {
  bindSourceFile(file: object, options: object): void;
}

/** Anything but an ambient module, a comment or an empty line at the start of a line. */
const OTHER_LINE = /^(?!declare module ["'][^"'\n]+["']|\}|[ \t\r]|\/\*|\/\/(?!\/)|$)/m;
const MODULE = /^declare module ["']([^"'\n]+)["']/gm;
const GLOBAL = /\bglobal\s*\{/;
const COMMENT = /^[ \t]*(?:\*|\/\*|\/\/).*$/gm;
const IMPORTED = /\b(?:from|import|require)[ (]*["']([^"']+)["']/g;

/**
 * The names of the modules that a file declares; undefined if it does anything else.
 *
 * Such a file changes nothing in a program until one of its modules is imported, so that it need not be
 * parsed before. A file that imports a package does not count: it brings that into the program.
 */
export function ambientModulesOf(text: string): string[] | undefined {
  if (OTHER_LINE.test(text) || GLOBAL.test(text)) return undefined;
  const imported = text.replace(COMMENT, '').matchAll(IMPORTED);
  if (![...imported].every(([, name = '']) => isBuiltin(name))) return undefined;
  const names = new Set([...text.matchAll(MODULE)].map(([, name = '']) => name));
  return names.size > 0 ? [...names] : undefined;
}

/** Whether Node itself brings a module of this name. */
export function isBuiltin(name: string): boolean {
  return name.startsWith('node:') || builtinModules.includes(name);
}

/** Declares modules with nothing in them. */
export function outlineOf(names: readonly string[]): string {
  return names.map((name) => `declare module ${JSON.stringify(name)} {}\n`).join('');
}

/**
 * Makes a file that was parsed from an outline become the real one when the checker first looks into
 * one of its modules.
 *
 * Programs keep the file and its modules' symbols, so that both are filled in place.
 */
export function fillWhenAsked(
  compiler: BindingFunctions,
  { outline, names, parse }: { outline: object; names: readonly string[]; parse: () => object },
): void {
  const file = outline as BoundFile;
  // What a program gathers from a file; the modules that it imports are found by their names.
  Object.assign(file, { imports: [], moduleAugmentations: [], ambientModuleNames: names });
  compiler.bindSourceFile(file, {});
  const fill = (): void => {
    for (const symbol of file.locals.values()) Reflect.deleteProperty(symbol, 'exports');
    const real = parse() as BoundFile;
    compiler.bindSourceFile(real, {});
    become(file, real);
  };
  for (const symbol of file.locals.values()) onFirstLook(symbol, fill);
}

function onFirstLook(symbol: ModuleSymbol, fill: () => void): void {
  const get = (): ModuleSymbol['exports'] => {
    fill();
    return symbol.exports;
  };
  Object.defineProperty(symbol, 'exports', { configurable: true, enumerable: true, get });
}

function become(file: BoundFile, real: BoundFile): void {
  const { statements, endOfFileToken, identifiers, text, end } = real;
  Object.assign(file, { statements, endOfFileToken, identifiers, text, end, lineMap: undefined });
  for (const statement of statements) statement.parent = file;
  for (const [name, { exports, declarations, valueDeclaration }] of real.locals) {
    const symbol = Object.assign(file.locals.get(name) ?? {}, { exports, declarations, valueDeclaration });
    for (const exported of exports.values()) exported.parent = symbol;
    for (const declaration of declarations) declaration.symbol = symbol;
  }
}
