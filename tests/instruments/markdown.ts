/** A block of code of a page, with the output that the page says it has. */
export interface Cell {
  code: string;
  /** The line of the page where the block begins. */
  line: number;
  throws: boolean;
  /** The name of the file that the block is, where it is no cell: `ts file=mine.ts`. */
  file?: string;
  /** Lines that the output must hold, where `...` stands for anything. */
  expected: readonly string[];
}

interface Fence {
  info: string;
  line: number;
  text: string;
}

/** The fenced blocks of a page. */
function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  let open: { info: string; line: number; lines: string[] } | undefined;
  page.split('\n').forEach((text, at) => {
    const [, info] = /^```(.*)$/.exec(text) ?? [];
    if (info === undefined) open?.lines.push(text);
    else if (open) {
      fences.push({ info: open.info, line: open.line, text: open.lines.join('\n') });
      open = undefined;
    } else open = { info: info.trim(), line: at + 1, lines: [] };
  });
  if (open) throw new Error(`The block in line ${open.line} has no end.`);
  return fences;
}

/** The cells of a page: its blocks marked `ts`, each with the `text` that follows. */
export function cellsOf(page: string): Cell[] {
  const fences = fencesOf(page);
  return fences.flatMap(({ info, line, text }, at) => {
    const [language, ...marks] = info.split(' ');
    if (language !== 'ts') return [];
    const next = fences[at + 1];
    const expected = next?.info === 'text' ? next.text.split('\n') : [];
    const file = marks.find((mark) => mark.startsWith('file='))?.slice('file='.length);
    return [{ code: text, line, throws: marks.includes('throws'), expected, ...(file !== undefined && { file }) }];
  });
}

/** The targets of a page's links, without those of its code. */
export function linksOf(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  return Array.from(prose.matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target as string);
}

/** The anchors of a page's headings, as GitHub makes them. */
export function anchorsOf(page: string): string[] {
  const headings = page.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, text]) =>
    (text as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

/** The paths that a page names as code, such as `src/index.ts`. */
export function pathsOf(page: string): string[] {
  const prose = page.replace(/^```[\s\S]*?^```$/gm, '');
  const names = Array.from(prose.matchAll(/`([^`\n]+)`/g), ([, name]) => name as string);
  return names.filter((name) => /^(?:[\w.-]+\/)+[\w.-]*$|^[\w-]+\.(?:md|json|mjs)$/.test(name));
}
