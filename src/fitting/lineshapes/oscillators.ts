import { atLeastTiny, TINY } from './kernel.js';
import type { PointGradient } from './kernel.js';

/** The amplitude of a damped harmonic oscillator over the driving frequency. */
export function dampedOscillatorAt(x: number, amplitude = 1, center = 1, sigma = 0.1): number {
  const at = x / atLeastTiny(Math.abs(center));
  return amplitude / Math.sqrt((1 - at * at) ** 2 + (2 * sigma * at) ** 2);
}

/** The spectrum of a damped harmonic oscillator with Bose's factor. */
export function dhoAt(x: number, amplitude = 1, center = 1, sigma = 1, gamma = 1): number {
  const factor = (amplitude * sigma) / Math.PI;
  if (Math.abs(x) <= 1e-8) return (factor * 4 * gamma * center) / (center ** 2 + sigma ** 2) ** 2;
  const raw = 1 - Math.exp(-x / atLeastTiny(gamma));
  const bose = Math.abs(raw) > TINY ? raw : TINY;
  const minus = 1 / ((x - center) ** 2 + sigma ** 2);
  const plus = 1 / ((x + center) ** 2 + sigma ** 2);
  return (factor * (minus - plus)) / bose;
}

/** A sine wave. */
export function sineAt(x: number, amplitude = 1, frequency = 1, shift = 0): number {
  return amplitude * Math.sin(x * frequency + shift);
}

export const sineSlope: PointGradient = (x, args, gradient) => {
  const [amplitude, frequency, shift] = args as unknown as [number, number, number];
  const phase = x * frequency + shift;
  const sine = Math.sin(phase);
  const cosine = amplitude * Math.cos(phase);
  gradient[0] = sine;
  gradient[1] = x * cosine;
  gradient[2] = cosine;
  return amplitude * sine;
};

/** A sine wave that decays. */
export function expsineAt(x: number, amplitude = 1, frequency = 1, shift = 0, decay = 0): number {
  return amplitude * Math.sin(x * frequency + shift) * Math.exp(-x * decay);
}
