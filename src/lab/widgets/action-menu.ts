import { CommandRegistry } from '@lumino/commands';
import { Menu } from '@lumino/widgets';
import type { FigureAction } from './figure-actions.js';

/** Opens a menu at a button, as JupyterLab's are; the focus comes back to where it was. */
export function openMenu(button: HTMLElement, items: readonly Omit<FigureAction, 'icon'>[]): void {
  const before = button.ownerDocument.activeElement;
  const commands = new CommandRegistry();
  const menu = new Menu({ commands });
  for (const { name, label, disabled = false, run } of items) {
    commands.addCommand(name, { label, isEnabled: () => !disabled, execute: () => run(button) });
    menu.addItem({ command: name });
  }
  button.setAttribute('aria-expanded', 'true');
  menu.aboutToClose.connect(() => {
    button.removeAttribute('aria-expanded');
    // The menu is still there, and the command that was chosen runs after it has gone.
    setTimeout(() => {
      menu.dispose();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    });
  });
  const { left, bottom } = button.getBoundingClientRect();
  menu.open(left, bottom);
  menu.activeIndex = 0;
}
