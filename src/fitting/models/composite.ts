import { FitError } from '../fit-error.js';
import type {
  Binding,
  BoundModel,
  Component,
  FunctionComponent,
  ModelDescription,
  ParameterHint,
} from './component.js';

/** What can stand between two models. */
export type ModelOperator = '+' | '-' | '*' | '/';

/** Two models with an operator between them. */
export class CompositeComponent implements Component {
  readonly prefix = '';
  readonly hints: Map<string, ParameterHint>;

  constructor(
    readonly left: Component,
    readonly operator: ModelOperator,
    readonly right: Component,
  ) {
    const twice = right.paramNames.filter((name) => left.paramNames.includes(name));
    if (twice.length > 0) throw new FitError(twice.map(collision).join(''));
    this.hints = new Map([...prefixed(left), ...prefixed(right)]);
  }

  get label(): string {
    return `(${this.left.label} ${this.operator} ${this.right.label})`;
  }

  get key(): string {
    return this.label;
  }

  get independentVars(): readonly string[] {
    return [...new Set([...this.left.independentVars, ...this.right.independentVars])].sort();
  }

  get paramNames(): readonly string[] {
    return [...this.left.paramNames, ...this.right.paramNames];
  }

  get defaults(): ReadonlyMap<string, number> {
    return new Map([...this.right.defaults, ...this.left.defaults]);
  }

  get parts(): readonly FunctionComponent[] {
    return [...this.left.parts, ...this.right.parts];
  }

  describe(): ModelDescription {
    return { operator: this.operator, left: this.left.describe(), right: this.right.describe() };
  }

  bind(binding: Binding): BoundModel {
    const left = this.left.bind(binding);
    const right = this.right.bind(binding);
    const other = new Float64Array(binding.points);
    const combine = COMBINE[this.operator];
    const bound: BoundModel = {
      uses: [...left.uses, ...right.uses],
      fill: (values, out) => {
        left.fill(values, out);
        right.fill(values, other);
        combine(out, other);
      },
    };
    const { differentiate: leftSlopes } = left;
    const { differentiate: rightSlopes } = right;
    // A parameter that both sides use without a prefix would have one column for two derivatives.
    const shared = left.uses.some((slot) => right.uses.includes(slot));
    if (!leftSlopes || !rightSlopes || shared) return bound;
    return {
      ...bound,
      differentiate: (values, out, jacobian, columns) => {
        leftSlopes(values, out, jacobian, columns);
        rightSlopes(values, other, jacobian, columns);
        const starts = (slots: readonly number[]): number[] => slots.map((slot) => columns[slot] as number);
        scaleSlopes(this.operator, { out, other, jacobian, left: starts(left.uses), right: starts(right.uses) });
        combine(out, other);
      },
    };
  }
}

function collision(name: string): string {
  return `\nTwo models have parameters named '${name}'; use distinct names.`;
}

function prefixed({ prefix, hints }: Component): [string, ParameterHint][] {
  return [...hints].map(([name, hint]) => [prefix + name, hint]);
}

type Combine = (out: Float64Array, other: Float64Array) => void;

const COMBINE: Readonly<Record<ModelOperator, Combine>> = {
  '+': (out, other) => {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (other[i] as number);
  },
  '-': (out, other) => {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) - (other[i] as number);
  },
  '*': (out, other) => {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) * (other[i] as number);
  },
  '/': (out, other) => {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) / (other[i] as number);
  },
};

interface Slopes {
  out: Float64Array;
  other: Float64Array;
  jacobian: Float64Array;
  /** Where the columns of each side begin. */
  left: readonly number[];
  right: readonly number[];
}

/** The product and quotient rules; each column belongs to one side. */
function scaleSlopes(operator: ModelOperator, { out, other, jacobian, left, right }: Slopes): void {
  if (operator === '+') return;
  const points = out.length;
  const onLeft = (i: number): number => (operator === '*' ? (other[i] as number) : 1 / (other[i] as number));
  const onRight = (i: number): number => {
    if (operator === '-') return -1;
    return operator === '*' ? (out[i] as number) : -(out[i] as number) / (other[i] as number) ** 2;
  };
  if (operator !== '-') scaleColumns(jacobian, points, left, onLeft);
  scaleColumns(jacobian, points, right, onRight);
}

function scaleColumns(
  jacobian: Float64Array,
  points: number,
  starts: readonly number[],
  factor: (i: number) => number,
): void {
  for (const start of starts) {
    for (let i = 0, at = start; i < points; i++, at++) jacobian[at] = (jacobian[at] as number) * factor(i);
  }
}
