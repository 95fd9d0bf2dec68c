import { canRead, PACKAGE_VERSION, WIRE } from '../../wire/index.js';

/** A sentence that says which side to update, or nothing if this page can read the model. */
export function wireNotice(wire: unknown, version: string): string {
  if (canRead(wire)) return '';
  const maker = version ? `livesky ${version}` : 'an unknown livesky';
  const here = `this page runs livesky ${PACKAGE_VERSION}`;
  if (typeof wire === 'number' && wire > WIRE) {
    return `This figure was made by ${maker}, and ${here}: update livesky in JupyterLab and reload the page.`;
  }
  return `This figure was made by ${maker}, and ${here}: update livesky in the kernel and run the cell again.`;
}
