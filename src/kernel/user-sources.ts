import type { CompiledMap } from './compiled-maps.js';
import { SourceMap } from './source-map.js';
import type { Place } from './source-map.js';

/** Code of the user's that has been compiled and is running. */
export interface UserSource {
  /** What it is called in a stack: `cell 3`, `mine.ts`. */
  label: string;
  /** Its text as it was compiled; undefined where that is not known. */
  text?: string | undefined;
  map: CompiledMap;
  /** How many lines the compiler was given before the user's first one. */
  linesBefore: number;
  /** Leads from the compiler's place (from 0, without those lines) to the user's, where they differ. */
  back?(place: Place): Place;
}

/** A place in the user's own code; lines and columns from 1, as editors count. */
export interface UserPlace {
  label: string;
  line: number;
  column: number;
  /** The line of code, where it is known. */
  code?: string;
}

/** How many cells and files are remembered; functions of older ones lose their line numbers. */
const MOST_KEPT = 2000;

/** Knows where in the user's code the running code comes from. */
export class UserSources {
  readonly #sources = new Map<string, UserSource & { maps?: [SourceMap, SourceMap] }>();
  readonly #callers = new WeakMap<object, Error>();

  /** `file` is the name under which the code runs. */
  add(file: string, source: UserSource): void {
    this.#sources.delete(file);
    this.#sources.set(file, source);
    for (const oldest of this.#sources.keys()) {
      if (this.#sources.size <= MOST_KEPT) break;
      this.#sources.delete(oldest);
    }
  }

  /** Notes that `error` ends work which goes on by itself, and what was made where that work was begun. */
  noteCaller(error: unknown, begun: Error): void {
    if (typeof error === 'object' && error !== null) this.#callers.set(error, begun);
  }

  /** What was made where the work was begun that an error has ended; its stack goes on from the error's. */
  callerOf(error: object): Error | undefined {
    return this.#callers.get(error);
  }

  /** The label of a file of the user's; undefined for other files. */
  labelOf(file: string): string | undefined {
    return this.#sources.get(file)?.label;
  }

  /** Where a place in running code (from 1) comes from; undefined for what the compiler has added. */
  locate(file: string, line: number, column: number): UserPlace | undefined {
    const source = this.#sources.get(file);
    if (!source) return undefined;
    // Decoded only now: most cells never fail.
    source.maps ??= [new SourceMap(source.map.outer), new SourceMap(source.map.inner)];
    const between = source.maps[0].sourceOf({ line: line - 1, column: column - 1 });
    const place: Place | undefined = between && source.maps[1].sourceOf(between);
    if (!place || place.line < source.linesBefore) return undefined;
    const compiled = { line: place.line - source.linesBefore, column: place.column };
    const own = source.back?.(compiled) ?? compiled;
    const code = source.text?.split('\n')[own.line];
    return { label: source.label, line: own.line + 1, column: own.column + 1, ...(code !== undefined && { code }) };
  }
}
