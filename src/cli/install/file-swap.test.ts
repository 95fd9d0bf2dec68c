import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FileSwap } from './file-swap.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'swap-'));
  writeFileSync(join(folder, 'a'), 'old a');
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'b', 'c'), 'old c');
});

const text = (...parts: string[]): string => readFileSync(join(folder, ...parts), 'utf8');

test('nothing changes before the commit, everything with it', () => {
  const swap = new FileSwap();
  swap.put(join(folder, 'a'), (to) => writeFileSync(to, 'new a'));
  swap.put(join(folder, 'x', 'y', 'z'), (to) => writeFileSync(to, 'new z'));
  swap.remove(join(folder, 'b'));
  expect([text('a'), text('b', 'c')]).toEqual(['old a', 'old c']);
  swap.commit();
  expect([text('a'), text('x', 'y', 'z')]).toEqual(['new a', 'new z']);
  expect(readdirSync(folder).sort()).toEqual(['a', 'x']);
  expect(swap.made).toEqual([join(folder, 'x'), join(folder, 'x', 'y')]);
});

test('a change that fails in the middle of the commit is undone with those before it', () => {
  const swap = new FileSwap();
  swap.put(join(folder, 'a'), (to) => writeFileSync(to, 'new a'));
  swap.remove(join(folder, 'b'));
  // Whoever promises a file and writes none makes the last step fail.
  swap.put(join(folder, 'x', 'y'), () => {});
  expect(() => swap.commit()).toThrow(/ENOENT/);
  expect(existsSync(join(folder, 'b'))).toBe(false);
  swap.rollBack();
  expect([text('a'), text('b', 'c')]).toEqual(['old a', 'old c']);
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});

test('a writer that fails leaves nothing of what it wrote', () => {
  const swap = new FileSwap();
  const write = (to: string): void => {
    mkdirSync(to);
    writeFileSync(join(to, 'half'), '');
    throw new Error('the disk is full');
  };
  expect(() => swap.put(join(folder, 'x', 'y'), write)).toThrow('the disk is full');
  swap.rollBack();
  expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
});
