/**
 * The few globals that Node and browsers share and that the core may use.
 *
 * The core is compiled without Node's and without the DOM's types, so that a leak of either is a
 * compile error. Whatever is declared here exists in both.
 */
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function clearTimeout(handle: unknown): void;
declare function queueMicrotask(callback: () => void): void;
/** Node only: callers check for it and fall back to a message channel or a timer. */
declare const setImmediate: ((callback: () => void) => unknown) | undefined;

declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

declare const performance: { now(): number; readonly timeOrigin: number };
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
declare function structuredClone<T>(value: T): T;

declare class TextDecoder {
  constructor(encoding: string, options?: { fatal?: boolean });
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

/** Bytes as characters of one byte each, to base64 and back. */
declare function btoa(bytes: string): string;
declare function atob(base64: string): string;
