import { join } from 'node:path';
import type { InstalledPackage } from './own-package.js';

/** What Jupyter has to know of a kernel: the content of its `kernel.json`. */
export interface KernelSpec {
  argv: string[];
  display_name: string;
  language: string;
  interrupt_mode: 'signal' | 'message';
  metadata: Record<string, unknown>;
}

/** The file that Node runs when Jupyter starts the kernel of a package. */
export function kernelMain(own: InstalledPackage): string {
  return join(own.directory, 'lib', 'kernel', 'main.js');
}

/** The kernel of a package, run by the Node that runs us. */
export function kernelSpec(own: InstalledPackage): KernelSpec {
  return {
    // Absolute, since Jupyter is often started where another Node, or none, is on the path.
    argv: [process.execPath, kernelMain(own), '{connection_file}'],
    display_name: 'livesky (TypeScript)',
    language: 'typescript',
    interrupt_mode: 'signal',
    metadata: { debugger: false },
  };
}
