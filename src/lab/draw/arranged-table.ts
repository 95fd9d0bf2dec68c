import type { TableHeading, TableView } from '../../figures/index.js';

/** In which order a table is shown. */
export interface Arrangement {
  /** The places of its columns. */
  columns: readonly number[];
  /** Its rows, or undefined for the order in which they were taken. */
  rows: Uint32Array | undefined;
}

/** A table with its columns, and perhaps its rows, in another order. */
export function arrangedTable(view: TableView, { columns, rows }: Arrangement): TableView {
  const column = (at: number): number => columns[at] ?? -1;
  const row = (at: number): number => (rows ? (rows[at] ?? view.rows) : at);
  return {
    ...view,
    headings: columns.map((at) => view.headings[at] as TableHeading),
    cell: (at, of) => view.cell(row(at), column(of)),
    full: (at, of) => view.full(row(at), column(of)),
    exact: (at, of) => view.exact(row(at), column(of)),
    value: (at, of) => view.value(row(at), column(of)),
    isRetaken: (at) => view.isRetaken(row(at)),
  };
}
