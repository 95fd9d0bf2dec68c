/** Documents a second that are checked, composed, packed and written, beside event_model, json and orjson. */
import { programs } from '../programs.mjs';

const COUNT = 20_000;

/** What is measured, the peer's name for it, and the least ratio; 0 is shown only. */
const CASES = [
  ['validate', 'validate', 20],
  ['compose', 'compose', 0],
  ['compose-unchecked', 'compose-unchecked', 0],
  ['pack', 'pack', 0],
  ['unpack', 'unpack', 0],
  ['dumps', 'dumps', 0],
  ['loads', 'loads', 0],
  ['dumps', 'dumps-orjson', 0],
  ['loads', 'loads-orjson', 0],
];

export function rows({ folder }) {
  const { ours, peer } = programs(folder, 'documents');
  return CASES.map(([mine, theirs, ratioAtLeast]) => ({
    name: theirs,
    unit: 'documents/s',
    passes: { ratioAtLeast },
    sides: { peer: peer(theirs, COUNT), ours: ours(mine, COUNT) },
  }));
}
