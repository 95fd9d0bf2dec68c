import { describe, expect, it } from 'vitest';
import type { TableHeading } from '../../figures/index.js';
import { ColumnLayout } from './column-layout.js';

const headings = (keys: string): TableHeading[] => [...keys].map((key) => ({ key, label: key, width: 12 }));

const arranged = (layout: ColumnLayout, keys: string): string =>
  layout
    .arrange(headings(keys))
    .map((at) => keys[at])
    .join('');

describe('the order of columns', () => {
  it("is the table's until the user has changed it", () => {
    expect(arranged(new ColumnLayout(), 'abc')).toBe('abc');
  });

  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
  ])('puts column %s to place %s', (from, to, order) => {
    const layout = new ColumnLayout();
    layout.move(headings('abc'), from, to);
    expect(arranged(layout, 'abc')).toBe(order);
  });

  it('puts columns that come later behind those that stand before them in the table', () => {
    const layout = new ColumnLayout();
    layout.move(headings('abc'), 0, 2);
    expect(arranged(layout, 'abXcY')).toBe('bXcYa');
    expect(arranged(layout, 'Xabc')).toBe('Xbca');
  });

  it('loses no column when two have one name', () => {
    const layout = new ColumnLayout();
    layout.move(headings('aba'), 0, 1);
    expect([...arranged(layout, 'aba')].sort().join('')).toBe('aab');
  });
});

describe('the widths of columns', () => {
  it("are the table's, or the user's in pixels or characters", () => {
    const layout = new ColumnLayout();
    expect(layout.template(headings('abc'))).toBe('14ch 14ch 14ch');
    layout.resize('a', 100.4);
    layout.fit('b', 5);
    layout.resize('c', -20);
    expect(layout.template(headings('abc'))).toBe('100px 7ch 32px');
    expect(layout.template([])).toBe('auto');
  });
});
