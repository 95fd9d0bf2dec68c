/**
 * Says, from inside a command, that what follows hands out documents: from here on it is let finish. Throws
 * {@link Abandoned} if the plan has left the command meanwhile.
 */
export type BeginDelivery = () => void;

/** Thrown in a command that the plan has left while it waited for a device; nobody hears of it. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned';

  constructor() {
    super('The plan was ended or paused meanwhile.');
  }
}
