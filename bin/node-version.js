/**
 * Which Nodes livesky runs on. Plain JavaScript that old Nodes can read as well: whoever imports it does
 * so before anything that they could not.
 */

/** The least minor version of each line that is supported; later lines are. */
const LEAST = { 20: 19, 22: 12 };
const NEWEST_LINE = 22;

/**
 * What is wrong with a Node, in one line with the cure; undefined if nothing is.
 *
 * @param {string} version - such as `20.19.0`
 */
export function nodeComplaint(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > NEWEST_LINE || minor >= LEAST[major]) return undefined;
  return `Node ${version} is too old or not supported; install Node 20.19 or later, or 22.12 or later.`;
}
