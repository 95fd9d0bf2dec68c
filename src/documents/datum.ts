/** One value inside a resource. */
export interface Datum {
  datum_id: string;
  resource: string;
  datum_kwargs: Record<string, unknown>;
  [key: string]: unknown;
}
