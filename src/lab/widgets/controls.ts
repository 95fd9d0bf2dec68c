import { select } from 'd3';
import type { ControlAction } from '../../wire/index.js';

/** A button: what it asks for and how it says so. */
interface ControlButton {
  action: ControlAction;
  label: string;
  /** Shown from the click until the engine has followed. */
  asked: string;
  title: string;
  /** Outline of its icon in a square of 12. */
  icon: string;
}

const BUTTONS: Readonly<Record<string, ControlButton>> = {
  pause: {
    action: 'pause',
    label: 'Pause',
    asked: 'pausing…',
    title: 'Pause at the next checkpoint; click again to pause now',
    icon: 'M2,1h3v10h-3zM7,1h3v10h-3z',
  },
  resume: {
    action: 'resume',
    label: 'Resume',
    asked: 'resuming…',
    title: 'Go on from the last checkpoint',
    icon: 'M2.5,1L11,6L2.5,11z',
  },
  stop: {
    action: 'stop',
    label: 'Stop',
    asked: 'stopping…',
    title: 'End the run here and mark it as a success',
    icon: 'M1.5,1.5h9v9h-9z',
  },
  abort: {
    action: 'abort',
    label: 'Abort',
    asked: 'aborting…',
    title: 'End the run here and mark it as aborted',
    icon: 'M3,1.5L6,4.5L9,1.5L10.5,3L7.5,6L10.5,9L9,10.5L6,7.5L3,10.5L1.5,9L4.5,6L1.5,3z',
  },
};

/** Which buttons make sense in which state of the engine; in all others there is nothing to press. */
const OFFERED: ReadonlyMap<string, readonly string[]> = new Map([
  ['running', ['abort', 'stop', 'pause']],
  ['pausing', ['abort', 'stop', 'pause']],
  // Resume stands where Pause stood.
  ['paused', ['abort', 'stop', 'resume']],
]);

/** So long buttons that take the place of others do not answer: a double click was meant for the first. */
const REST_MS = 400;

/**
 * Draws the buttons that an engine in this state can follow, none for null; `asked` is the one that
 * was pressed and waits for the engine.
 */
export function drawControls(
  host: HTMLElement,
  engine: string | null,
  asked: ControlAction | undefined,
  onClick: (action: ControlAction) => void,
): void {
  const names = OFFERED.get(engine ?? '') ?? [];
  const hadFocus = host.contains(document.activeElement);
  const replacing = host.childElementCount > 0;
  const buttons = select(host)
    .selectAll<HTMLButtonElement, ControlButton>('button')
    .data(
      names.map((name) => BUTTONS[name] as ControlButton),
      (each) => each.action,
    )
    .join((enter) => {
      const added = enter.append('button').each(build);
      return replacing ? added.each(rest) : added;
    });
  buttons
    .classed('jp-mod-asked', ({ action }) => isAsked(action, engine, asked))
    .attr(
      'aria-label',
      (each) => `${each.label} the run${isAsked(each.action, engine, asked) ? `, ${each.asked}` : ''}`,
    )
    .on('click', function (_, { action }) {
      if (!this.hasAttribute('aria-disabled')) onClick(action);
    })
    .select('span')
    .text((each) => (isAsked(each.action, engine, asked) ? each.asked : each.label));
  // A button that had the focus and went away hands it on, or the keyboard would start at the page's top.
  if (hadFocus && !host.contains(document.activeElement)) buttons.nodes().at(-1)?.focus();
}

/** Not `disabled`: that would take the focus away. */
function rest(this: HTMLButtonElement): void {
  this.setAttribute('aria-disabled', 'true');
  setTimeout(() => this.removeAttribute('aria-disabled'), REST_MS);
}

function isAsked(action: ControlAction, engine: string | null, asked: ControlAction | undefined): boolean {
  return action === asked || (action === 'pause' && engine === 'pausing');
}

function build(this: HTMLButtonElement, button: ControlButton): void {
  const element = select(this)
    .attr('type', 'button')
    .attr('class', `jp-Livesky-button jp-Livesky-${button.action}`)
    .attr('data-action', button.action)
    .attr('title', button.title)
    // Else the notebook takes Enter as the wish to edit the cell.
    .attr('data-lm-suppress-shortcuts', 'true');
  element
    .append('svg')
    .attr('viewBox', '0 0 12 12')
    .attr('width', 10)
    .attr('height', 10)
    .attr('aria-hidden', 'true')
    .append('path')
    .attr('fill', 'currentColor')
    .attr('d', button.icon);
  element.append('span');
}
