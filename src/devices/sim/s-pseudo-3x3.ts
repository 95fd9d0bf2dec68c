import type { Positions } from '../pseudo-positioner.js';
import { PseudoPositioner } from '../pseudo-positioner.js';
import type { PseudoSingle } from '../pseudo-single.js';
import type { Signal } from '../signal.js';
import { SoftPositioner } from '../soft-positioner.js';

/** Three axes that are three real ones the other way round. */
export class SPseudo3x3 extends PseudoPositioner<'pseudo1' | 'pseudo2' | 'pseudo3', 'real1' | 'real2' | 'real3'> {
  readonly pseudo1: PseudoSingle = this.pseudo('pseudo1', { limits: [-10, 10], units: 'a' });
  readonly pseudo2: PseudoSingle = this.pseudo('pseudo2', { limits: [-10, 10], units: 'b' });
  readonly pseudo3: PseudoSingle = this.pseudo('pseudo3', { units: 'c' });
  readonly real1: SoftPositioner = this.real('real1', new SoftPositioner({ name: `${this.name}_real1` }));
  readonly real2: SoftPositioner = this.real('real2', new SoftPositioner({ name: `${this.name}_real2` }));
  readonly real3: SoftPositioner = this.real('real3', new SoftPositioner({ name: `${this.name}_real3` }));
  readonly sig: Signal = this.signal('sig', { value: 0 });

  override forward({
    pseudo1,
    pseudo2,
    pseudo3,
  }: Positions<'pseudo1' | 'pseudo2' | 'pseudo3'>): Positions<'real1' | 'real2' | 'real3'> {
    return { real1: 0 - pseudo1, real2: 0 - pseudo2, real3: 0 - pseudo3 };
  }

  override inverse({
    real1,
    real2,
    real3,
  }: Positions<'real1' | 'real2' | 'real3'>): Positions<'pseudo1' | 'pseudo2' | 'pseudo3'> {
    return { pseudo1: 0 - real1, pseudo2: 0 - real2, pseudo3: 0 - real3 };
  }
}
