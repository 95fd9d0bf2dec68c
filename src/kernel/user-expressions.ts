import type { Outcome } from './cell-runner.js';
import type { MimeBundle } from './display/mime-bundle.js';
import type { Failure } from './failure.js';

/** What an expression gave, or why it gave nothing. */
export type ExpressionAnswer =
  { status: 'ok'; data: MimeBundle; metadata: Record<string, never> } | ({ status: 'error' } & Failure);

/** The `user_expressions` of an `execute_reply`. */
export type ExpressionAnswers = Record<string, ExpressionAnswer>;

/** What expressions are answered with. */
export interface ExpressionParts {
  evaluate(expression: string, label: string): Promise<Outcome>;
  /** The forms of a value. */
  show(value: unknown): Promise<MimeBundle>;
  failureOf(error: unknown): Failure;
}

/** Evaluates the expressions that came with a cell, one after another; one that fails spoils no other. */
export async function answerExpressions(asked: unknown, parts: ExpressionParts): Promise<ExpressionAnswers> {
  const answers: [string, ExpressionAnswer][] = [];
  if (typeof asked !== 'object' || asked === null) return {};
  for (const [name, expression] of Object.entries(asked)) {
    answers.push([name, await answer(name, String(expression), parts)]);
  }
  return Object.fromEntries(answers);
}

async function answer(name: string, expression: string, parts: ExpressionParts): Promise<ExpressionAnswer> {
  try {
    const outcome = await parts.evaluate(expression, `expression ${name}`);
    if (!outcome.ok) return { status: 'error', ...outcome.failure };
    return { status: 'ok', data: await parts.show(outcome.value), metadata: {} };
  } catch (error) {
    return { status: 'error', ...parts.failureOf(error) };
  }
}
