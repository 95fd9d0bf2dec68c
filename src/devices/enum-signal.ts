import { didYouMean } from '../text/index.js';
import type { DataKeys } from './protocols.js';
import type { SignalOptions } from './signal.js';
import { Signal } from './signal.js';
import { whenCome } from '../host/index.js';
import type { Awaitable } from './protocols.js';

/** The settings of a signal that has one of some texts. */
export interface EnumSignalOptions<E extends string> extends Omit<
  SignalOptions<E>,
  'limits' | 'tolerance' | 'rtolerance'
> {
  /** The texts that it may be set to. */
  enumStrings: readonly E[];
}

/**
 * A signal whose value is one of some texts, such as a filter or a mode.
 *
 * @example
 * ```ts
 * const filter = new EnumSignal({ name: 'filter', enumStrings: ['none', 'Al', 'Cu'] })
 * filter.put('Al')
 * filter.value   // 'Al', of the type 'none' | 'Al' | 'Cu'
 * ```
 */
export class EnumSignal<E extends string = string> extends Signal<E> {
  /** The texts that it may be set to. */
  readonly enumStrings: readonly E[];

  constructor({ enumStrings, ...options }: EnumSignalOptions<E>) {
    const remembered = !options.get && options.value === undefined;
    super(remembered ? { ...options, value: enumStrings[0] as E } : options);
    this.enumStrings = enumStrings;
    if (this.known) this.checkValue(this.value);
  }

  override checkValue(value: E): void {
    if (this.enumStrings.includes(value)) return;
    throw new TypeError(
      `${this.name} cannot be ${JSON.stringify(value)}; it is one of ${this.enumStrings.join(', ')}.${didYouMean(String(value), this.enumStrings)}`,
    );
  }

  override describe(): Awaitable<DataKeys> {
    return whenCome(super.describe(), (keys) => {
      const key = keys[this.name];
      return { [this.name]: { ...(key as NonNullable<typeof key>), enum_strs: [...this.enumStrings] } };
    });
  }
}
