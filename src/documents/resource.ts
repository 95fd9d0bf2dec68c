/** A file, or another place, that holds values which events refer to. */
export interface Resource {
  uid: string;
  spec: string;
  root: string;
  resource_path: string;
  resource_kwargs: Record<string, unknown>;
  path_semantics?: 'posix' | 'windows';
  run_start?: string;
  [key: string]: unknown;
}
