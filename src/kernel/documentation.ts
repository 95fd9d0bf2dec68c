import type { SyntaxNode } from './tslab.js';

/** A node of the syntax tree, with the comments that document it. */
export interface DocumentedNode extends SyntaxNode {
  jsDoc?: { parent: SyntaxNode }[];
}

const DOC = /^([ \t]*\/\*)\*(?!\/)[^]*?\*\//gm;

/**
 * Turns documentation into comments of the same length.
 *
 * What says that something is deprecated stays: it changes the order of completions.
 */
export function withoutDocs(text: string): string {
  return text.replace(DOC, (doc, start: string) =>
    doc.includes('@deprecated') ? doc : `${start} ${doc.slice(start.length + 1)}`,
  );
}

/** Gives the nodes of a file the documentation of their twins. */
export function copyDocs(from: DocumentedNode, to: DocumentedNode): void {
  if (from.jsDoc) {
    to.jsDoc = from.jsDoc;
    for (const doc of from.jsDoc) doc.parent = to;
  }
  const children: DocumentedNode[] = [];
  to.forEachChild((child) => void children.push(child));
  let index = 0;
  from.forEachChild((child) => {
    const twin = children[index++];
    if (twin) copyDocs(child, twin);
  });
}

/** Makes nodes that have no documentation of their own say what `docsOf` says. */
export function askForDocs(prototype: object, docsOf: (node: DocumentedNode) => DocumentedNode['jsDoc']): void {
  Object.defineProperty(prototype, 'jsDoc', {
    configurable: true,
    get(this: DocumentedNode) {
      return docsOf(this);
    },
    set(this: DocumentedNode, value: DocumentedNode['jsDoc']) {
      // The compiler makes nodes with none, and many of them.
      if (value) Object.defineProperty(this, 'jsDoc', { value, writable: true, configurable: true, enumerable: true });
    },
  });
}
