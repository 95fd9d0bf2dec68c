/** A cell that was run, and what its last expression gave as text. */
interface HistoryEntry {
  line: number;
  input: string;
  output: string | null;
}

/** One entry of a `history_reply`. */
export type HistoryTuple = [session: number, line: number, entry: string | [input: string, output: string | null]];

/** A kernel's life is one session: what was run before a restart is not remembered. */
const SESSION = 1;
const MOST_ENTRIES = 1000;

/** What has been run, for the Up key of consoles and for their search. */
export class History {
  #entries: HistoryEntry[] = [];

  add(line: number, input: string, output: string | null): void {
    this.#entries.push({ line, input, output });
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift();
  }

  /** Answers a `history_request`. */
  answer(content: Record<string, unknown>): { status: 'ok'; history: HistoryTuple[] } {
    const withOutput = content.output === true;
    const history = this.#chosen(content).map(({ line, input, output }): HistoryTuple => {
      return [SESSION, line, withOutput ? [input, output] : input];
    });
    return { status: 'ok', history };
  }

  #chosen(content: Record<string, unknown>): HistoryEntry[] {
    const { hist_access_type: access, n, unique, pattern } = content;
    if (access === 'range') return this.#range(content);
    let entries = this.#entries;
    if (access === 'search') {
      const wanted = globOf(typeof pattern === 'string' ? pattern : '*');
      entries = entries.filter(({ input }) => wanted.test(input));
      if (unique === true) entries = entries.filter(({ input }, at) => lastOf(entries, input) === at);
    }
    return typeof n === 'number' && n >= 0 ? entries.slice(Math.max(0, entries.length - n)) : entries;
  }

  #range({ session, start, stop }: Record<string, unknown>): HistoryEntry[] {
    if (session !== SESSION && session !== 0) return [];
    const from = typeof start === 'number' ? start : 0;
    const to = typeof stop === 'number' ? stop : Infinity;
    return this.#entries.filter(({ line }) => line >= from && line < to);
  }
}

function lastOf(entries: readonly HistoryEntry[], input: string): number {
  return entries.findLastIndex((entry) => entry.input === input);
}

/** A shell pattern as a regular expression: `*` for anything, `?` for one character, `[...]` for one of some. */
function globOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*|\?|\[[^\]]+\])/).map((part, at) => {
    if (at % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return `[${part
      .slice(1, -1)
      .replace(/^!/, '^')
      .replace(/[\\\]]/g, '\\$&')}]`;
  });
  try {
    return new RegExp(`^${parts.join('')}$`);
  } catch {
    // Such as [z-a], which matches nothing.
    return /(?!)/;
  }
}
