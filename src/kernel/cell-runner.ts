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
import type { Magics } from './magics/magics.js';
import { Stopwatch } from './magics/stopwatch.js';
import { takeMagics } from './magics/take-magics.js';
import { timedStatements } from './magics/timed-statements.js';
import type { UserSources } from './user-sources.js';

/** How a cell ended. */
export type Outcome = Success | Failed;

/** A cell that failed or was ended. */
export interface Failed {
  ok: false;
  failure: Failure;
}

/** A cell that came to its end. */
export interface Success {
  ok: true;
  /** What its last expression gave. */
  value: unknown;
  /** The same as it was shown, as text; undefined if nothing was. */
  text?: string;
  /** The names that `?name` asks about. */
  asked?: readonly string[];
  /** What is known about them. */
  page?: string;
}

/** What cells are run with. */
export interface RunnerParts {
  compiler: CompilerService;
  modules: CellModules;
  magics: Magics;
  /** Prints into the running cell. */
  print(text: string): void;
  sources: UserSources;
  folder: string;
}

/** Where a cell's code finds its names; on `globalThis`, since `vm` scripts have no other scope. */
const SCOPE = 'livesky.cell.scope';
const STOPWATCH = `(globalThis as any)[Symbol.for(${JSON.stringify(SCOPE)})].stopwatch`;
/** The stopwatch's number for a whole cell; the others are of statements. */
const WHOLE_CELL = -1;

/** What errors call the code that runs. */
export interface RunAs {
  label: string;
  isFile?: boolean;
}

/** Runs cells one after another; each sees what the earlier ones declared. */
export class CellRunner {
  readonly #parts: RunnerParts;
  readonly #cells: CellCompiler;
  readonly #bindings = new Bindings();
  readonly #stopwatch: Stopwatch;
  #declarations = '';
  #interrupt: ((reason: Error) => void) | undefined;

  constructor(parts: RunnerParts) {
    const { compiler, modules, sources, folder } = parts;
    this.#parts = parts;
    const scope = `globalThis[Symbol.for(${JSON.stringify(SCOPE)})]`;
    this.#cells = new CellCompiler(compiler, modules, sources, { folder, scope });
    this.#stopwatch = new Stopwatch((text) => parts.print(text));
    const value = { exports: this.#bindings.exports, require: modules.require, stopwatch: this.#stopwatch };
    Object.defineProperty(globalThis, Symbol.for(SCOPE), { value, configurable: true });
  }

  /** TypeScript declarations of everything that cells have declared so far. */
  get declarations(): string {
    return this.#declarations;
  }

  /** Runs a cell, or a file as if it were one. It never rejects: whatever goes wrong is in the outcome. */
  async run(code: string, { label, isFile = false }: RunAs): Promise<Outcome> {
    try {
      const { compiler } = this.#parts.compiler.tslab;
      const { source, magics, asked } = takeMagics(compiler, code);
      const timing = timedStatements(compiler, source, magics, STOPWATCH);
      for (const magic of magics) this.#parts.magics.apply(magic);
      const { insertions } = timing;
      const compiled = this.#cells.compile({ code, source, insertions, label, isFile }, this.#declarations);
      if (!compiled.ok) return compiled;
      const value = compiled.cell && (await this.#timed(compiled.cell, timing.cell));
      return { ok: true, value, asked };
    } catch (error) {
      return { ok: false, failure: failureOf(error, this.#parts.sources) };
    }
  }

  /** Ends the running cell; work that it has started goes on. */
  interrupt(): void {
    this.#interrupt?.(new KeyboardInterrupt());
  }

  async #timed(cell: CompiledCell, whole: boolean): Promise<unknown> {
    if (whole) this.#stopwatch.start(WHOLE_CELL);
    try {
      return await this.#run(cell);
    } finally {
      this.#stopwatch.stopAll();
    }
  }

  async #run(cell: CompiledCell): Promise<unknown> {
    this.#bindings.begin();
    try {
      await this.orInterrupt(this.#parts.modules.prepare(cell.script));
      await this.orInterrupt(evaluate(cell));
    } catch (error) {
      this.#keepReached(cell);
      throw error;
    }
    this.#declarations = cell.declarations;
    return cell.lastExpression && this.orInterrupt(this.#bindings.take(cell.lastExpression));
  }

  /** Waits for work of the running cell, unless the cell is ended before. */
  async orInterrupt(work: unknown): Promise<unknown> {
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
