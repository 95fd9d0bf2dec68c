/** Events by descriptor, as older software sent them. */
export type BulkEvents = Record<string, readonly unknown[]>;
