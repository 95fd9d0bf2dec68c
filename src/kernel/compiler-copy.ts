/** The compiler with some of its functions replaced: a copy, since its own properties cannot be. */
export function withFunctions<T extends object>(compiler: T, functions: Partial<T>): T {
  const properties = { ...Object.getOwnPropertyDescriptors(compiler), ...Object.getOwnPropertyDescriptors(functions) };
  return Object.defineProperties({}, properties) as T;
}
