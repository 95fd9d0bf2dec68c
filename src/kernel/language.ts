import { calledAround } from './call-around.js';
import type { CompilerService } from './compiler.js';
import { toCodePoints, toUtf16 } from './code-points.js';
import { completeMagic, inspectMagic } from './magics/magic-language.js';
import { takeMagics } from './magics/take-magics.js';
import { describeInfo } from './quick-info.js';
import { hasBadSyntax } from './syntax-repairs.js';

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

  constructor(compiler: CompilerService, cells: DeclarationSource) {
    this.#compiler = compiler;
    this.#cells = cells;
  }

  /** The content of a `complete_reply`. */
  complete(code: string, cursor: number): object {
    const at = toUtf16(code, cursor);
    const magic = completeMagic(code, at);
    if (magic) {
      const [start, end] = [toCodePoints(code, magic.start), toCodePoints(code, at)];
      return { status: 'ok', matches: magic.matches, cursor_start: start, cursor_end: end, metadata: {} };
    }
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const found = this.#compiler.converter.complete(this.#cells.declarations, source, at);
    const [start, end] = [toCodePoints(code, found.start), toCodePoints(code, found.end)];
    const kinds = new Map(found.original?.entries.map(({ name, kind }) => [name, kind]));
    const described = found.candidates.map((text) => ({ text, type: kinds.get(text) ?? '', start, end }));
    return {
      status: 'ok',
      matches: found.candidates,
      cursor_start: start,
      cursor_end: end,
      metadata: { _jupyter_types_experimental: described },
    };
  }

  /** The content of an `inspect_reply`. */
  inspect(code: string, cursor: number): object {
    const at = toUtf16(code, cursor);
    const text = inspectMagic(code, at) ?? this.#describe(code, at) ?? this.#describeCall(code, at);
    if (text === undefined) return { status: 'ok', found: false, data: {}, metadata: {} };
    return { status: 'ok', found: true, data: { 'text/plain': text }, metadata: {} };
  }

  /** What is known about names that a cell asks for with `?name`, as one text. */
  help(names: readonly string[]): string {
    const texts = names.map((name) => {
      const known = inspectMagic(name, name.length) ?? this.#describe(name, name.length);
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

  /** Between brackets, where there is no name: what is called there. */
  #describeCall(code: string, at: number): string | undefined {
    const { compiler } = this.#compiler.tslab;
    const called = calledAround(compiler, takeMagics(compiler, code).source, at);
    return called === undefined ? undefined : this.#describe(code, called);
  }

  #describe(code: string, at: number): string | undefined {
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const info = this.#compiler.converter.inspect(this.#cells.declarations, source, at);
    const text = info && describeInfo(info);
    return text === NOTHING_KNOWN ? undefined : text;
  }
}
