import { types } from 'node:util';
import vm from 'node:vm';
import { Bindings } from './bindings.js';
import { CellCompiler } from './cell-compiler.js';
import type { CompiledCell } from './cell-compiler.js';
import type { CellModules } from './cell-modules.js';
import type { CompilerService } from './compiler.js';
import { Declarations } from './declarations.js';
import { failureOf, KeyboardInterrupt } from './failure.js';
import type { Failure } from './failure.js';
import type { FigureMode } from './figure-mode.js';
import { takeMagics } from './magics.js';
import type { UserSources } from './user-sources.js';

/** How a cell ended; `value` is what its last expression gave. */
export type Outcome = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** What cells are run with. */
export interface RunnerParts {
  compiler: CompilerService;
  modules: CellModules;
  mode: FigureMode;
  sources: UserSources;
  folder: string;
}

/** Where a cell's code finds its names; on `globalThis`, since `vm` scripts have no other scope. */
const SCOPE = 'livesky.cell.scope';

/** Runs cells one after another; each sees what the earlier ones declared. */
export class CellRunner {
  readonly #parts: RunnerParts;
  readonly #cells: CellCompiler;
  readonly #bindings = new Bindings();
  #declarations = '';
  #interrupt: ((reason: Error) => void) | undefined;

  constructor(parts: RunnerParts) {
    const { compiler, modules, sources, folder } = parts;
    this.#parts = parts;
    const scope = `globalThis[Symbol.for(${JSON.stringify(SCOPE)})]`;
    this.#cells = new CellCompiler(compiler, modules, sources, { folder, scope });
    const value = { exports: this.#bindings.exports, require: modules.require };
    Object.defineProperty(globalThis, Symbol.for(SCOPE), { value, configurable: true });
  }

  /** TypeScript declarations of everything that cells have declared so far. */
  get declarations(): string {
    return this.#declarations;
  }

  /** Runs a cell. It never rejects: whatever goes wrong is in the outcome. */
  async run(code: string, count: number): Promise<Outcome> {
    try {
      const { source, magics } = takeMagics(this.#parts.compiler.tslab.compiler, code);
      for (const magic of magics) this.#parts.mode.apply(magic);
      const compiled = this.#cells.compile({ code, source, count }, this.#declarations);
      if (!compiled.ok) return compiled;
      return compiled.cell ? await this.#run(compiled.cell) : { ok: true, value: undefined };
    } catch (error) {
      return { ok: false, failure: failureOf(error, this.#parts.sources) };
    }
  }

  /** Ends the running cell; work that it has started goes on. */
  interrupt(): void {
    this.#interrupt?.(new KeyboardInterrupt());
  }

  async #run(cell: CompiledCell): Promise<Outcome> {
    this.#bindings.begin();
    try {
      await this.#orInterrupt(evaluate(cell));
    } catch (error) {
      this.#keepReached(cell);
      throw error;
    }
    this.#declarations = cell.declarations;
    if (cell.lastExpression === undefined) return { ok: true, value: undefined };
    const value = this.#bindings.take(cell.lastExpression);
    return { ok: true, value: await this.#orInterrupt(value) };
  }

  async #orInterrupt(work: unknown): Promise<unknown> {
    if (!types.isPromise(work)) return work;
    const interrupted = new Promise<never>((_resolve, reject) => (this.#interrupt = reject));
    try {
      return await Promise.race([work, interrupted]);
    } finally {
      this.#interrupt = undefined;
    }
  }

  /** A cell that failed keeps what it declared before; names it did not reach stay what they were. */
  #keepReached({ declarations, lastExpression }: CompiledCell): void {
    if (lastExpression !== undefined) this.#bindings.take(lastExpression);
    const cutter = new Declarations(this.#parts.compiler.tslab.compiler);
    const reached = cutter.without(declarations, (name) => this.#bindings.missed(name));
    this.#declarations = reached + cutter.only(this.#declarations, this.#bindings.restoreMissed());
  }
}

/** A script rather than a function call: `vm` can stop a script that loops for ever. */
function evaluate({ script, filename, columnOffset }: CompiledCell): unknown {
  return vm.runInThisContext(script, { filename, columnOffset, breakOnSigint: true, displayErrors: false });
}
