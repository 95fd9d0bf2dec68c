/** The longest sequence of frames that is looked for, so that functions that call each other are found too. */
const LONGEST_CYCLE = 8;

/** How often a sequence must come to be worth folding. */
const FEWEST_REPEATS = 3;

/** Folds frames that repeat, as those of a recursion do, into one round and a count. */
export function foldFrames<T>(frames: readonly T[], textOf: (frame: T) => string, note: (text: string) => T): T[] {
  const texts = frames.map(textOf);
  const folded: T[] = [];
  for (let at = 0; at < frames.length;) {
    const { length, repeats } = cycleAt(texts, at);
    folded.push(...frames.slice(at, at + length));
    if (repeats > 1) {
      const what = length === 1 ? 'the line above' : `the ${length} lines above`;
      folded.push(note(`    ... ${what} ${repeats - 1} more times`));
    }
    at += length * repeats;
  }
  return folded;
}

function cycleAt(texts: readonly string[], at: number): { length: number; repeats: number } {
  for (let length = 1; length <= LONGEST_CYCLE; length++) {
    let repeats = 1;
    while (sameRound(texts, at, at + repeats * length, length)) repeats += 1;
    if (repeats >= FEWEST_REPEATS) return { length, repeats };
  }
  return { length: 1, repeats: 1 };
}

function sameRound(texts: readonly string[], first: number, second: number, length: number): boolean {
  if (second + length > texts.length) return false;
  for (let i = 0; i < length; i++) if (texts[first + i] !== texts[second + i]) return false;
  return true;
}
