/** Many values of one resource, as older software sent them. */
export interface BulkDatum {
  resource: string;
  datum_ids: readonly string[];
  datum_kwarg_list: readonly Record<string, unknown>[];
  [key: string]: unknown;
}
