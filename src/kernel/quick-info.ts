import type { QuickInfo, TextPart } from './tslab.js';

/** What is known about a name as plain text: its signature, its description and its tags. */
export function describeInfo(info: QuickInfo): string {
  const signature = join(info.displayParts);
  const description = join(info.documentation);
  const tags = (info.tags ?? []).map((tag) => `@${tag.name} ${join(tag.text)}`.trimEnd());
  return [signature, description, tags.join('\n')].filter((part) => part !== '').join('\n\n');
}

function join(parts: readonly TextPart[] | undefined): string {
  return (parts ?? []).map((part) => part.text).join('');
}
