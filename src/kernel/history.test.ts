import { expect, test } from 'vitest';
import { History } from './history.js';

function filled(): History {
  const history = new History();
  history.add(1, '1 + 2', '3');
  history.add(2, "'a'", "'a'");
  history.add(3, '1 + 2', '3');
  history.add(4, 'f(x)\n', null);
  return history;
}
const asked = (content: object, history = filled()): unknown[] => history.answer({ ...content }).history;

test('tail gives the last ones, with output if that is asked for', () => {
  expect(asked({ hist_access_type: 'tail', n: 2 })).toEqual([
    [1, 3, '1 + 2'],
    [1, 4, 'f(x)\n'],
  ]);
  expect(asked({ hist_access_type: 'tail', n: 1, output: true })).toEqual([[1, 4, ['f(x)\n', null]]]);
  expect(asked({ hist_access_type: 'tail', n: 0 })).toEqual([]);
  expect(asked({})).toHaveLength(4);
});

test('range gives lines of this session', () => {
  expect(asked({ hist_access_type: 'range', session: 1, start: 2, stop: 4 })).toEqual([
    [1, 2, "'a'"],
    [1, 3, '1 + 2'],
  ]);
  expect(asked({ hist_access_type: 'range', session: 0, start: 4, stop: null })).toHaveLength(1);
  expect(asked({ hist_access_type: 'range', session: 7, start: 1 })).toEqual([]);
});

test('search takes shell patterns literally but for their signs', () => {
  expect(asked({ hist_access_type: 'search', pattern: '1*' })).toHaveLength(2);
  expect(asked({ hist_access_type: 'search', pattern: '1*', unique: true })).toEqual([[1, 3, '1 + 2']]);
  expect(asked({ hist_access_type: 'search', pattern: '*(?)*' })).toHaveLength(1);
  expect(asked({ hist_access_type: 'search', pattern: '[!1]*', n: 1 })).toEqual([[1, 4, 'f(x)\n']]);
  expect(asked({ hist_access_type: 'search', pattern: '[z-a]' })).toEqual([]);
  expect(asked({ hist_access_type: 'search', pattern: '(.+)' })).toEqual([]);
});

test('only the last thousand are kept', () => {
  const history = new History();
  for (let line = 1; line <= 1500; line++) history.add(line, String(line), null);
  expect(asked({}, history)).toHaveLength(1000);
  expect(asked({ n: 1 }, history)).toEqual([[1, 1500, '1500']]);
});
