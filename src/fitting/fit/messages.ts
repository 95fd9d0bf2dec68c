import { fixed } from '../../text/index.js';

const INVALID =
  'Invalid Input Parameters. I.e. more variables than data points given, tolerance < 0.0, or no data provided.';

/** lmfit's sentence for the number with which MINPACK stops. */
export function fitMessage(info: number): string {
  if (info >= 1 && info <= 3) return 'Fit succeeded.';
  if (info === 0) return INVALID;
  return info === 4 ? 'One or more variable did not affect the fit.' : 'Tolerance seems to be too small.';
}

/** MINPACK's own sentence, as scipy words it. */
export function solverMessage(
  info: number,
  { ftol, xtol, gtol }: { ftol: number; xtol: number; gtol: number },
): string {
  const [f, x, g] = [ftol, xtol, gtol].map((each) => fixed(each, 6)) as [string, string, string];
  const reductions = `Both actual and predicted relative reductions in the sum of squares\n  are at most ${f}`;
  switch (info) {
    case 1:
      return reductions;
    case 2:
      return `The relative error between two consecutive iterates is at most ${x}`;
    case 3:
      return `${reductions} and the relative error between two consecutive iterates is at \n  most ${x}`;
    case 4:
      return `The cosine of the angle between func(x) and any column of the\n  Jacobian is at most ${g} in absolute value`;
    case 6:
      return `ftol=${f} is too small, no further reduction in the sum of squares\n  is possible.`;
    case 7:
      return `xtol=${x} is too small, no further improvement in the approximate\n  solution is possible.`;
    case 8:
      return `gtol=${g} is too small, func(x) is orthogonal to the columns of\n  the Jacobian to machine precision.`;
    default:
      return 'Fit aborted.';
  }
}
