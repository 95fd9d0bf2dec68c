import { compile, CONSTANTS, FUNCTIONS, namesIn, parseExpression } from '../expressions/index.js';
import type { Value } from '../expressions/index.js';
import type { NanPolicy } from '../fit/fit-options.js';
import { FitError } from '../fit-error.js';
import type { Kernel } from '../lineshapes/kernel.js';
import { FunctionComponent } from '../models/component.js';
import type { ModelDescription } from '../models/component.js';
import type { ModelFunction } from '../models/model-function.js';
import { Model } from '../models/model.js';

/** How a model is made of an expression. */
export interface ExpressionModelOptions<X extends string = string> {
  /** The names of the independent variables. Default: `x`. */
  independentVars?: readonly X[];
  nanPolicy?: NanPolicy;
}

/** A component whose label is the expression itself. */
class ExpressionComponent extends FunctionComponent {
  constructor(
    model: ModelFunction,
    readonly expression: string,
  ) {
    super(model, '', {});
  }

  override get label(): string {
    return `<lmfit.ExpressionModel('${this.expression}')>`;
  }

  override describe(): ModelDescription {
    return { ...super.describe(), expression: this.expression } as ModelDescription;
  }
}

/**
 * A model written as an expression in Python's syntax; what is neither known nor an independent variable is
 * a parameter.
 *
 * @example
 * const model = new ExpressionModel('off + amp * exp(-x/x0) * sin(x*phase)')
 * model.paramNames // ['off', 'amp', 'x0', 'phase']
 */
export class ExpressionModel<X extends string = string> extends Model<string, X> {
  constructor(expression: string, { independentVars, nanPolicy }: ExpressionModelOptions<X> = {}) {
    const text = expression.trim();
    super(new ExpressionComponent(functionOf(text, independentVars ?? ['x']), text), nanPolicy ?? 'raise');
  }
}

function functionOf(text: string, independentVars: readonly string[]): ModelFunction {
  const tree = parseExpression(text);
  const names = namesIn(tree);
  const lost = independentVars.filter((name) => !names.includes(name));
  if (lost.length > 0) throw new FitError(`Cannot find independent variables '${lost.join(', ')}' in\n ${text}`);
  const params = names.filter(
    (name) => !independentVars.includes(name) && !FUNCTIONS.has(name) && !CONSTANTS.has(name),
  );
  const order = [...independentVars, ...params];
  const compiled = compile(tree, (name) => {
    const slot = order.indexOf(name);
    return slot < 0 ? undefined : slot;
  });
  const kernel = pointKernel(compiled, independentVars.length);
  return { name: '_eval', independentVars, params, defaults: new Map(), kernel };
}

function pointKernel(compiled: (values: Float64Array) => Value, variables: number): Kernel {
  return {
    fill: (out, vars, args) => {
      const values = new Float64Array(variables + args.length);
      values.set(args, variables);
      for (let i = 0; i < out.length; i++) {
        for (let k = 0; k < variables; k++) values[k] = (vars[k] as Float64Array)[i] as number;
        const value = compiled(values);
        out[i] = typeof value === 'number' || typeof value === 'boolean' ? Number(value) : NaN;
      }
    },
  };
}
