// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Repaint } from './repaint.js';

let host: HTMLElement;
let drawings: number;
/** How far drawings have put the clock forward, in milliseconds. */
let ahead: number;
let repaint: Repaint;

beforeEach(() => {
  vi.useFakeTimers();
  host = document.body.appendChild(document.createElement('div'));
  [drawings, ahead] = [0, 0];
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
});

afterEach(() => {
  repaint.dispose();
  host.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Begins with drawings that take so many milliseconds. */
async function begin(cost = 0): Promise<void> {
  repaint = new Repaint(host, () => {
    drawings += 1;
    ahead += cost;
  });
  await vi.advanceTimersByTimeAsync(0);
}

/** Asks for a drawing every millisecond. */
async function askFor(milliseconds: number): Promise<void> {
  for (let i = 0; i < milliseconds; i++) {
    repaint.request();
    await vi.advanceTimersByTimeAsync(1);
  }
}

describe('Repaint', () => {
  it('draws once a screen refresh', async () => {
    await begin();
    await askFor(320);
    expect(drawings).toBeGreaterThanOrEqual(18);
    expect(drawings).toBeLessThanOrEqual(21);
  });

  it('draws in sight only, but for the first time and for the last', async () => {
    host.dataset.testUnseen = '';
    await begin();
    await askFor(100);
    expect(drawings).toBe(1);
    repaint.request(true);
    await askFor(100);
    expect(drawings).toBe(2);
    delete host.dataset.testUnseen;
    window.dispatchEvent(new Event('scroll'));
    await vi.advanceTimersByTimeAsync(100);
    expect(drawings).toBe(3);
  });

  it('draws nothing that has no width, and all of it when it is shown', async () => {
    host.dataset.testWidth = '0';
    await begin();
    await askFor(100);
    expect(drawings).toBe(0);
    host.dataset.testWidth = '500';
    window.dispatchEvent(new Event('resize'));
    await vi.advanceTimersByTimeAsync(100);
    expect(drawings).toBe(1);
  });

  it('leaves the page two thirds of its time where drawing takes long, and forgets nothing', async () => {
    await begin(100);
    await askFor(150);
    expect(drawings).toBe(1);
    await askFor(100);
    expect(drawings).toBe(2);
    repaint.request();
    await vi.advanceTimersByTimeAsync(300);
    expect(drawings).toBe(3);
  });

  it('leaves the page half of its time where the browser takes long for what was drawn', async () => {
    await begin();
    const paint = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => {
      setTimeout(() => {
        draw(0);
        // Layout and painting: they come before the next task.
        ahead += 60;
      }, 1);
      return 1;
    });
    drawings = 0;
    await askFor(400);
    paint.mockRestore();
    expect(drawings).toBeGreaterThanOrEqual(5);
    expect(drawings).toBeLessThanOrEqual(8);
  });

  it('does not stand still for as long as something else took the page', async () => {
    await begin();
    await askFor(100);
    repaint.request();
    await vi.advanceTimersToNextTimerAsync();
    ahead += 5000;
    drawings = 0;
    repaint.request(true);
    await vi.advanceTimersByTimeAsync(130);
    expect(drawings).toBe(1);
  });
});
