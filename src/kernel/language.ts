import type { CompilerService } from './compiler.js';
import { toCodePoints, toUtf16 } from './code-points.js';
import { MAGIC_NAMES, takeMagics } from './magics.js';
import { describeInfo } from './quick-info.js';

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
    const magic = this.#completeMagic(code, at);
    if (magic) return magic;
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
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const info = this.#compiler.converter.inspect(this.#cells.declarations, source, toUtf16(code, cursor));
    if (!info) return { status: 'ok', found: false, data: {}, metadata: {} };
    return { status: 'ok', found: true, data: { 'text/plain': describeInfo(info) }, metadata: {} };
  }

  /** The content of an `is_complete_reply`. */
  isComplete(code: string): object {
    const { source } = takeMagics(this.#compiler.tslab.compiler, code);
    const { completed, indent } = this.#compiler.tslab.isCompleteCode(source);
    return completed ? { status: 'complete' } : { status: 'incomplete', indent: indent ?? '' };
  }

  #completeMagic(code: string, at: number): object | undefined {
    const typed = /(?:^|\n)[ \t]*%(\w*)$/.exec(code.slice(0, at))?.[1];
    if (typed === undefined) return undefined;
    const matches = MAGIC_NAMES.filter((name) => name.startsWith(typed)).map((name) => `%${name}`);
    const end = toCodePoints(code, at);
    return { status: 'ok', matches, cursor_start: end - typed.length - 1, cursor_end: end, metadata: {} };
  }
}
