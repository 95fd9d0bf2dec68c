import type { DocumentName, Documents, Named } from '../../src/documents/index.js';

/** A callback that keeps every document it receives. */
export class DocumentCollector {
  readonly documents: Named[] = [];

  receive(...document: Named): void {
    this.documents.push(document);
  }

  /** The documents of one kind, in order. */
  of<N extends DocumentName>(name: N): Documents[N][] {
    return this.documents.filter((each) => each[0] === name).map((each) => each[1] as Documents[N]);
  }

  /** The kinds of documents, in order. */
  get names(): DocumentName[] {
    return this.documents.map(([name]) => name);
  }

  /** `seq_num` of every event, in order. */
  get seqNums(): number[] {
    return this.of('event').map((event) => event.seq_num);
  }
}
