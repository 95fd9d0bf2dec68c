import type { TableView } from '../../figures/index.js';

/** A table before anything of it is known. */
export const NO_TABLE: TableView = {
  headings: [],
  rows: 0,
  cell: () => '',
  full: () => '',
  exact: () => '',
  value: () => undefined,
  isRetaken: () => false,
  edits: 0,
  hasEnded: false,
  notice: '',
};
