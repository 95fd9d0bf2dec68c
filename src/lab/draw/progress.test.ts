// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProgressBarView } from '../../figures/index.js';
import { drawProgress } from './progress.js';

let host: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
});

const bar = (label: string, more: Partial<ProgressBarView> = {}): ProgressBarView => ({
  label,
  state: 'moving',
  done: 0.5,
  text: '1 of 2',
  ...more,
});

const bars = (): Record<string, string | null>[] =>
  Array.from(host.querySelectorAll('[role=progressbar]'), (each) => ({
    label: each.getAttribute('aria-label'),
    now: each.getAttribute('aria-valuenow'),
    text: each.getAttribute('aria-valuetext'),
    width: (each.firstElementChild as HTMLElement).style.width,
  }));

describe('drawProgress', () => {
  it('says to everybody how far each is', () => {
    drawProgress(host, [bar('points'), bar('motor', { done: null, text: 'in progress' })]);
    expect(bars()).toEqual([
      { label: 'points', now: '50', text: '1 of 2', width: '50%' },
      { label: 'motor', now: null, text: 'in progress', width: '0%' },
    ]);
  });

  it('changes bars in place, adds new ones and takes old ones away', () => {
    drawProgress(host, [bar('points'), bar('a')]);
    const [points] = host.querySelectorAll('.jp-Livesky-progressRow');
    drawProgress(host, [bar('points', { done: 1, state: 'done', text: '2 of 2' }), bar('b')]);
    expect(host.querySelector('.jp-Livesky-progressRow')).toBe(points);
    expect(points?.className).toContain('jp-mod-done');
    expect(bars().map(({ label, now }) => [label, now])).toEqual([
      ['points', '100'],
      ['b', '50'],
    ]);
  });

  it('writes names and texts as text', () => {
    const evil = '<img src=x onerror=alert(1)>';
    drawProgress(host, [bar(evil, { text: evil })]);
    expect(host.querySelector('img')).toBeNull();
    expect(host.textContent).toBe(evil + evil);
  });
});
