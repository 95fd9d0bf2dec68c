import { test as galata } from '@jupyterlab/galata';

/**
 * Galata's test with its interception of kernel requests off: it cannot read the empty answer to an
 * interrupt. Kernels end with the sessions that Galata does follow.
 */
export const test = galata.extend({ kernels: null });

export { expect } from '@jupyterlab/galata';
