import type { DocumentName } from '../../src/documents/index.js';
import type {
  ComposeCase,
  ComposeStep,
  EventModelCase,
  FillerCase,
  PagesCase,
  RouterCase,
  RunRouterCase,
} from './event-model.js';
import type { Random } from './random.js';

type Doc = Record<string, unknown>;

/** Random cases of every kind, good and bad. */
export function randomCases(random: Random, count: number): EventModelCase[] {
  const makers = [composeCase, composeCase, pagesCase, pagesCase, routerCase, fillerCase, runRouterCase];
  return Array.from({ length: count }, (_, i) => (makers[i % makers.length] as (typeof makers)[number])(random));
}

const TIME = 1700000000.25;

/** Whether something goes wrong this time. */
const wrong = (random: Random, share = 0.12): boolean => random.next() < share;

function composeCase(random: Random): ComposeCase {
  const metadata = wrong(random)
    ? random.of([{ sample: 'x', hints: {} }, { plan: { deep: [1] } }])
    : { plan_name: 'scan' };
  const steps: ComposeStep[] = [];
  const keys = dataKeys(random);
  for (let i = 1 + random.below(2); i > 0; i--)
    describe(steps, random, i === 1 ? keys : random.of([keys, dataKeys(random)]), `d${i}`);
  for (let i = random.below(8); i > 0; i--) steps.push(random.of([event, eventPage, event])(random, keys));
  if (random.next() < 0.5) resources(steps, random);
  for (let i = random.below(3); i > 0; i--) {
    const status = wrong(random) ? 'done' : random.of(['success', 'abort', 'fail']);
    steps.push({ of: 'run', call: 'stop', fields: { uid: `s${i}`, time: TIME + 9, exit_status: status, reason: 'r' } });
  }
  return { kind: 'compose', run: { uid: 'run', time: TIME, metadata }, steps };
}

function dataKeys(random: Random): Record<string, Doc> {
  const names = ['x', 'y', 'img', 'frames'].slice(0, 1 + random.below(4));
  return Object.fromEntries(names.map((name) => [name, dataKey(random)]));
}

function dataKey(random: Random): Doc {
  const key: Doc = { source: 's', dtype: random.of(['number', 'array', 'integer']), shape: [] };
  const external = random.of([undefined, undefined, 'FILESTORE:', 'STREAM:']);
  if (external) key.external = external;
  if (wrong(random, 0.05)) key.dtype = 'float';
  return key;
}

function describe(steps: ComposeStep[], random: Random, keys: Record<string, Doc>, name: string): void {
  const data_keys = wrong(random) ? { ...keys, 'a.b': dataKey(random) } : keys;
  const fields: Doc = { name: 'primary', data_keys, uid: name, time: TIME + 1, ...checked(random) };
  if (random.next() < 0.5) Object.assign(fields, { hints: { x: { fields: ['x'] } }, object_keys: { x: ['x'] } });
  if (wrong(random)) fields.configuration = { dev: { data: 3 } };
  steps.push({ of: 'run', call: 'descriptor', fields, name });
}

function checked(random: Random): Doc {
  return random.next() < 0.15 ? { validate: false } : {};
}

function event(random: Random, keys: Record<string, Doc>): ComposeStep {
  const fields: Doc = {
    data: values(random, keys, () => random.below(9)),
    timestamps: values(random, keys, () => TIME),
    uid: `e${random.below(99)}`,
    time: TIME + 2,
    ...checked(random),
  };
  if (random.next() < 0.2) fields.seq_num = wrong(random) ? 1.5 : random.below(9);
  if (random.next() < 0.3)
    fields.filled = wrong(random) ? { nope: false } : { [Object.keys(keys)[0] as string]: false };
  return { of: 'd1', call: 'event', fields };
}

function eventPage(random: Random, keys: Record<string, Doc>): ComposeStep {
  const rows = random.below(4);
  const column = (): unknown[] => Array.from({ length: wrong(random, 0.06) ? rows + 1 : rows }, () => random.below(9));
  const fields: Doc = {
    data: values(random, keys, column),
    timestamps: values(random, keys, column),
    uid: Array.from({ length: rows }, (_, i) => `p${i}`),
    time: new Array(rows).fill(TIME + 3),
    ...checked(random),
  };
  if (random.next() < 0.2) fields.seq_num = Array.from({ length: rows }, (_, i) => 10 + i);
  if (random.next() < 0.2) fields.filled = { [wrong(random) ? 'nope' : (Object.keys(keys)[0] as string)]: [] };
  return { of: 'd1', call: 'event_page', fields };
}

/** A value for each key; now and then one too few or too many, and those that are streamed left out or not. */
function values(random: Random, keys: Record<string, Doc>, value: () => unknown): Doc {
  const names = Object.keys(keys).filter((name) => keys[name]?.external !== 'STREAM:' || random.next() < 0.3);
  if (wrong(random)) names.pop();
  if (wrong(random)) names.push('strange');
  return Object.fromEntries(names.map((name) => [name, value()]));
}

function resources(steps: ComposeStep[], random: Random): void {
  const kwargs = wrong(random) ? [] : { frame_per_point: 1 };
  const resource: Doc = {
    spec: 'TIFF',
    root: '/data',
    resource_path: 'a',
    resource_kwargs: kwargs,
    uid: 'r',
    path_semantics: 'posix',
  };
  if (wrong(random)) resource.path_semantics = 'mac';
  steps.push({ of: 'run', call: 'resource', fields: resource, name: 'r' });
  for (let i = random.below(4); i > 0; i--) {
    const datum_kwargs = random.of([{ point: 1 }, {}, { point: [1, 2], other: ['a', 'b'] }, { point: [] }]);
    steps.push({ of: 'r', call: random.of(['datum', 'datum_page']), fields: { datum_kwargs } });
  }
  const stream: Doc = { mimetype: 'x', uri: 'file:///a', data_key: wrong(random) ? 3 : 'x', parameters: {}, uid: 'sr' };
  steps.push({ of: 'run', call: 'stream_resource', fields: stream, name: 'sr' });
  for (let i = random.below(4); i > 0; i--) {
    const fields: Doc = { indices: wrong(random) ? { start: 0 } : { start: 0, stop: i } };
    if (random.next() < 0.5) fields.seq_nums = { start: 1, stop: i + 1 };
    if (random.next() < 0.5) fields.descriptor = { uid: 'd1' };
    steps.push({ of: 'sr', call: 'stream_datum', fields });
  }
}

function pagesCase(random: Random): PagesCase {
  const of = random.of(['event', 'datum'] as const);
  const items = (count: number): Doc[] =>
    Array.from({ length: count }, (_, i) => (of === 'event' ? looseEvent(random, i) : looseDatum(random, i)));
  const page = (): Doc => loosePage(random, of);
  switch (random.below(5)) {
    case 0:
      return { kind: 'pages', call: `pack_${of}_page`, args: items(random.below(4)) };
    case 1:
      return { kind: 'pages', call: `unpack_${of}_page`, args: [page()] };
    case 2:
      return { kind: 'pages', call: `merge_${of}_pages`, args: [Array.from({ length: random.below(4) }, page)] };
    case 3:
      return {
        kind: 'pages',
        call: `rechunk_${of}_pages`,
        args: [Array.from({ length: random.below(4) }, page), 1 + random.below(4)],
      };
    default:
      return random.of([
        { kind: 'pages', call: 'verify_filled', args: [loosePage(random, 'event')] },
        {
          kind: 'pages',
          call: 'bulk_events_to_event_pages',
          args: [{ a: items(2).map(toEvent), b: items(1).map(toEvent) }],
        },
        {
          kind: 'pages',
          call: 'bulk_datum_to_datum_page',
          args: [{ resource: 'r', datum_ids: ['r/0', 'r/1'], datum_kwarg_list: [{ i: 0 }, { i: 1 }] }],
        },
      ]);
  }
}

const toEvent = (_: unknown, i: number): Doc => ({
  uid: `b${i}`,
  time: 1,
  seq_num: i + 1,
  descriptor: 'd',
  data: { x: i },
  timestamps: { x: 2 },
});

function looseEvent(random: Random, i: number): Doc {
  const doc: Doc = {
    descriptor: wrong(random) ? 'other' : 'd',
    uid: `e${i}`,
    time: TIME + i,
    seq_num: i + 1,
    data: { x: i, ...(wrong(random) ? { y: [i] } : {}) },
    timestamps: { x: TIME },
  };
  if (random.next() < 0.7) doc.filled = wrong(random) ? { x: false } : {};
  return doc;
}

function looseDatum(random: Random, i: number): Doc {
  return { resource: 'r', datum_id: `r/${i}`, datum_kwargs: { i, ...(wrong(random) ? { more: i } : {}) } };
}

function loosePage(random: Random, of: 'event' | 'datum'): Doc {
  const rows = random.below(5);
  const column = (first: unknown): unknown[] =>
    Array.from({ length: wrong(random, 0.05) ? rows + 1 : rows }, (_, i) => `${first}${i}`);
  if (of === 'datum') {
    return {
      resource: 'r',
      datum_id: column('r/'),
      datum_kwargs: random.of([{ i: column('k') }, { i: column('k'), j: column('l') }, {}]),
    };
  }
  const page: Doc = {
    descriptor: 'd',
    seq_num: column(''),
    time: column(''),
    uid: column('u'),
    data: random.of([{ x: column('x') }, { x: column('x'), y: column('y') }, {}]),
    timestamps: random.of([{ x: column('t') }, { x: column('t'), y: column('t') }]),
    filled: random.of([{}, { x: Array.from({ length: rows }, () => random.of([true, false, 'd/0'])) }]),
  };
  if (wrong(random)) delete page.filled;
  return page;
}

/** The documents of a run: events that refer to datums of a resource, or not. */
function runDocuments(random: Random, run: string): [DocumentName, Doc][] {
  const of = (name: string): string => `${name} of ${run}`;
  const external = random.next() < 0.7;
  const keys = {
    x: { source: 's', dtype: 'number', shape: [] },
    img: { source: 's', dtype: 'array', shape: [2], ...(external ? { external: 'FILESTORE:' } : {}) },
  };
  const documents: [DocumentName, Doc][] = [['start', { uid: run, time: TIME }]];
  documents.push(['descriptor', { uid: of('d'), run_start: run, time: TIME, name: 'primary', data_keys: keys }]);
  const resource: Doc = {
    uid: of('r'),
    spec: random.of(['NPY', 'FAILING', 'UNKNOWN', 'NPY', 'NPY']),
    root: random.of(['/data', '']),
    resource_path: 'a/b',
    resource_kwargs: { k: 1 },
  };
  if (random.next() < 0.8) resource.run_start = run;
  if (external) documents.push(['resource', resource]);
  if (external)
    documents.push(
      random.of<[DocumentName, Doc]>([
        ['datum_page', { resource: of('r'), datum_id: [of('0'), of('1')], datum_kwargs: { i: [0, 1] } }],
        ['datum', { resource: of('r'), datum_id: of('0'), datum_kwargs: { i: 0 } }],
      ]),
    );
  for (let i = random.below(4); i > 0; i--) documents.push(filledEvent(random, of, external, i));
  if (random.next() < 0.4) {
    documents.push([
      'stream_resource',
      { uid: of('sr'), run_start: run, mimetype: 'x', uri: 'u', data_key: 'x', parameters: {} },
    ]);
    documents.push([
      'stream_datum',
      {
        uid: of('sd'),
        stream_resource: of('sr'),
        descriptor: of('d'),
        indices: { start: 0, stop: 1 },
        seq_nums: { start: 1, stop: 2 },
      },
    ]);
  }
  documents.push(['stop', { uid: of('s'), run_start: run, time: TIME, exit_status: 'success' }]);
  return documents;
}

function filledEvent(random: Random, of: (name: string) => string, external: boolean, i: number): [DocumentName, Doc] {
  const img = external ? of(random.of(['0', '0', '1', 'unknown'])) : [1, 2];
  const filled: Doc = external ? { img: random.of([false, false, of('0')]) } : {};
  if (random.next() < 0.5) {
    const data = wrong(random) ? { x: i } : { x: i, img };
    return [
      'event',
      { uid: of(`e${i}`), descriptor: of('d'), time: TIME, seq_num: i, data, timestamps: { x: 1, img: 1 }, filled },
    ];
  }
  const columns = { x: [i, i], img: [img, img] };
  const pageFilled = external ? { img: [filled.img, filled.img] } : {};
  return [
    'event_page',
    {
      uid: [of(`e${i}`), of(`f${i}`)],
      descriptor: of('d'),
      time: [1, 2],
      seq_num: [i, i + 1],
      data: columns,
      timestamps: { x: [1, 1], img: [1, 1] },
      filled: pageFilled,
    },
  ];
}

/** Now and then a document is lost, or comes twice, or before another. */
function disturbed(random: Random, documents: [DocumentName, Doc][]): [DocumentName, Doc][] {
  if (random.next() < 0.6) return documents;
  const at = random.below(documents.length);
  const one = documents[at] as [DocumentName, Doc];
  return random.of([documents.filter((_, i) => i !== at), [...documents, one], [one, ...documents]]);
}

const OVERRIDABLE: readonly DocumentName[] = [
  'start',
  'descriptor',
  'event',
  'event_page',
  'datum',
  'datum_page',
  'resource',
  'stop',
  'stream_resource',
  'stream_datum',
];

function routerCase(random: Random): RouterCase {
  const overrides: RouterCase['overrides'] = {};
  for (let i = random.below(4); i > 0; i--) overrides[random.of(OVERRIDABLE)] = random.of(['none', 'same', 'changed']);
  return {
    kind: 'router',
    base: random.of(['DocumentRouter', 'SingleRunDocumentRouter']),
    overrides,
    documents: disturbed(random, [
      ...runDocuments(random, 'run1'),
      ...(wrong(random) ? runDocuments(random, 'run2') : []),
    ]),
  };
}

function fillerCase(random: Random): FillerCase {
  const fields = random.of([
    {},
    {},
    { include: ['img'] },
    { exclude: ['img'] },
    { include: ['x'] },
    { include: ['x'], exclude: ['img'] },
  ]);
  return {
    kind: 'filler',
    class: random.of(['Filler', 'Filler', 'NoFiller']),
    specs: ['NPY', 'FAILING'],
    options: {
      ...fields,
      inplace: random.next() < 0.5,
      ...(random.next() < 0.3 ? { root_map: { '/data': '/elsewhere' } } : {}),
    },
    documents: disturbed(random, runDocuments(random, 'run1')),
  };
}

function runRouterCase(random: Random): RunRouterCase {
  const runs = [...runDocuments(random, 'run1'), ...(random.next() < 0.4 ? runDocuments(random, 'run2') : [])];
  return {
    kind: 'run_router',
    specs: ['NPY', 'FAILING'],
    fill_or_fail: random.next() < 0.5,
    documents: disturbed(random, runs),
  };
}
