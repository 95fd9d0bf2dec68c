import { ColumnLayout } from '../draw/column-layout.js';

/** So many tables are remembered; a page that makes more has long forgotten the first. */
const MOST = 500;

const layouts = new Map<string, ColumnLayout>();

/** Order and widths that the user has given the columns of a table while this page lives. */
export function layoutOf(figure: string): ColumnLayout {
  const layout = layouts.get(figure) ?? new ColumnLayout();
  layouts.delete(figure);
  layouts.set(figure, layout);
  const [oldest] = layouts.keys();
  if (layouts.size > MOST && oldest !== undefined) layouts.delete(oldest);
  return layout;
}
