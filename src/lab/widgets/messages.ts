import type { NoticeMessage } from '../../wire/index.js';

/** Whether a value is an object with string keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a kernel's notice; anything else is undefined. */
export function parseNotice(content: unknown): NoticeMessage | undefined {
  if (!isRecord(content) || content.kind !== 'notice') return undefined;
  return typeof content.text === 'string' ? { kind: 'notice', text: content.text } : undefined;
}
