import { local, select } from 'd3';

/** Something that a user can do with a figure: a button of its toolbar, and a key while the figure has the focus. */
export interface FigureAction {
  /** Names it, once a figure: `home`, `copy`. */
  name: string;
  /** What it does, for people: `Show all data`. */
  label: string;
  /** Outline of its icon in a square of 16, drawn as a line. */
  icon: string;
  /** The key that does the same, as the keyboard's events name it: `l`, `L`, `+`. */
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

/** Which button the keyboard comes to first, by its name. */
const entries = local<string>();

/** Draws the toolbar of a figure: one stop for the Tab key, arrow keys go from button to button. */
export function drawActions(host: HTMLElement, actions: readonly FigureAction[]): void {
  select(host)
    .attr('role', actions.length > 0 ? 'toolbar' : null)
    .attr('aria-label', actions.length > 0 ? 'Figure' : null)
    .style('--jp-livesky-actions', actions.length)
    .on('keydown', (event: KeyboardEvent) => move(host, event));
  const buttons = select(host)
    .selectAll<HTMLButtonElement, FigureAction>('button')
    .data(actions, ({ name }) => name)
    .join((enter) => enter.append('button').each(build));
  buttons
    .order()
    .attr('aria-label', ({ label }) => label)
    .attr('title', ({ label, key }) => (key === undefined ? label : `${label} (${key})`))
    .attr('aria-pressed', ({ pressed }) => (pressed === undefined ? null : String(pressed)))
    .classed('jp-mod-lasting', ({ lasting }) => lasting ?? false)
    .attr('aria-disabled', ({ disabled }) => (disabled ? 'true' : null))
    .on('click', function (_, action) {
      if (!action.disabled) action.run(this);
    })
    .select('path')
    .attr('d', ({ icon }) => icon);
  const entry = entries.get(host);
  enterAt(host, buttons.nodes().find((each) => each.dataset.action === entry) ?? buttons.nodes()[0]);
}

/** Does what a key stands for and tells whether it stands for anything; `button` finds the button of an action. */
export function runByKey(host: HTMLElement, actions: readonly FigureAction[], event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const action = actions.find(({ key }) => key === event.key);
  const button = action && buttonOf(host, action.name);
  if (!action || !button) return false;
  if (!action.disabled) action.run(button);
  return true;
}

function buttonOf(host: HTMLElement, name: string): HTMLElement | undefined {
  return buttonsIn(host).find((each) => each.dataset.action === name);
}

function buttonsIn(host: HTMLElement): HTMLButtonElement[] {
  return [...host.querySelectorAll<HTMLButtonElement>(':scope > button')];
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

function move(host: HTMLElement, event: KeyboardEvent): void {
  const buttons = buttonsIn(host);
  const at = buttons.indexOf(event.target as HTMLButtonElement);
  if (at < 0) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: (at + buttons.length - 1) % buttons.length,
    ArrowRight: (at + 1) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  };
  const target = buttons[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  event.stopPropagation();
  entries.set(host, target.dataset.action ?? '');
  enterAt(host, target);
  target.focus();
}

function enterAt(host: HTMLElement, entry: HTMLButtonElement | undefined): void {
  for (const button of buttonsIn(host)) button.tabIndex = button === entry ? 0 : -1;
}
