import { describe, expect, it } from 'vitest';

import type { Named } from './documents.js';
import {
  DataNotAccessible,
  DuplicateHandler,
  EventModelRuntimeError,
  EventModelValueError,
  UndefinedAssetSpecification,
} from './errors.js';
import { Filler } from './filler.js';
import type { FillerOptions } from './filler.js';
import type { Event } from './generated/event.js';
import type { Handler, HandlerFactory, HandlerRegistry, Kwargs } from './handlers.js';

const RESOURCE = { uid: 'r', spec: 'NPY', root: '/data', resource_path: 'a/b.npy', resource_kwargs: { frames: 2 } };

const BEFORE: Named[] = [
  [
    'descriptor',
    {
      uid: 'd',
      time: 1,
      run_start: 'run',
      data_keys: { img: { source: 's', dtype: 'array', shape: [2], external: 'FILESTORE:' } },
    },
  ],
  ['resource', RESOURCE],
  ['datum', { datum_id: 'r/0', resource: 'r', datum_kwargs: { i: 0 } }],
];

const event = (more: object = {}): Event => ({
  uid: 'e',
  time: 1,
  descriptor: 'd',
  seq_num: 1,
  data: { img: 'r/0' },
  timestamps: { img: 1 },
  filled: { img: false },
  ...more,
});

function fillerOf(registry: HandlerRegistry, options: FillerOptions = {}): Filler {
  const filler = new Filler(registry, { retryIntervals: [0, 0], ...options });
  for (const each of BEFORE) filler.receive(...each);
  return filler;
}

const reading: HandlerFactory = (path, resource) => (datum: Kwargs) => ({ path, resource, datum });

const ENOENT = (): Error => Object.assign(new Error('no such file'), { code: 'ENOENT' });

describe('Filler', () => {
  it('fills a copy of the event at once when the handler does', () => {
    const given = event();
    const filled = fillerOf({ NPY: reading }).receive('event', given);
    expect(filled).toEqual([
      'event',
      event({
        data: { img: { path: '/data/a/b.npy', resource: { frames: 2 }, datum: { i: 0 } } },
        filled: { img: 'r/0' },
      }),
    ]);
    expect(given).toEqual(event());
  });

  it.each<[string, HandlerFactory]>([
    [
      'a class',
      class {
        constructor(readonly path: string) {}
        read = ({ i }: Kwargs): unknown => [this.path, i];
      },
    ],
    ['a function that gives an object', (path) => ({ read: ({ i }) => [path, i] })],
    ['an async function', async (path) => Promise.resolve(async ({ i }: Kwargs) => Promise.resolve([path, i]))],
  ])('reads with %s', async (_, handler) => {
    const filled = await fillerOf({ NPY: handler }).receive('event', event());
    expect(filled[1].data).toEqual({ img: ['/data/a/b.npy', 0] });
  });

  it('opens a resource once, and again if that failed', async () => {
    let opened = 0;
    const filler = fillerOf(
      {
        NPY: async (): Promise<Handler> => {
          opened += 1;
          await Promise.resolve();
          if (opened <= 3) throw ENOENT();
          return () => opened;
        },
      },
      {},
    );
    await expect(filler.receive('event', event())).rejects.toThrow(DataNotAccessible);
    for (let i = 0; i < 2; i++) await filler.receive('event', event());
    expect(opened).toBe(4);
    filler.clearHandlerCache();
    await filler.receive('event', event());
    expect(opened).toBe(5);
  });

  it('tries again while a file is not there yet, but not after other errors', async () => {
    let tries = 0;
    const late = fillerOf({
      NPY: () => () => {
        tries += 1;
        if (tries < 3) throw ENOENT();
        return tries;
      },
    });
    expect((await late.receive('event', event()))[1].data).toEqual({ img: 3 });
    const broken = fillerOf({
      NPY: () => () => {
        tries += 1;
        throw new TypeError('broken');
      },
    });
    await expect(Promise.resolve().then(() => broken.receive('event', event()))).rejects.toThrow(TypeError);
    expect(tries).toBe(4);
  });

  it('changes values as it is told', () => {
    const filler = fillerOf(
      { NPY: reading },
      { coerce: (_value, { key, descriptor, resource, datum }) => [key, descriptor.uid, resource.uid, datum.datum_id] },
    );
    expect(filler.receive('event', event())).toMatchObject(['event', { data: { img: ['img', 'd', 'r', 'r/0'] } }]);
  });

  it('finds files where they are now', () => {
    const filler = fillerOf({ NPY: reading }, { rootMap: { '/data': '/mnt/copy/' } });
    expect(filler.receive('event', event())).toMatchObject(['event', { data: { img: { path: '/mnt/copy/a/b.npy' } } }]);
  });

  it.each([
    ['/data', '../etc/passwd', undefined],
    ['/data', '/etc/passwd', undefined],
    ['/data', '/data/../etc/passwd', undefined],
    ['data', '../../x', undefined],
    ['/data', '/data/x', '/data/x'],
    ['/data', 'a/../b', '/data/a/../b'],
    ['/', '/anywhere', '/anywhere'],
    ['', '/anywhere', '/anywhere'],
    ['C:\\data', 'a\\b', 'C:\\data\\a\\b'],
  ])('keeps files inside their root: %s and %s', (root, resource_path, path) => {
    const filler = fillerOf({ NPY: reading });
    filler.receive('resource', {
      ...RESOURCE,
      root,
      resource_path,
      path_semantics: root.startsWith('C') ? 'windows' : 'posix',
    });
    const fill = (): unknown => filler.receive('event', event());
    if (path) expect(fill()).toMatchObject(['event', { data: { img: { path } } }]);
    else expect(fill).toThrow(EventModelValueError);
  });

  it('keeps handlers by spec', () => {
    const filler = fillerOf({ NPY: reading });
    const other: HandlerFactory = () => () => 'other';
    filler.registerHandler('NPY', reading);
    expect(() => filler.registerHandler('NPY', other)).toThrow(DuplicateHandler);
    filler.receive('event', event());
    filler.registerHandler('NPY', other, { overwrite: true });
    expect(filler.receive('event', event())).toMatchObject(['event', { data: { img: 'other' } }]);
    expect(filler.deregisterHandler('NPY')).toBe(other);
    expect(filler.handlerRegistry.size).toBe(0);
    expect(() => filler.receive('event', event())).toThrow(UndefinedAssetSpecification);
  });

  it('can be cloned and closed', () => {
    const filler = fillerOf({ NPY: reading });
    const clone = filler.clone({ inplace: true });
    filler.close();
    expect([filler.closed, clone.closed]).toEqual([true, false]);
    expect(() => filler.receive('event', event())).toThrow(EventModelRuntimeError);
    expect(() => filler.getHandler(RESOURCE)).toThrow(EventModelRuntimeError);
    for (const each of BEFORE) clone.receive(...each);
    const given = event();
    clone.receive('event', given);
    expect(given.filled).toEqual({ img: 'r/0' });
  });

  it('leaves alone what is streamed', () => {
    const filler = fillerOf({ NPY: reading });
    const data_keys = { frames: { source: 's', dtype: 'array', shape: [2], external: 'STREAM:' } } as const;
    filler.receive('descriptor', { uid: 'd', time: 1, run_start: 'run', data_keys });
    const { filled: _, ...given } = event({ data: {}, timestamps: {} });
    expect(filler.receive('event', given)).toMatchObject(['event', { data: {} }]);
  });
});
