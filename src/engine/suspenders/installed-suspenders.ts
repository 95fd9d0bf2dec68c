import { hasMethod } from '../../devices/index.js';
import { print } from '../../host/index.js';
import { SuspenderError } from '../errors.js';
import { Msg } from '../msg.js';
import type { Plan } from '../msg.js';
import type { SuspendableEngine, Suspender } from './suspender-base.js';

/** The suspenders of one engine. */
export class InstalledSuspenders {
  readonly #installed = new Set<Suspender>();

  /** All of them, in the order of their installation. */
  list(): Suspender[] {
    return [...this.#installed];
  }

  install(suspender: Suspender, engine: SuspendableEngine): void {
    if (!hasMethod(suspender, 'install') || !hasMethod(suspender, 'remove')) {
      throw new SuspenderError('What was given is no suspender. Give one such as new SuspendFloor(signal, 100).');
    }
    this.#installed.add(suspender);
    suspender.install(engine);
  }

  /** One that is not installed is passed over. */
  remove(suspender: Suspender): void {
    if (this.#installed.delete(suspender)) suspender.remove();
  }

  clear(): void {
    for (const suspender of this.list()) this.remove(suspender);
  }

  /** Waits for those that have tripped before a plan begins, and says why; undefined if none has. */
  waitBeforePlan(): Plan<unknown> | undefined {
    const futures: (() => Promise<void>)[] = [];
    const justifications: string[] = [];
    for (const suspender of this.#installed) {
      const [own, justification] = suspender.getFutures();
      if (own.length === 0) continue;
      futures.push(...own);
      justifications.push(justification);
    }
    if (futures.length === 0) return undefined;
    announce(justifications);
    return waitFor(futures);
  }
}

function* waitFor(futures: readonly (() => Promise<void>)[]): Plan<unknown> {
  return yield new Msg('wait_for', null, [futures]);
}

function announce(justifications: readonly string[]): void {
  print(
    'At least one suspender has tripped. The plan will begin when all suspenders are ready. Justification:\n' +
      justifications.map((each, at) => `    ${at + 1}. ${each}\n`).join(''),
  );
  print('Suspending... To get to the prompt, hit Ctrl-C twice to pause.');
}
