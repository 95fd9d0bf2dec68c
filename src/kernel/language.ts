import { calledAround } from './call-around.js';
import type { CompilerService } from './compiler.js';
import { toCodePoints, toUtf16 } from './code-points.js';
import { completeImport } from './import-paths.js';
import type { ImportPlaces } from './import-paths.js';
import { withoutFunctions } from './member-names.js';
import { completeMagic, inspectMagic } from './magics/magic-language.js';
import { takeMagics } from './magics/take-magics.js';
import { describeInfo } from './quick-info.js';
import type { Description } from './quick-info.js';
import { hasBadSyntax } from './syntax-repairs.js';
import type { Completions } from './tslab.js';

/** Something like `RE.md.sa` in front of the cursor. */
const MEMBER_PATH = /(?:[\p{ID_Start}$_][\p{ID_Continue}$]*\.)+[\p{ID_Continue}$]*$/u;

/** What the compiler says of a name that it does not know. */
const NOTHING_KNOWN = 'any';

/** What earlier cells have declared. */
export interface DeclarationSource {
  readonly declarations: string;
}

/** Answers a page's questions about code that has not been run. */
export class Language {
  readonly #compiler: CompilerService;
  readonly #cells: DeclarationSource;
  readonly #places: ImportPlaces;

  constructor(compiler: CompilerService, cells: DeclarationSource, places: ImportPlaces) {
    this.#compiler = compiler;
    this.#cells = cells;
    this.#places = places;
  }

  /** The content of a `complete_reply`. */
  complete(code: string, cursor: number): object {
    const at = toUtf16(code, cursor);
    const ours = completeMagic(code, at) ?? completeImport(code, at, this.#places);
    if (ours) {
      const [start, end] = [toCodePoints(code, ours.start), toCodePoints(code, at)];
      return { status: 'ok', matches: ours.matches, cursor_start: start, cursor_end: end, metadata: {} };
    }
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const found = this.#completions(source, at);
    const [start, end] = [toCodePoints(code, found.start), toCodePoints(code, found.end)];
    const kinds = new Map(found.original?.entries.map(({ name, kind }) => [name, kind]));
    const matches = withoutFunctions(found.candidates, source.slice(found.start, at), [...kinds.keys()]);
    const described = matches.map((text) => ({ text, type: kinds.get(text) ?? '', start, end }));
    return {
      status: 'ok',
      matches,
      cursor_start: start,
      cursor_end: end,
      metadata: { _jupyter_types_experimental: described },
    };
  }

  /** The content of an `inspect_reply`. */
  inspect(code: string, cursor: number): object {
    const at = toUtf16(code, cursor);
    const magic = inspectMagic(code, at);
    const data = magic === undefined ? this.#describe(code, at) : { 'text/plain': magic };
    const found = data ?? this.#describeCall(code, at);
    return { status: 'ok', found: found !== undefined, data: found ?? {}, metadata: {} };
  }

  /** What is known about names that a cell asks for with `?name`, as one text. */
  help(names: readonly string[]): string {
    const texts = names.map((name) => {
      const known = inspectMagic(name, name.length) ?? this.#describe(name, name.length)?.['text/plain'];
      return known ?? `Nothing is known about '${name}': it was neither declared nor imported.`;
    });
    return texts.join('\n\n');
  }

  /** The content of an `is_complete_reply`. */
  isComplete(code: string): object {
    const { compiler, isCompleteCode } = this.#compiler.tslab;
    const { source } = takeMagics(compiler, code);
    const { completed, indent } = isCompleteCode(source);
    if (!completed) return { status: 'incomplete', indent: indent ?? '' };
    return { status: hasBadSyntax(compiler, source) ? 'invalid' : 'complete' };
  }

  #completions(source: string, at: number): Completions {
    const { converter } = this.#compiler;
    const found = converter.complete(this.#cells.declarations, source, at);
    const path = MEMBER_PATH.exec(source.slice(0, at))?.[0];
    if (found.candidates.length > 0 || path === undefined) return found;
    // The code around it may be too broken to be understood.
    const alone = converter.complete(this.#cells.declarations, path, path.length);
    const from = at - path.length;
    return { ...alone, start: from + alone.start, end: from + alone.end };
  }

  /** Between brackets, where there is no name: what is called there. */
  #describeCall(code: string, at: number): Description | undefined {
    const { compiler } = this.#compiler.tslab;
    const called = calledAround(compiler, takeMagics(compiler, code).source, at);
    return called === undefined ? undefined : this.#describe(code, called);
  }

  #describe(code: string, at: number): Description | undefined {
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const info = this.#compiler.converter.inspect(this.#cells.declarations, source, at);
    const described = info && describeInfo(info);
    return described?.['text/plain'] === NOTHING_KNOWN ? undefined : described;
  }
}
