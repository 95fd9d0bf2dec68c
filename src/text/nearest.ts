/** How many letters of a word may be wrong: one in three. */
const LETTERS_PER_SLIP = 3;

/** A longer word is no name that somebody mistyped, and two such words would take long to compare. */
const LONGEST_WORD = 200;

/**
 * The known word that was probably meant by a misspelled one; undefined if none is close.
 *
 * Upper and lower case, spaces, hyphens and underscores do not count. Closeness is the edit distance in which
 * two exchanged letters are one slip (optimal string alignment).
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const meant = plain(word);
  if (meant.length > LONGEST_WORD) return undefined;
  // One letter is any other.
  const allowed = meant.length < 2 ? 0 : Math.min(3, Math.max(1, Math.round(meant.length / LETTERS_PER_SLIP)));
  let best: string | undefined;
  let least = allowed + 1;
  for (const each of known) {
    const candidate = plain(each);
    if (candidate === '' || Math.abs(candidate.length - meant.length) > allowed) continue;
    const distance = slips(meant, candidate);
    if (distance < least) [best, least] = [each, distance];
  }
  return best;
}

/** A question to end an error's message with: ` Did you mean 'event'?`, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean '${meant}'?`;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[\s_-]/g, '');
}

function slips(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(row, j - 1) + 1,
        at(last, j) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        exchanged ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] as number;
}
