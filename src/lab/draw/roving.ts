import { local, select } from 'd3';

/** Which button of several the keyboard comes to. */
const entries = local<HTMLElement>();

/**
 * Makes several buttons one stop for the Tab key: arrow keys, Home and End go from one to the other, and
 * Tab comes back to the last.
 */
export function rove(host: HTMLElement, buttons: readonly HTMLElement[]): void {
  const entry = entries.get(host);
  enterAt(host, buttons, entry && buttons.includes(entry) ? entry : buttons[0]);
  select(host)
    .on('focusin.rove', ({ target }: FocusEvent) => {
      if (buttons.includes(target as HTMLElement)) enterAt(host, buttons, target as HTMLElement);
    })
    .on('keydown.rove', (event: KeyboardEvent) => {
      const next = buttons[nextOf(buttons.indexOf(event.target as HTMLElement), event.key, buttons.length)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
}

/** The place of the button that a key leads to; -1 for none. */
function nextOf(at: number, key: string, count: number): number {
  if (at < 0) return -1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}

function enterAt(host: HTMLElement, buttons: readonly HTMLElement[], entry: HTMLElement | undefined): void {
  if (entry) entries.set(host, entry);
  for (const button of buttons) {
    const tabIndex = button === entry ? 0 : -1;
    if (button.tabIndex !== tabIndex || !button.hasAttribute('tabindex')) button.tabIndex = tabIndex;
  }
}
