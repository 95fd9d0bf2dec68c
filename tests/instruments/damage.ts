import type { Random } from './random.js';

/** Values that schemas take differently. */
const VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -3,
  2.5,
  1e300,
  NaN,
  Infinity,
  -Infinity,
  2n ** 70n,
  '',
  'text',
  'success',
  'posix',
  'linked',
  'static',
  'event',
  'number',
  '<f8',
  '|S10',
  'f8',
  'STREAM:',
  'stream',
  'NXdetector',
  'NXdetector\n',
  'NX',
  [],
  [1, 2.5],
  ['a', 'b'],
  [null],
  [['a', '<f8']],
  [['a', 'b'], 'primary'],
  [[['motor'], 'primary']],
  {},
  { a: 1 },
  { 'a.b': 1 },
  { a: { 'b/c': [] } },
  { a: [{ 'b.c': 1 }] },
  { start: 0, stop: 3 },
  { low: 1, high: null },
  { low: 'a', high: 1 },
  { fields: ['x'] },
  { fields: [1], NX_class: 'NXmotor' },
  { source: 's', dtype: 'number', shape: [] },
  { source: 's', dtype: 'array', shape: [2, null], units: null, precision: 3 },
];

const KEYS: readonly string[] = [
  'extra',
  '_private',
  'a.b',
  'a/b',
  'line\nbreak',
  'ends\n',
  'carriage\rreturn',
  '',
  'data_type',
  'hints',
  'fields',
  'NX_class',
  'limits',
  'units',
  'precision',
  'dtype_numpy',
  'dtype',
  'external',
  'choices',
  'dims',
  'sample',
  'scan_id',
  'group',
  'projections',
  'filled',
  'run_start',
  'path_semantics',
  'constructor',
  'toString',
];

type Holder = Record<string, unknown> | unknown[];

/** A copy of a document with one to three things in it changed, added or taken away. */
export function damaged(doc: object, random: Random): object {
  const copy = structuredClone(doc);
  for (let i = random.below(3); i >= 0; i--) change(random.of(holdersIn(copy)), random);
  return copy;
}

function change(holder: Holder, random: Random): void {
  const keys = Object.keys(holder);
  const key = keys.length > 0 ? random.of(keys) : undefined;
  switch (key === undefined ? 0 : random.below(5)) {
    case 0:
      put(holder, Array.isArray(holder) ? String(holder.length) : random.of(KEYS), random);
      break;
    case 1:
      remove(holder, key as string);
      break;
    default:
      put(holder, key as string, random);
  }
}

function put(holder: Holder, key: string, random: Random): void {
  (holder as Record<string, unknown>)[key] = structuredClone(random.of(VALUES));
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** All objects and lists in a value; those near the top come up more often. */
function holdersIn(value: unknown, depth = 0): Holder[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => holdersIn(each, depth + 1));
  const times = Math.max(1, 4 - depth);
  return [...new Array<Holder>(times).fill(value as Holder), ...inner];
}
