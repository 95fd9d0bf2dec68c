// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { drawActions, runByKey } from './figure-actions.js';
import type { FigureAction } from './figure-actions.js';

let host: HTMLElement;
let done: string[];

function action(name: string, more: Partial<FigureAction> = {}): FigureAction {
  return { name, label: `Do ${name}`, icon: 'M0 0h16', run: () => done.push(name), ...more };
}

const buttons = (): HTMLButtonElement[] => [...host.querySelectorAll('button')];
const named = (name: string): HTMLButtonElement =>
  buttons().find((each) => each.dataset.action === name) as HTMLButtonElement;

function press(key: string, target: HTMLElement = named('a'), init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  document.body.replaceChildren();
  host = document.body.appendChild(document.createElement('div'));
  done = [];
});

describe('a toolbar', () => {
  it('names its buttons, says what is on, and does what is pressed', () => {
    drawActions(host, [action('a', { key: 'L' }), action('b', { pressed: true }), action('c', { disabled: true })]);
    expect(host.getAttribute('role')).toBe('toolbar');
    expect(buttons().map((each) => each.getAttribute('aria-label'))).toEqual(['Do a', 'Do b', 'Do c']);
    expect(buttons().map((each) => each.getAttribute('aria-pressed'))).toEqual([null, 'true', null]);
    expect(named('a').title).toBe('Do a (L)');
    for (const button of buttons()) button.click();
    expect(done).toEqual(['a', 'b']);
  });

  it('keeps its buttons, with the focus, while what they say changes', () => {
    drawActions(host, [action('a'), action('b', { pressed: false })]);
    const before = named('b');
    before.focus();
    drawActions(host, [action('a'), action('new'), action('b', { pressed: true, run: () => done.push('anew') })]);
    expect(named('b')).toBe(before);
    expect(document.activeElement).toBe(before);
    expect(buttons().map((each) => each.dataset.action)).toEqual(['a', 'new', 'b']);
    before.click();
    expect(done).toEqual(['anew']);
  });

  it('does what is offered last even where it looks the same', () => {
    drawActions(host, [action('a', { run: () => done.push('old') })]);
    drawActions(host, [action('a', { run: () => done.push('now') })]);
    named('a').click();
    expect(done).toEqual(['now']);
  });

  it('is one stop for Tab, and arrow keys go round in it', () => {
    drawActions(
      host,
      ['a', 'b', 'c'].map((name) => action(name)),
    );
    const stops = (): string[] => buttons().flatMap((each) => (each.tabIndex === 0 ? [each.dataset.action ?? ''] : []));
    expect(stops()).toEqual(['a']);
    named('a').focus();
    press('ArrowLeft');
    expect(document.activeElement).toBe(named('c'));
    expect(stops()).toEqual(['c']);
    press('ArrowRight', named('c'));
    expect(stops()).toEqual(['a']);
    press('End');
    expect(stops()).toEqual(['c']);
    expect(press('x', named('c')).defaultPrevented).toBe(false);
  });

  it('goes when nothing is offered', () => {
    drawActions(host, [action('a')]);
    drawActions(host, []);
    expect(buttons()).toEqual([]);
    expect(host.hasAttribute('role')).toBe(false);
  });
});

describe('keys', () => {
  const key = (name: string, init: KeyboardEventInit = {}): boolean =>
    runByKey(host, new KeyboardEvent('keydown', { key: name, ...init }));

  it('do what their buttons do, in either case, and tell so', () => {
    drawActions(host, [
      action('a', { key: 'L' }),
      action('b', { key: '+' }),
      action('c', { key: 'C', disabled: true }),
    ]);
    expect([key('l'), key('L'), key('='), key('c'), key('x')]).toEqual([true, true, true, true, false]);
    expect(done).toEqual(['a', 'a', 'b']);
  });

  it.each(['ctrlKey', 'metaKey', 'altKey'])("leave those with %s to the browser's own", (modifier) => {
    drawActions(host, [action('a', { key: 'L' })]);
    expect(key('l', { [modifier]: true })).toBe(false);
    expect(done).toEqual([]);
  });
});
