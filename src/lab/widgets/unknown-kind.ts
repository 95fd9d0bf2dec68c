/** A sentence about a figure, or a panel of one, that a newer kernel has made. */
export function unknownKind(spec: unknown): string {
  const { kind } = (spec ?? {}) as { kind?: unknown };
  return `This page does not know figures of the kind '${String(kind)}': update livesky in JupyterLab and reload the page.`;
}
