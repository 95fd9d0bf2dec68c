/** What the kernel is asked to do beside what the `pipe` group asks. */
import { ours } from '../pipe/cells.mjs';

/** A run of some points with table and plot: the cell is run again and again. */
export const oneRun = (points) => `await RE(count([detector], ${points}), figures())`;

/** Does as much as a cell can without showing a figure. */
export const noFigures = (points) => `await RE(count([detector], ${points}))`;

/** What the kernel holds after its garbage has been collected, in megabytes. */
export const memory = `collect()
keep({ heap: process.memoryUsage().heapUsed / 1e6, buffers: process.memoryUsage().arrayBuffers / 1e6 })`;

export const setup = `${ours.setup}
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')`;

export const documentsAt = ours.documentsAt;
