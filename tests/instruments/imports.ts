/** The modules that a source or built file imports or re-exports from, statically or by `import()`. */
export function importsOf(text: string): string[] {
  return importStatements(text).map(({ from }) => from);
}

/** One import or re-export. */
export interface ImportStatement {
  from: string;
  /** Whether it brings types only, which vanish when it is compiled. */
  typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importStatements(text: string): ImportStatement[] {
  const statements = Array.from(text.matchAll(STATEMENT), ([, type, from]) => ({
    from: from as string,
    typeOnly: type !== undefined,
  }));
  const dynamic = Array.from(text.matchAll(DYNAMIC), ([, from]) => ({ from: from as string, typeOnly: false }));
  return [...statements, ...dynamic];
}
