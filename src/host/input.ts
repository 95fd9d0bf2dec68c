import { host } from './host.js';

/** A cell or a plan asked for input where nobody can answer. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** How a question is asked. */
export interface InputOptions {
  /** The answer is not shown while it is typed; default false. */
  password?: boolean;
}

/**
 * Asks the user for a line of text, in the output of the running cell. Plans ask with `inputPlan`.
 *
 * Several questions at once are asked one after another. The stop button takes them back.
 *
 * @param prompt - the question
 * @param options - `password: true` for an answer that is not to be shown
 * @returns the line as it was typed, which may be empty
 * @throws {@link InputError} where nobody can answer: in a script, in a program that runs notebooks by itself, and in
 *   work that goes on after its cell has ended
 *
 * @example
 * ```ts
 * const sample = await input('Which sample? ')
 * const token = await input('Token: ', { password: true })
 * ```
 */
export async function input(prompt: string = '', { password = false }: InputOptions = {}): Promise<string> {
  const answer = host().ask?.(prompt, { password });
  if (answer) return answer;
  throw new InputError(`Nobody can be asked '${prompt}' here: run it in a notebook.`);
}
