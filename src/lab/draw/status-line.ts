import { select } from 'd3';
import { write } from './text.js';

/** The line below a table that says what became of what the user asked for; screen readers say it too. */
export class StatusLine {
  readonly #line: HTMLElement;

  constructor(host: HTMLElement) {
    const line = select(host).append('div').attr('class', 'jp-Livesky-tableStatus').attr('role', 'status');
    this.#line = line.node() as HTMLElement;
  }

  get isEmpty(): boolean {
    return this.#line.textContent === '';
  }

  say(text: string): void {
    write(this.#line, text);
  }

  /** Takes a text away that is no longer true, if that is what it says. */
  forget(text: string): void {
    if (this.#line.textContent === text) this.say('');
  }
}
