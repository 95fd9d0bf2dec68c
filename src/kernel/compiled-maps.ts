import { withFunctions } from './compiler-copy.js';

/** The two maps that lead from the code that runs to the user's: tslab compiles in two steps. */
export interface CompiledMap {
  /** `mappings` from what runs to the ES module between the steps. */
  outer: string;
  /** `mappings` from that module to the user's TypeScript. */
  inner: string;
}

interface TranspileOutput {
  outputText: string;
  sourceMapText?: string;
}
type Options = Record<string, unknown> & { compilerOptions?: Record<string, unknown> };

/** The functions of the compiler that tslab calls for its two steps. */
export interface CompilingFunctions {
  createWatchCompilerHost(files: unknown, options: object, ...rest: unknown[]): unknown;
  transpileModule(code: string, options: Options): TranspileOutput;
}

const MAP_COMMENT = /\n?\/\/# sourceMappingURL=(?:data:application\/json;base64,)?(\S+)\s*$/;

/**
 * The compiler as it is, but with the maps that tslab does not ask for; `found` gets them by the name
 * of the source as the compiler writes it.
 */
export function withSourceMaps<T extends CompilingFunctions>(compiler: T, found: Map<string, CompiledMap>): T {
  const replaced: CompilingFunctions = {
    createWatchCompilerHost: (files, options, ...rest) =>
      compiler.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule(code, options) {
      const comment = MAP_COMMENT.exec(code);
      if (!comment?.[1]) return compiler.transpileModule(code, options);
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const out = compiler.transpileModule(code.slice(0, comment.index), { ...options, compilerOptions });
      const inner = readMap(Buffer.from(comment[1], 'base64').toString());
      const outer = readMap(out.sourceMapText ?? '{}');
      if (inner.source !== undefined) found.set(inner.source, { outer: outer.mappings, inner: inner.mappings });
      return { ...out, outputText: out.outputText.replace(MAP_COMMENT, '\n') };
    },
  };
  return withFunctions<CompilingFunctions>(compiler, replaced) as T;
}

function readMap(json: string): { source: string | undefined; mappings: string } {
  const { sources, mappings } = JSON.parse(json) as { sources?: string[]; mappings?: string };
  return { source: sources?.[0], mappings: mappings ?? '' };
}
