import type { Awaitable } from '../devices/index.js';
import { host, InputError } from '../host/index.js';
import type { SteerableEngine } from '../host/index.js';

/** Whoever answers the questions of plans. */
interface AskingEngine extends SteerableEngine {
  readonly inputSource: ((prompt: string) => Awaitable<string>) | null;
}

/**
 * Asks the user for a line of text: by the engine's own means, else by the host's.
 *
 * @param until - takes the question back when it resolves
 */
export function askUser(engine: AskingEngine, prompt: string, until: Promise<unknown> | undefined): Awaitable<string> {
  if (engine.inputSource) return engine.inputSource(prompt);
  const answer = host().ask?.(prompt, { engine, until });
  if (answer) return answer;
  throw new InputError(
    `The plan asks '${prompt}', but there is nobody to answer. Run it in a notebook, or set RE.inputSource.`,
  );
}
