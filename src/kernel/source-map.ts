/** A place in a text; lines and columns from 0. */
export interface Place {
  line: number;
  column: number;
}

/** The column where a piece of generated text begins, and where it comes from. */
interface Segment extends Place {
  generated: number;
}

/** The `mappings` of a source map (revision 3) of one source, ready to be asked. */
export class SourceMap {
  readonly #lines: readonly Segment[][];

  constructor(mappings: string) {
    this.#lines = decode(mappings);
  }

  /** Where the text at a place comes from; undefined for text that the compiler has added. */
  sourceOf({ line, column }: Place): Place | undefined {
    let found: Segment | undefined;
    for (const segment of this.#lines[line] ?? []) {
      if (segment.generated > column) break;
      found = segment;
    }
    return found && { line: found.line, column: found.column };
  }
}

function decode(mappings: string): Segment[][] {
  // Every number but the generated column goes on from the line before.
  let line = 0;
  let column = 0;
  return mappings.split(';').map((group) => {
    let generated = 0;
    const segments: Segment[] = [];
    for (const text of group === '' ? [] : group.split(',')) {
      const [forward = 0, source, lines = 0, columns = 0] = decodeNumbers(text);
      generated += forward;
      if (source === undefined) continue;
      line += lines;
      column += columns;
      segments.push({ generated, line, column });
    }
    return segments;
  });
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 digits of five bits each, least first; the sixth bit says that more follow, the lowest is the sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
