import type { Positions } from '../pseudo-positioner.js';
import { PseudoPositioner } from '../pseudo-positioner.js';
import type { PseudoSingle } from '../pseudo-single.js';
import { SoftPositioner } from '../soft-positioner.js';

/** One axis that moves three real ones, the other way round. */
export class SPseudo1x3 extends PseudoPositioner<'pseudo1', 'real1' | 'real2' | 'real3'> {
  readonly pseudo1: PseudoSingle = this.pseudo('pseudo1', { limits: [-10, 10] });
  readonly real1: SoftPositioner = this.real('real1', new SoftPositioner({ name: `${this.name}_real1` }));
  readonly real2: SoftPositioner = this.real('real2', new SoftPositioner({ name: `${this.name}_real2` }));
  readonly real3: SoftPositioner = this.real('real3', new SoftPositioner({ name: `${this.name}_real3` }));

  override forward({ pseudo1 }: Positions<'pseudo1'>): Positions<'real1' | 'real2' | 'real3'> {
    return { real1: 0 - pseudo1, real2: 0 - pseudo1, real3: 0 - pseudo1 };
  }

  override inverse({ real1 }: Positions<'real1' | 'real2' | 'real3'>): Positions<'pseudo1'> {
    return { pseudo1: 0 - real1 };
  }
}
