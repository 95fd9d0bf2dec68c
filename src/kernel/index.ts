/**
 * What other folders use of the kernel: its installation. The kernel itself is started by Jupyter.
 *
 * @module
 */
export { install, InstallError, uninstall } from './install.js';
export type { InstalledPaths } from './install.js';
