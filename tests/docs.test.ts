import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

import { HttpOven } from './instruments/http-oven.js';
import { KernelClient } from './instruments/kernel-client.js';
import type { Answer } from './instruments/kernel-client.js';
import { anchorsOf, cellsOf, linksOf, pathsOf } from './instruments/markdown.js';
import type { Cell } from './instruments/markdown.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCS = join(ROOT, 'docs');

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(DOCS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => relative(ROOT, join(DOCS, path))),
].sort();

const pageOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Everything that a cell shows. */
function shownBy({ published }: Answer): string {
  const texts = published.map(({ header, content }) => {
    if (header.msg_type === 'stream') return String(content.text);
    if (header.msg_type === 'error') return (content.traceback as string[]).join('\n');
    return (content.data as { 'text/plain'?: string } | undefined)?.['text/plain'] ?? '';
  });
  return texts.filter((text) => text !== '').join('\n');
}

function matches(line: string, expected: string): boolean {
  const parts = expected.split('...').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(line);
}

/** Runs cells in a kernel; gives a sentence for each that does not do what its page says. */
async function problemsOf(cells: readonly Cell[], env: Record<string, string> = {}): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  const kernel = await KernelClient.start(folder, undefined, { LIVESKY_STARTUP: '', ...env });
  const problems: string[] = [];
  try {
    for (const { code, line, throws, expected, file } of cells) {
      if (file !== undefined) {
        writeFileSync(join(folder, file), code);
        continue;
      }
      const answer = await kernel.execute(code);
      const failed = answer.reply.content.status !== 'ok';
      const shown = shownBy(answer);
      if (failed !== throws) problems.push(`line ${line} ${failed ? 'fails' : 'does not fail'}: ${shown}`);
      const lines = shown.split('\n');
      for (const each of expected) {
        if (!lines.some((text) => matches(text, each))) problems.push(`line ${line} shows no ${each}, but ${shown}`);
      }
    }
  } finally {
    kernel.close();
  }
  return problems;
}

/** The links of a page that lead nowhere. */
function deadLinksOf(path: string, page: string): string[] {
  return linksOf(page).filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    if (file === '') return !anchorsOf(page).includes(anchor ?? '');
    const target = join(ROOT, dirname(path), decodeURIComponent(file));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
  });
}

/** The paths on a page that are none. */
const deadPathsOf = (page: string): string[] => pathsOf(page).filter((path) => !existsSync(join(ROOT, path)));

describe('cells of the documentation', () => {
  const withCells = PAGES.map((path) => [path, cellsOf(pageOf(path))] as const).filter(([, cells]) => cells.length > 0);

  it.each(withCells)(
    '%s: all do what the page says',
    async (_, cells) => {
      const oven = new HttpOven();
      try {
        expect(await problemsOf(cells, { OVEN: await oven.start() })).toEqual([]);
      } finally {
        oven.stop();
      }
    },
    120_000,
  );

  it('are those of the README and of the pages with examples', () => {
    expect(withCells.map(([path]) => path)).toEqual([
      'README.md',
      'docs/devices.md',
      'docs/documents.md',
      'docs/fitting.md',
      'docs/kernel.md',
      'docs/own-callback.md',
      'docs/own-device.md',
      'docs/plan-card.md',
      'docs/plan-stubs.md',
      'docs/plans.md',
      'docs/plots.md',
      'docs/preprocessors.md',
      'docs/reference-line-styles.md',
      'docs/run-engine.md',
      'docs/suspenders.md',
      'docs/tutorial.md',
    ]);
  });

  it('control: a cell that fails, one that does not and a wrong output are found out', async () => {
    const fence = '```';
    const page = [
      `${fence}ts\nconst a: number = 'x'\n${fence}`,
      `${fence}ts throws\n1 + 1\n${fence}`,
      `${fence}ts\n1 + 2\n${fence}\n\n${fence}text\n4\n${fence}`,
      `${fence}ts\n[1, 2]\n${fence}\n\n${fence}text\n[ ... ]\n${fence}`,
    ].join('\n\n');
    expect(await problemsOf(cellsOf(page))).toEqual([
      expect.stringMatching(/^line 1 fails: TypeScriptError/),
      expect.stringMatching(/^line 5 does not fail: 2/),
      expect.stringMatching(/^line 9 shows no 4, but 3/),
    ]);
  });
});

describe('links of the documentation', () => {
  it.each(PAGES)('%s: all lead somewhere', (path) => {
    expect(deadLinksOf(path, pageOf(path))).toEqual([]);
  });

  it('lead from the index to every page', () => {
    const pages = readdirSync(DOCS).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(linksOf(pageOf('docs/README.md'))).toEqual(expect.arrayContaining(pages));
  });

  it('control: dead ones are found out', () => {
    const page = '# Here\n[a](nowhere.md) [b](adr/) [c](#here) [d](#there) [e](https://example.org) `[f](code.md)`';
    expect(deadLinksOf('docs/page.md', page)).toEqual(['nowhere.md', '#there']);
  });
});

describe("paths in the developers' guide", () => {
  const guide = pageOf('docs/developer-guide.md');

  it('are there', () => {
    expect(pathsOf(guide).length).toBeGreaterThan(25);
    expect(deadPathsOf(guide).filter((path) => !MADE.includes(path))).toEqual([]);
  });

  it('control: others are not', () => {
    expect(deadPathsOf('`src/index.ts`, `src/nothing.ts`, `nothing.md`, `npm test`, `src/lab/`')).toEqual([
      'src/nothing.ts',
      'nothing.md',
    ]);
  });
});

/** Folders that are made by a build or an installation. */
const MADE: readonly string[] = ['lib/', 'labextension/', 'node_modules/', '.venv/'];
