import { local, select } from 'd3';
import { rove } from '../draw/roving.js';

/** Something that a user can do with a figure: a button of its toolbar, and a key while the figure has the focus. */
export interface FigureAction {
  /** Names it, once a figure: `home`, `copy`. */
  name: string;
  /** What it does, for people: `Show all data`. */
  label: string;
  /** Outline of its icon in a square of 16, drawn as a line. */
  icon: string;
  /** The key that does the same, as the keyboard's events name it: `L`, `+`; letters in either case. */
  key?: string;
  /** Whether it is on, for what is switched on and off. */
  pressed?: boolean;
  /** Whether there is nothing to do now; default false. */
  disabled?: boolean;
  /** Whether the button stays in sight when nobody points at the figure; default false. */
  lasting?: boolean;
  /** Does it; a menu opens at the `button`. */
  run(button: HTMLElement): void;
}

/** What a toolbar offers now, and what it looked like when it was last redone. */
const offered = local<readonly FigureAction[]>();
const drawn = local<string>();

/** Draws the toolbar of a figure: one stop for the Tab key, arrow keys go from button to button. */
export function drawActions(host: HTMLElement, actions: readonly FigureAction[]): void {
  offered.set(host, actions);
  const signature = JSON.stringify(actions);
  if (drawn.get(host) === signature) return;
  drawn.set(host, signature);
  select(host)
    .attr('role', actions.length > 0 ? 'toolbar' : null)
    .attr('aria-label', actions.length > 0 ? 'Figure' : null);
  const buttons = select(host)
    .selectAll<HTMLButtonElement, FigureAction>('button')
    .data(actions, ({ name }) => name)
    .join((enter) => enter.append('button').each(build));
  buttons
    .order()
    .attr('aria-label', ({ label }) => label)
    .attr('title', ({ label, key }) => (key === undefined ? label : `${label} (${key})`))
    .attr('aria-keyshortcuts', ({ key }) => key ?? null)
    .attr('aria-pressed', ({ pressed }) => (pressed === undefined ? null : String(pressed)))
    .classed('jp-mod-lasting', ({ lasting }) => lasting ?? false)
    .attr('aria-disabled', ({ disabled }) => (disabled ? 'true' : null))
    .on('click', function (_, { name }) {
      const action = offered.get(host)?.find((each) => each.name === name);
      if (action && !action.disabled) action.run(this);
    })
    .select('path')
    .attr('d', ({ icon }) => icon);
  rove(host, buttons.nodes());
}

/** Does what a key stands for in a figure with this toolbar, and tells whether it stands for anything. */
export function runByKey(host: HTMLElement, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pressed = event.key === '=' ? '+' : event.key.toUpperCase();
  const action = offered.get(host)?.find(({ key }) => key?.toUpperCase() === pressed);
  const button = action && [...host.querySelectorAll('button')].find((each) => each.dataset.action === action.name);
  if (!action || !button) return false;
  if (!action.disabled) action.run(button);
  return true;
}

function build(this: HTMLButtonElement, { name }: FigureAction): void {
  select(this)
    .attr('type', 'button')
    .attr('class', 'jp-Livesky-action')
    .attr('data-action', name)
    // Else the notebook takes Enter and the arrow keys.
    .attr('data-lm-suppress-shortcuts', 'true')
    .append('svg')
    .attr('viewBox', '0 0 16 16')
    .attr('width', 16)
    .attr('height', 16)
    .attr('aria-hidden', 'true')
    .append('path');
}
