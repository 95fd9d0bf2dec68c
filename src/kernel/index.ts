/**
 * What other folders use of the kernel: what its installation has to know. The kernel itself is started
 * by Jupyter.
 *
 * @module
 */
export { kernelMain, kernelSpec } from './kernel-spec.js';
export type { KernelSpec } from './kernel-spec.js';
export { ownPackage } from './own-package.js';
export type { InstalledPackage } from './own-package.js';
