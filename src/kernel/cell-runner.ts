import { setImmediate as macrotask } from 'node:timers/promises';
import { types } from 'node:util';
import vm from 'node:vm';
import { Bindings } from './bindings.js';
import { CellCompiler } from './cell-compiler.js';
import type { CompiledCell } from './cell-compiler.js';
import type { CellModules } from './cell-modules.js';
import type { CompilerService } from './compiler.js';
import { Declarations } from './declarations.js';
import { failureOf, isQuiet } from './failure.js';
import type { Failure } from './failure.js';
import { Interruption } from './interruption.js';
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
  /** It is to be printed rather than shown as an error. */
  quiet?: boolean;
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
  #interruption = new Interruption();

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
    this.#interruption = new Interruption();
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
      return { ok: false, failure: failureOf(error, this.#parts.sources), quiet: isQuiet(error) };
    }
  }

  /** Evaluates an expression as a cell that sees everything and declares nothing. It never rejects. */
  async evaluate(expression: string, label: string): Promise<Outcome> {
    this.#interruption = new Interruption();
    try {
      // In brackets, `{ x }` is a record and `const x = 1` an error.
      const code = `(${expression})`;
      const source = { code, source: code, insertions: [], label, isFile: false };
      const compiled = this.#cells.compile(source, this.#declarations);
      if (!compiled.ok) return compiled;
      return { ok: true, value: compiled.cell && (await this.#run(compiled.cell)) };
    } catch (error) {
      return { ok: false, failure: failureOf(error, this.#parts.sources) };
    }
  }

  /** Ends the running cell; work that it has started goes on. */
  interrupt(): void {
    this.#interruption.end();
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
      const script = scriptOf(cell);
      await this.orInterrupt(this.#parts.modules.prepare(cell.script));
      await this.orInterrupt(signalsAreIn());
      await this.orInterrupt(script.runInThisContext({ breakOnSigint: true, displayErrors: false }));
    } catch (error) {
      this.#keepReached(cell);
      throw error;
    }
    this.#declarations = cell.declarations;
    return (
      cell.lastExpression && this.orInterrupt(unnamed(this.#bindings.take(cell.lastExpression), cell.lastExpression))
    );
  }

  /** Waits for work of the running cell, unless the cell is ended before. */
  async orInterrupt(work: unknown): Promise<unknown> {
    return types.isPromise(work) ? Promise.race([this.#interruption.promise, work]) : work;
  }

  /** A cell that failed keeps what it declared before; names it did not reach stay what they were. */
  #keepReached({ declarations, lastExpression }: CompiledCell): void {
    if (lastExpression !== undefined) this.#bindings.take(lastExpression);
    const cutter = new Declarations(this.#parts.compiler.tslab.compiler);
    const reached = cutter.without(declarations, (name) => this.#bindings.missed(name));
    this.#declarations = reached + cutter.only(this.#declarations, this.#bindings.restoreMissed());
  }
}

/**
 * Resolves when signals that came while the cell was compiled have been told: `vm` takes away whoever
 * listens for them, and those that wait would be lost.
 */
async function signalsAreIn(): Promise<void> {
  // Twice, since the loop may just have looked for signals.
  await macrotask();
  await macrotask();
}

/** A function or class without a name got that of the variable into which the converter puts it. */
function unnamed(value: unknown, variable: string): unknown {
  if (typeof value === 'function' && value.name === variable) {
    Object.defineProperty(value, 'name', { value: '', configurable: true });
  }
  return value;
}

/** A script rather than a function call: `vm` can stop a script that loops for ever. */
function scriptOf({ script, filename, columnOffset }: CompiledCell): vm.Script {
  return new vm.Script(script, { filename, columnOffset });
}
