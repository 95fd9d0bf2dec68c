/** What a magic is for. */
export interface KnownMagic {
  /** How it is written, each way with a few words on it. */
  readonly usage: readonly (readonly [form: string, effect: string])[];
  /** The arguments that can be completed. */
  readonly choices: readonly string[];
  /** Whether TypeScript follows it on the line. */
  readonly takesCode: boolean;
}

/** Every magic by its name. */
export const KNOWN_MAGICS: Readonly<Record<string, KnownMagic>> = {
  matplotlib: {
    usage: [
      ['%matplotlib notebook', 'figures are live in the output of the cell (also: widget)'],
      ['%matplotlib inline', 'a figure is shown once, when its run has ended, as a picture'],
      ['%matplotlib qt', 'figures are live in a tab of their own'],
    ],
    choices: ['notebook', 'widget', 'inline', 'qt'],
    takesCode: false,
  },
  time: {
    usage: [
      ['%time statement', 'runs the statement and prints how long it took, with what it awaits'],
      ['%%time', 'on the first line: the same for the whole cell'],
    ],
    choices: [],
    takesCode: true,
  },
  livesky: {
    usage: [
      ['%livesky help', 'lists the magics'],
      ['%livesky startup', 'lists the startup files'],
    ],
    choices: ['help', 'startup'],
    takesCode: false,
  },
};

/** The names of all magics; other lines that begin with `%` are TypeScript. */
export const MAGIC_NAMES: readonly string[] = Object.keys(KNOWN_MAGICS);

/** Magics that also stand before a whole cell, as `%%name`. */
export const CELL_MAGIC_NAMES: readonly string[] = ['time'];

/** The help on one magic, or on all of them. */
export function magicHelp(names: readonly string[] = MAGIC_NAMES): string {
  const lines = names.flatMap((name) => KNOWN_MAGICS[name]?.usage ?? []);
  const width = Math.max(...lines.map(([form]) => form.length));
  return lines.map(([form, effect]) => `${form.padEnd(width)}  ${effect}`).join('\n');
}
