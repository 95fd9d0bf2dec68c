/** Many values of one resource, as columns. */
export interface DatumPage {
  datum_id: readonly string[];
  resource: string;
  datum_kwargs: Record<string, readonly unknown[]>;
  [key: string]: unknown;
}
