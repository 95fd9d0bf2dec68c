import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import { expect } from '@jupyterlab/galata';
import type { Locator } from '@playwright/test';

const examples = join(dirname(fileURLToPath(import.meta.url)), '..', 'examples');

/** The text of a file in examples/. */
export function example(name: string): string {
  return readFileSync(join(examples, name), 'utf8');
}

/** A notebook for the livesky kernel with these cells. */
export function notebookOf(cells: readonly string[]): string {
  return JSON.stringify({
    cells: cells.map((source, at) => ({
      cell_type: 'code',
      id: `c${at}`,
      metadata: {},
      source,
      execution_count: null,
      outputs: [],
    })),
    metadata: { kernelspec: { display_name: 'livesky (TypeScript)', language: 'typescript', name: 'livesky' } },
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** A notebook as a user sees it: code cells, their prompts, their outputs. */
export class NotebookPage {
  constructor(readonly page: IJupyterLabPageFixture) {}

  /** Uploads a notebook and opens it; resolves when its kernel is ready. */
  async open(path: string, content: string): Promise<void> {
    await this.page.contents.uploadContent(content, 'text', path);
    await this.page.notebook.openByPath(path);
    await this.page.notebook.activate(path.split('/').at(-1) as string);
    await expect(this.page.locator('.jp-NotebookPanel-toolbar').getByText('livesky (TypeScript)')).toBeVisible();
    await expect(this.page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]')).toBeVisible({
      timeout: 30_000,
    });
  }

  /** A code cell by its place among the code cells. */
  cell(at: number): Locator {
    return this.page.locator('.jp-Notebook .jp-CodeCell').nth(at);
  }

  output(at: number): Locator {
    return this.cell(at).locator('.jp-Cell-outputWrapper');
  }

  figure(at: number, place = 0): Locator {
    return this.output(at).locator('.jp-Livesky').nth(place);
  }

  /** Runs a cell as a user does, without waiting for its end. */
  async start(at: number): Promise<void> {
    const editor = this.cell(at).locator('.cm-content');
    await editor.scrollIntoViewIfNeeded();
    await editor.click();
    await this.page.keyboard.press('Control+Enter');
  }

  /** Runs a cell and waits for its end. */
  async run(at: number, timeout = 30_000): Promise<void> {
    const before = await this.prompt(at).innerText();
    await this.start(at);
    await expect(this.prompt(at)).not.toHaveText(before, { timeout });
    await this.ended(at, timeout);
  }

  async ended(at: number, timeout = 30_000): Promise<void> {
    await expect(this.prompt(at)).toHaveText(/^\[\d+\]:$/, { timeout });
  }

  async running(at: number): Promise<void> {
    await expect(this.prompt(at)).toHaveText('[*]:');
  }

  prompt(at: number): Locator {
    return this.cell(at).locator('.jp-InputPrompt').first();
  }
}

/** How many rows a figure's table has. */
export async function tableRows(figure: Locator): Promise<number> {
  const count = await figure.locator('.jp-Livesky-table').getAttribute('aria-rowcount');
  return Number(count) - 1;
}

/** How many points a figure's plot shows. */
export async function plottedPoints(figure: Locator): Promise<number> {
  return Number(await figure.locator('.jp-Livesky-series').first().getAttribute('data-points'));
}
