import { types } from 'node:util';
import vm from 'node:vm';
import { Bindings } from './bindings.js';
import type { CellModules } from './cell-modules.js';
import type { CompilerService } from './compiler.js';
import { Declarations } from './declarations.js';
import { failureOfDiagnostics } from './diagnostics.js';
import { failureOf, KeyboardInterrupt } from './failure.js';
import type { Failure } from './failure.js';
import type { Demagicked } from './magics.js';
import { takeMagics } from './magics.js';
import type { FigureMode } from './figure-mode.js';
import { cellFileName } from './stack.js';
import type { Converted } from './tslab.js';

/** How a cell ended; `value` is what its last expression gave. */
export type Outcome = { ok: true; value: unknown } | { ok: false; failure: Failure };

/** Where a cell's code finds its names; on `globalThis`, since `vm` scripts have no other scope. */
const SCOPE = 'livesky.cell.scope';

/** Runs cells one after another; each sees what the earlier ones declared. */
export class CellRunner {
  readonly #compiler: CompilerService;
  readonly #modules: CellModules;
  readonly #mode: FigureMode;
  readonly #bindings = new Bindings();
  #declarations = '';
  #interrupt: ((reason: Error) => void) | undefined;

  constructor(compiler: CompilerService, modules: CellModules, mode: FigureMode) {
    this.#compiler = compiler;
    this.#modules = modules;
    this.#mode = mode;
    const scope = { exports: this.#bindings.exports, require: modules.require };
    Object.defineProperty(globalThis, Symbol.for(SCOPE), { value: scope, configurable: true });
  }

  /** TypeScript declarations of everything that cells have declared so far. */
  get declarations(): string {
    return this.#declarations;
  }

  /** Runs a cell. It never rejects: whatever goes wrong is in the outcome. */
  async run(code: string, count: number): Promise<Outcome> {
    try {
      return await this.#run(code, takeMagics(this.#compiler.tslab.compiler, code), count);
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  }

  /** Ends the running cell; work that it has started goes on. */
  interrupt(): void {
    this.#interrupt?.(new KeyboardInterrupt());
  }

  async #run(code: string, { source, magics }: Demagicked, count: number): Promise<Outcome> {
    for (const magic of magics) this.#mode.apply(magic);
    const meta = this.#compiler.tslab.getCodeMetadata(source);
    if (meta.module !== undefined) {
      const found = this.#compiler.converter.addModule(meta.module, source, meta);
      return found.length > 0
        ? { ok: false, failure: failureOfDiagnostics(code, found) }
        : { ok: true, value: undefined };
    }
    const converted = this.#compiler.converter.convert(this.#declarations, source);
    if (converted.sideOutputs) this.#modules.add(converted.sideOutputs);
    if (converted.diagnostics.length > 0) {
      return { ok: false, failure: failureOfDiagnostics(code, converted.diagnostics) };
    }
    return this.#runConverted(converted, count);
  }

  async #runConverted(converted: Converted, count: number): Promise<Outcome> {
    const { declOutput = '', lastExpressionVar } = converted;
    this.#bindings.begin();
    let completed = false;
    try {
      await this.#orInterrupt(this.#evaluate(converted, count));
      this.#declarations = declOutput;
      completed = true;
      if (lastExpressionVar === undefined) return { ok: true, value: undefined };
      const value = this.#bindings.take(lastExpressionVar);
      return { ok: true, value: types.isPromise(value) ? await this.#orInterrupt(value) : value };
    } catch (error) {
      if (!completed) this.#keepReached(declOutput, lastExpressionVar);
      return { ok: false, failure: failureOf(error) };
    }
  }

  /** A script rather than a function call: `vm` can stop a script that loops for ever. */
  #evaluate({ output = '', hasToplevelAwait }: Converted, count: number): unknown {
    const scope = `globalThis[Symbol.for(${JSON.stringify(SCOPE)})]`;
    const code = `(${hasToplevelAwait ? 'async ' : ''}function(exports, require) { ${output}\n})(${scope}.exports, ${scope}.require)`;
    return vm.runInThisContext(code, { filename: cellFileName(count), breakOnSigint: true, displayErrors: false });
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
  #keepReached(declOutput: string, lastExpressionVar: string | undefined): void {
    if (lastExpressionVar !== undefined) this.#bindings.take(lastExpressionVar);
    const declarations = new Declarations(this.#compiler.tslab.compiler);
    const missed = new Set<string>();
    const reached = declarations.without(
      declOutput,
      (name) => this.#bindings.missed(name) && Boolean(missed.add(name)),
    );
    if (missed.size === 0) {
      this.#declarations = declOutput;
      return;
    }
    const earlier = declarations.only(this.#declarations, this.#bindings.restoreMissed());
    this.#declarations = reached + earlier;
  }
}
