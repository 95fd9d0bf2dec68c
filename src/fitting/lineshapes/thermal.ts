import { notZero, TINY } from './kernel.js';

/** Which particles a thermal distribution is of. */
export type ThermalForm = 'bose' | 'maxwell' | 'fermi';

const OFFSETS: Readonly<Record<ThermalForm, number>> = { bose: -1, maxwell: 0, fermi: 1 };

/** A thermal distribution; `kt` is in the units of `x`. */
export function thermalDistributionAt(
  x: number,
  amplitude = 1,
  center = 0,
  kt = 1,
  form: ThermalForm = 'bose',
): number {
  const divisor = amplitude * Math.exp((x - center) / notZero(kt)) + offsetOf(form);
  return divisor / (divisor * divisor + TINY * TINY);
}

function offsetOf(form: string): number {
  const lower = form.toLowerCase();
  const known = (Object.keys(OFFSETS) as ThermalForm[]).find((each) => lower.startsWith(each));
  if (known) return OFFSETS[known];
  throw new RangeError(
    `Invalid value ('${form}') for argument 'form'; should be one of 'maxwell', 'fermi', or 'bose'.`,
  );
}

/** Bose and Einstein's distribution. */
export function boseAt(x: number, amplitude = 1, center = 0, kt = 1): number {
  const divisor = Math.exp((x - center) / notZero(kt)) - 1;
  return amplitude / (Math.abs(divisor) < TINY * TINY ? TINY * TINY : divisor);
}

/** Fermi and Dirac's distribution. */
export function fermiAt(x: number, amplitude = 1, center = 0, kt = 1): number {
  return amplitude / (Math.exp((x - center) / notZero(kt)) + 1);
}
