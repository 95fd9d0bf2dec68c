import { describe, expect, it } from 'vitest';

import type { DocumentName } from './documents.js';
import { EventModelKeyError, EventModelValidationError } from './errors.js';
import { ndArray } from './nd-array.js';
import { validate } from './validate.js';

const EVENT = { uid: 'e', time: 1, descriptor: 'd', seq_num: 1, data: {}, timestamps: {} };
const PAGE = { ...EVENT, uid: ['e'], time: [1], seq_num: [1] };
const DESCRIPTOR = { uid: 'd', time: 1, run_start: 'r', data_keys: {} };

const judge = (name: DocumentName, doc: unknown) => (): void => validate(name, doc);
const key = (more: object): object => ({
  ...DESCRIPTOR,
  data_keys: { x: { source: 's', dtype: 'number', shape: [], ...more } },
});

describe('validate', () => {
  it.each<[DocumentName, unknown]>([
    ['event', { ...EVENT, time: NaN }],
    ['event', { ...EVENT, seq_num: 2n ** 70n, time: 3n }],
    ['event', { ...EVENT, data: { image: ndArray([[1, 2]]), raw: new Uint16Array(2) } }],
    ['event_page', { ...PAGE, data: { x: new Float64Array(1), y: ndArray([[1, 2]]) } }],
    ['event_page', { ...PAGE, time: new Float64Array(1), seq_num: Int32Array.of(1) }],
    ['event_page', { ...PAGE, time: ndArray([1.5]), seq_num: ndArray([1, 2]) }],
    ['start', { uid: 'r', time: 1, image: ndArray([[1]]), whatever: { deep: [{ 'a.b': 1 }] } }],
    ['start', Object.assign(Object.create(null) as object, { uid: 'r', time: 1 })],
    ['start', { uid: 'r', time: 1, scan_id: undefined }],
    [
      'stream_datum',
      {
        uid: 's',
        stream_resource: 'r',
        descriptor: '',
        indices: { start: 0, stop: 1 },
        seq_nums: { start: 0, stop: 1 },
        extra: 1,
      },
    ],
  ])('takes %s %#', (name, doc) => {
    expect(judge(name, doc)).not.toThrow();
  });

  it.each<[DocumentName, unknown, string]>([
    ['event', { ...EVENT, seq_num: Infinity }, ' at seq_num: it must be an integer, but is Infinity.'],
    ['event', { ...EVENT, seq_num: true }, ' at seq_num: it must be an integer, but is true.'],
    ['event', { ...EVENT, data: ndArray([1]) }, ' at data: it must be an object, but is an object.'],
    ['event', { ...EVENT, data: new Map() }, ' at data: it must be an object, but is an object of class Map.'],
    ['event', { ...EVENT, extra: 1 }, ": it has the key 'extra', which the schema does not know."],
    [
      'event_page',
      { ...PAGE, uid: new Float64Array(1) },
      ' at uid: it must be a list, but is an object of class Float64Array.',
    ],
    [
      'event_page',
      { ...PAGE, seq_num: Float64Array.of(1.5) },
      ' at seq_num: it must be a list of integers, but is an object of class Float64Array.',
    ],
    ['event_page', { ...PAGE, time: ndArray([[1]]) }, ' at time: it must be a list of numbers, but is an object.'],
    ['stop', {}, ": it lacks 'exit_status'."],
    ['start', [], ': it must be an object, but is an empty list.'],
    ['start', null, ': it must be an object, but is null.'],
    [
      'start',
      { uid: 'r', time: 1, a: { 'b/c': 1 } },
      " at a: it has the key 'b/c'; keys must not contain a dot or a slash.",
    ],
    [
      'stop',
      { uid: 's', time: 1, run_start: 'r', exit_status: 'done' },
      " at exit_status: it must be one of 'success', 'abort', 'fail', but is 'done'.",
    ],
    ['descriptor', key({ units: 3 }), ' at data_keys.x.units: it must be a string or null, but is 3.'],
    ['descriptor', key({ shape: [2, 'a'] }), " at data_keys.x.shape[1]: it must be an integer or null, but is 'a'."],
    ['descriptor', key({ external: 'there' }), " at data_keys.x.external: it must match ^[A-Z]+:?, but is 'there'."],
    [
      'descriptor',
      key({ dtype_numpy: 'float64x' }),
      " at data_keys.x.dtype_numpy: it must be of one of the forms that the schema allows, but is 'float64x'.",
    ],
    [
      'start',
      { uid: 'x'.repeat(99), time: 'y'.repeat(99) },
      ` at time: it must be a number, but is '${'y'.repeat(60)}…'.`,
    ],
  ])('refuses %s %#', (name, doc, message) => {
    expect(judge(name, doc)).toThrow(EventModelValidationError);
    expect(judge(name, doc)).toThrow(`The ${name} document is not valid${message}`);
  });

  it('names document, path and reason', () => {
    expect(judge('descriptor', key({ dtype: 'float' }))).toThrow(
      expect.objectContaining({ document: 'descriptor', path: ['data_keys', 'x', 'dtype'] }) as Error,
    );
  });

  it('refuses what holds itself, and what nobody could write down', () => {
    const md: Record<string, unknown> = { uid: 'r', time: 1 };
    md.self = md;
    expect(judge('start', md)).toThrow('it is nested too deeply, or holds itself.');
  });

  it.each(['events', 'constructor', 'toString', undefined])('knows no document %s', (name) => {
    expect(judge(name as DocumentName, {})).toThrow(EventModelKeyError);
  });
});
