import { expect, test } from 'vitest';
import { FigureMode } from './figure-mode.js';
import { MagicError } from './magic-error.js';

test('%matplotlib chooses where figures are drawn', () => {
  const mode = new FigureMode();
  const placed = (backend: string): string => {
    mode.choose(backend);
    return mode.place;
  };
  expect(mode.place).toBe('cell');
  expect(['inline', 'notebook', 'qt', 'widget', 'inline', ''].map(placed)).toEqual([
    'end',
    'cell',
    'tab',
    'cell',
    'end',
    'cell',
  ]);
  mode.choose('qt');
  for (const unknown of ['tk', 'toString', 'Inline']) expect(() => placed(unknown)).toThrow(MagicError);
  expect(mode.place).toBe('tab');
});
