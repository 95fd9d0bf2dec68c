import { notZero } from './kernel.js';
import type { Kernel, PointGradient } from './kernel.js';

/** `amplitude * exp(-x / decay)`. */
export function exponentialAt(x: number, amplitude = 1, decay = 1): number {
  return amplitude * Math.exp(-x / notZero(decay));
}

export const exponentialSlope: PointGradient = (x, args, gradient) => {
  const [amplitude, raw] = args as unknown as [number, number];
  const decay = notZero(raw);
  const curve = Math.exp(-x / decay);
  gradient[0] = curve;
  gradient[1] = (amplitude * curve * x) / (decay * decay);
  return amplitude * curve;
};

/** `amplitude * x ** exponent`. */
export function powerlawAt(x: number, amplitude = 1, exponent = 1): number {
  return amplitude * x ** exponent;
}

export const powerlawSlope: PointGradient = (x, args, gradient) => {
  const [amplitude, exponent] = args as unknown as [number, number];
  const curve = x ** exponent;
  gradient[0] = curve;
  gradient[1] = x === 0 ? 0 : amplitude * curve * Math.log(x);
  return amplitude * curve;
};

/** `slope * x + intercept`. */
export function linearAt(x: number, slope = 1, intercept = 0): number {
  return slope * x + intercept;
}

export const linearSlope: PointGradient = (x, args, gradient) => {
  gradient[0] = x;
  gradient[1] = 1;
  return (args[0] as number) * x + (args[1] as number);
};

/** `a * x**2 + b * x + c`. */
export function parabolicAt(x: number, a = 0, b = 0, c = 0): number {
  return a * (x * x) + b * x + c;
}

export const parabolicSlope: PointGradient = (x, args, gradient) => {
  const [a, b, c] = args as unknown as [number, number, number];
  gradient[0] = x * x;
  gradient[1] = x;
  gradient[2] = 1;
  return parabolicAt(x, a, b, c);
};

/** The polynomial with these coefficients, lowest first, by Horner's rule. */
export const POLYNOMIAL: Kernel = {
  fill(out, [x], args) {
    const xs = x as Float64Array;
    for (let i = 0; i < out.length; i++) {
      let value = 0;
      for (let k = args.length - 1; k >= 0; k--) value = value * (xs[i] as number) + (args[k] as number);
      out[i] = value;
    }
  },
  differentiate(out, variables, args, jacobian, columns) {
    POLYNOMIAL.fill(out, variables, args);
    const xs = variables[0] as Float64Array;
    for (let i = 0; i < out.length; i++) {
      let power = 1;
      for (let k = 0; k < args.length; k++) {
        jacobian[(columns[k] as number) + i] = power;
        power *= xs[i] as number;
      }
    }
  },
};

/** The same number everywhere. */
export const CONSTANT: Kernel = {
  fill(out, _, args) {
    out.fill(args[0] as number);
  },
  differentiate(out, _, args, jacobian, columns) {
    out.fill(args[0] as number);
    jacobian.fill(1, columns[0] as number, (columns[0] as number) + out.length);
  },
};
