/** The fields that every event has beside its data. */
export const EVENT_FIELDS: readonly string[] = ['seq_num', 'time'];

export function isEventField(field: string): boolean {
  return EVENT_FIELDS.includes(field);
}
