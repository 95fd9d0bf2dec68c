/** The beginning and the end of a table. */
export interface TableExcerpt {
  /** The rows that are shown, ascending. */
  rows: number[];
  /** How many lie between the two parts. */
  leftOut: number;
  /** After how many of `rows` they are missing. */
  gapAfter: number;
}

/** The first and the last `each` of a table's rows, or all of them. */
export function tableExcerpt(count: number, each: number): TableExcerpt {
  const all = Array.from({ length: Math.min(count, 2 * each) }, (_, i) => i);
  if (count <= 2 * each) return { rows: all, leftOut: 0, gapAfter: count };
  const rows = all.map((i) => (i < each ? i : count - 2 * each + i));
  return { rows, leftOut: count - 2 * each, gapAfter: each };
}

/** The line that stands for rows that are left out. */
export function gapText(leftOut: number): string {
  return `… ${leftOut} rows more …`;
}
