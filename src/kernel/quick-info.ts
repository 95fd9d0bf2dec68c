import type { QuickInfo, TextPart } from './tslab.js';

/** What is known about a name, as text and as Markdown. */
export interface Description {
  'text/plain': string;
  'text/markdown': string;
}

/** A tag of documentation in words: `@param` and `@throws` become lists, `@example` code. */
interface Section {
  heading: string;
  entries: Entry[];
}
interface Entry {
  /** Of a parameter its name. */
  name: string;
  text: string;
}

const HEADINGS: ReadonlyMap<string, string> = new Map([
  ['param', 'Parameters'],
  ['typeParam', 'Types'],
  ['template', 'Types'],
  ['returns', 'Returns'],
  ['return', 'Returns'],
  ['throws', 'Throws'],
  ['example', 'Example'],
  ['remarks', 'Remarks'],
  ['see', 'See'],
  ['deprecated', 'Deprecated'],
  ['defaultValue', 'Default'],
  ['default', 'Default'],
]);

/** Tags for tools, which say nothing to a user. */
const SILENT = new Set(['internal', 'override', 'module', 'packageDocumentation', 'virtual', 'public', 'readonly']);

const LINK = /\{@link(?:code|plain)?\s+([^}\s|]+)\s*\|?\s*([^}]*)\}/g;

/** What is known about a name: its signature, its description and its tags, links as the names they lead to. */
export function describeInfo(info: QuickInfo): Description {
  const signature = signatureOf(info);
  const description = join(info.documentation);
  const sections = sectionsOf(info.tags ?? []);
  return {
    'text/plain': paragraphs([signature, withPlainLinks(description), ...sections.map(plainSection)]),
    'text/markdown': paragraphs([
      signature === '' ? '' : `\`\`\`ts\n${signature}\n\`\`\``,
      withCodeLinks(description),
      ...sections.map(markdownSection),
    ]),
  };
}

/** Names that are imported are told as what they are. */
function signatureOf({ displayParts }: QuickInfo): string {
  return join(displayParts)
    .replace(/^\(alias\) /, '')
    .replace(/\nimport \S+$/, '');
}

function sectionsOf(tags: NonNullable<QuickInfo['tags']>): Section[] {
  const sections: Section[] = [];
  for (const { name: tag, text } of tags) {
    if (SILENT.has(tag)) continue;
    const heading = HEADINGS.get(tag) ?? tag.charAt(0).toUpperCase() + tag.slice(1);
    const last = sections.at(-1);
    const entry = entryOf(heading, join(text).trim());
    if (last?.heading === heading && heading !== 'Example') last.entries.push(entry);
    else sections.push({ heading, entries: [entry] });
  }
  return sections;
}

function entryOf(heading: string, text: string): Entry {
  if (heading !== 'Parameters' && heading !== 'Types') return { name: '', text };
  const [, name = '', rest = ''] = /^(\S+)\s*(?:-\s*)?([^]*)$/.exec(text) ?? [];
  return { name, text: rest };
}

function plainSection({ heading, entries }: Section): string {
  if (heading === 'Example') return `${heading}:\n${indented(withoutFences(entries[0]?.text ?? ''))}`;
  const [only] = entries;
  if (only?.name === '' && entries.length === 1) return `${heading}: ${withPlainLinks(only.text)}`.trimEnd();
  const width = Math.max(...entries.map(({ name }) => name.length));
  const lines = entries.map(({ name, text }) => `${name.padEnd(width)}  ${oneLine(withPlainLinks(text))}`.trim());
  return `${heading}:\n${indented(lines.join('\n'))}`;
}

function markdownSection({ heading, entries }: Section): string {
  if (heading === 'Example') return `**${heading}**\n\n${fenced(entries[0]?.text ?? '')}`;
  const [only] = entries;
  if (only?.name === '' && entries.length === 1) return `**${heading}**: ${withCodeLinks(only.text)}`.trimEnd();
  const lines = entries.map(({ name, text }) => {
    const words = oneLine(withCodeLinks(text));
    return name === '' ? `- ${words}` : `- \`${name}\`${words === '' ? '' : `: ${words}`}`;
  });
  return `**${heading}**\n\n${lines.join('\n')}`;
}

function withPlainLinks(text: string): string {
  return text.replace(LINK, (_link, name: string, label: string) => label.trim() || name);
}

function withCodeLinks(text: string): string {
  return text.replace(LINK, (_link, name: string, label: string) => label.trim() || `\`${name}\``);
}

/** Examples are code, with or without a fence around it. */
function fenced(text: string): string {
  return text.includes('```') ? text : `\`\`\`ts\n${text}\n\`\`\``;
}

function withoutFences(text: string): string {
  return text.replace(/^```.*\n?/gm, '').trimEnd();
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function join(parts: readonly TextPart[] | undefined): string {
  return (parts ?? []).map((part) => part.text).join('');
}
