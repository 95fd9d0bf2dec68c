import { randomUUID } from 'node:crypto';
import { types } from 'node:util';
import type { DisplayHandle, DisplayOptions, DisplayPort } from '../../host/index.js';
import type { Attribution, Origin } from '../origin.js';
import type { Outputs } from '../outputs.js';
import { checked, mimeBundle } from './mime-bundle.js';
import type { DescribeError, MimeBundle } from './mime-bundle.js';
import type { ExpressionOf } from './plan-bundle.js';

/** What displays are shown with. */
export interface DisplayParts {
  outputs: Outputs;
  attribution: Attribution;
  describeError: DescribeError;
  /** Told of forms that fail when nobody waits for them. */
  report(origin: Origin, error: unknown): void;
}

/** Shows values in the output of the cell whose work asks for it. */
export class Displays implements DisplayPort {
  readonly #parts: DisplayParts;

  constructor(parts: DisplayParts) {
    this.#parts = parts;
  }

  /** The forms of a value, as a cell's last expression shows it. */
  bundle(value: unknown, expressionOf?: ExpressionOf): MimeBundle | Promise<MimeBundle> {
    return mimeBundle(value, this.#parts.describeError, expressionOf);
  }

  display(value: unknown, options: DisplayOptions = {}): DisplayHandle {
    const shown = new Displayed(this.#parts, (given) => this.bundle(given));
    shown.update(value, options);
    return shown;
  }

  clearOutput(wait: boolean): void {
    this.#parts.outputs.message(this.#parts.attribution.currentCell(), 'clear_output', { wait });
  }
}

/** One display with its id; what is given later never overtakes what was given before. */
class Displayed implements DisplayHandle {
  readonly #parts: DisplayParts;
  readonly #bundle: (value: unknown) => MimeBundle | Promise<MimeBundle>;
  readonly #id = randomUUID();
  #type: 'display_data' | 'update_display_data' = 'display_data';
  #waiting: Promise<void> | undefined;
  #given = 0;

  constructor(parts: DisplayParts, bundle: (value: unknown) => MimeBundle | Promise<MimeBundle>) {
    this.#parts = parts;
    this.#bundle = bundle;
  }

  get shown(): Promise<void> {
    return this.#waiting ?? Promise.resolve();
  }

  update(value: unknown, { raw = false }: DisplayOptions = {}): void {
    this.#put(raw ? checked(value, typesOf(value)) : this.#bundle(value));
    this.#given += 1;
    if (!raw && types.isPromise(value)) this.#follow(value, this.#given);
  }

  /** A promise is shown as what it becomes, unless something else was given in the meantime. */
  #follow(promise: Promise<unknown>, given: number): void {
    const become = (value: unknown): void => {
      if (this.#given === given) this.update(value);
    };
    promise.then(become, become).catch((error: unknown) => this.#report(error));
  }

  #put(bundle: MimeBundle | Promise<MimeBundle>): void {
    const origin = this.#parts.attribution.currentCell();
    if (!this.#waiting && !types.isPromise(bundle)) return this.#send(origin, bundle);
    const waiting = this.shown
      .then(async () => this.#send(origin, await bundle))
      .catch((error: unknown) => this.#report(error))
      .finally(() => {
        if (this.#waiting === waiting) this.#waiting = undefined;
      });
    this.#waiting = waiting;
  }

  #send(origin: Origin, data: MimeBundle): void {
    const content = { data, metadata: {}, transient: { display_id: this.#id } };
    this.#parts.outputs.message(origin, this.#type, content);
    this.#type = 'update_display_data';
  }

  #report(error: unknown): void {
    this.#parts.report(this.#parts.attribution.currentCell(), error);
  }
}

/** The text of a bundle that has none. */
function typesOf(bundle: unknown): string {
  return typeof bundle === 'object' && bundle !== null ? `[${Object.keys(bundle).join(', ')}]` : '';
}
