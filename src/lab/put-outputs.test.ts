import type { ICodeCellModel } from '@jupyterlab/cells';
import { describe, expect, it } from 'vitest';
import type { RememberedCell } from '../wire/index.js';
import { putOutputs } from './put-outputs.js';

type Output = Record<string, unknown>;

/** As much of a cell as is asked; it counts how often an output was replaced. */
function cellOf(...held: Output[]): { cell: ICodeCellModel; held: Output[]; replaced: number[] } {
  const replaced: number[] = [];
  const outputs = {
    get length() {
      return held.length;
    },
    get: (i: number) => ({ toJSON: () => held[i] }),
    set: (i: number, output: Output) => {
      replaced.push(i);
      held[i] = output;
    },
    add: (output: Output) => held.push(output),
    clear: () => void held.splice(0),
  };
  const cell = { outputs, trusted: false, executionCount: null, executionState: 'idle' };
  return { cell: cell as unknown as ICodeCellModel, held, replaced };
}

const remembered = (outputs: Output[], more: Partial<RememberedCell> = {}): RememberedCell => ({
  cell: 'c',
  execution: 'e',
  executionCount: 3,
  ended: true,
  delivered: false,
  outputs,
  ...more,
});

const text = (words: string | string[]): Output => ({ output_type: 'stream', name: 'stdout', text: words });
const view = (id: string): Output => ({
  output_type: 'display_data',
  metadata: {},
  data: { 'application/vnd.jupyter.widget-view+json': { model_id: id }, 'text/plain': id },
});
const picture = (words: string): Output => ({
  output_type: 'display_data',
  metadata: {},
  data: { 'image/svg+xml': words },
});

describe('putOutputs', () => {
  it('fills a cell that was left empty, trusted as if it had been run here', () => {
    const { cell, held } = cellOf();
    putOutputs(cell, remembered([text('a'), view('f')]));
    expect(held).toEqual([text('a'), view('f')]);
    expect(cell).toMatchObject({ trusted: true, executionCount: 3, executionState: 'idle' });
  });

  it('adds what is missing and leaves alone what stands', () => {
    const { cell, held, replaced } = cellOf(text(['a\n', 'b']), view('f'));
    putOutputs(cell, remembered([text('a\nb'), view('f'), picture('p')], { ended: false }));
    expect(held).toEqual([text(['a\n', 'b']), view('f'), picture('p')]);
    expect(replaced).toEqual([]);
    expect(cell.executionState).toBe('running');
  });

  it('puts right what has become more', () => {
    const { cell, held, replaced } = cellOf(text('a'), view('f'), picture('half'));
    putOutputs(cell, remembered([text('ab'), view('f'), picture('whole')]));
    expect(held).toEqual([text('ab'), view('f'), picture('whole')]);
    expect(replaced).toEqual([0, 2]);
  });

  it('takes away what an earlier run of the cell has left', () => {
    const { cell, held } = cellOf(view('old'), picture('old'), text('old'));
    putOutputs(cell, remembered([view('new')]));
    expect(held).toEqual([view('new')]);
  });

  it('gives figures that a page has seen what lasts of them, and nothing to who has cleared the output', () => {
    const seen = cellOf(view('f'));
    putOutputs(seen.cell, remembered([view('f'), picture('p')], { delivered: true }));
    expect(seen.held).toEqual([view('f'), picture('p')]);
    const cleared = cellOf();
    putOutputs(cleared.cell, remembered([view('f'), picture('p')], { delivered: true }));
    expect(cleared.held).toEqual([]);
  });
});
