import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { DocumentCollector } from '../../tests/instruments/document-collector.js';
import { fakeDetector } from '../../tests/instruments/fake-detector.js';
import { freshSeed, Random } from '../../tests/instruments/random.js';
import { RunEngine } from '../engine/index.js';
import { count } from '../plans/index.js';
import { PersistentDict } from './persistent-dict.js';
import { PersistentDictError } from './value-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-md-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('values', () => {
  it('are there again, with their kinds', () => {
    const values = { text: 'Ω', none: null, not: NaN, big: 2n ** 60n, list: [1, { deep: true }], 'a/b ../c': 1 };
    const md = new PersistentDict(folder);
    Object.assign(md, values);
    expect({ ...new PersistentDict(folder) }).toEqual(values);
    expect(Object.keys(md).sort()).toEqual(Object.keys(values).sort());
    expect(inspect(md)).toBe(inspect({ ...md }));
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it('changed within are kept too', () => {
    const md = new PersistentDict(folder) as { sample: { name: string; sizes: number[] } } & PersistentDict;
    md.sample = { name: 'Si', sizes: [1] };
    expect(md.sample).toBe(md.sample);
    md.sample.name = 'Ge';
    md.sample.sizes.push(2);
    expect(new PersistentDict(folder).sample).toEqual({ name: 'Ge', sizes: [1, 2] });
  });

  it('can be taken away', () => {
    const md = new PersistentDict(folder);
    md.a = 1;
    expect('a' in md).toBe(true);
    delete md.a;
    expect('a' in md).toBe(false);
    expect({ ...new PersistentDict(folder) }).toEqual({});
  });

  it('that cannot be kept are refused, and the old one stays', () => {
    const md = new PersistentDict(folder);
    md.a = 1;
    expect(() => (md.a = () => 1)).toThrow(PersistentDictError);
    expect(() => (md.a = () => 1)).toThrow("The value of 'a' cannot be kept");
    expect(new PersistentDict(folder).a).toBe(1);
  });

  it('of another process are seen, and none is lost', () => {
    const [ours, theirs] = [new PersistentDict(folder), new PersistentDict(folder)];
    ours.a = 1;
    theirs.b = 2;
    theirs.a = 3;
    expect({ ...ours }).toEqual({ a: 3, b: 2 });
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['torn', '{"name": "S'],
    ['empty', ''],
  ])('(%s) is put aside, and said', (_, text) => {
    const md = new PersistentDict(folder);
    md.sample = { name: 'Si' };
    md.proposal = 7;
    writeFileSync(join(folder, 'sample.json'), text);
    expect(() => new PersistentDict(folder)).toThrow(
      /The file of 'sample' is damaged.*put aside as .*sample\.json\.bad-/,
    );
    expect(readdirSync(folder).filter((name) => name.includes('.bad-'))).toHaveLength(1);
    expect({ ...new PersistentDict(folder) }).toEqual({ proposal: 7 });
  });

  it('is one that a folder is no place for', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => new PersistentDict(join(folder, 'file'))).toThrow(/The folder .*file cannot be used/);
  });

  it('left unfinished by a killed process is cleared away, but not one that is being written', () => {
    const [old, fresh] = ['a.json.1.unfinished', 'b.json.2.unfinished'].map((name) => join(folder, name));
    for (const path of [old, fresh]) writeFileSync(path as string, '1');
    utimesSync(old as string, 0, 0);
    expect({ ...new PersistentDict(folder) }).toEqual({});
    expect(readdirSync(folder)).toEqual(['b.json.2.unfinished']);
  });
});

describe('as the metadata of an engine', () => {
  it('goes into every run, and scan_id goes on in the next session', async () => {
    const seen = new DocumentCollector();
    const first = new RunEngine(new PersistentDict(folder));
    first.md.proposal = 'P1';
    await first(count([fakeDetector()]));
    const second = new RunEngine(new PersistentDict(folder));
    await second(count([fakeDetector()]), seen);
    expect(seen.of('start')[0]).toMatchObject({ scan_id: 2, proposal: 'P1' });
  });

  it('survives kill -9 at any moment', async () => {
    const random = new Random(freshSeed('kill -9 of a writing process'));
    let last = 0;
    for (let kill = 0; kill < 4; kill++) {
      last = await killedAfter(20 + random.below(150), last);
      const { scan_id: kept, proposal } = new PersistentDict(folder);
      // The run whose number was written may not have been told of.
      expect([last, last + 1]).toContain(kept);
      expect(proposal).toEqual({ long: 'x'.repeat(10_000) });
      last = kept as number;
    }
    expect(last).toBeGreaterThan(4);
  });
});

/** Counts runs in a process of its own until it is killed; gives the last that it told of. */
async function killedAfter(milliseconds: number, atLeast: number): Promise<number> {
  const lib = new URL('../../lib/', import.meta.url).href;
  const code = `
    import { PersistentDict } from '${lib}files/index.js';
    import { Msg, RunEngine } from '${lib}index.js';
    import { writeSync } from 'node:fs';
    const RE = new RunEngine(new PersistentDict(${JSON.stringify(folder)}));
    RE.md.proposal = { long: 'x'.repeat(10000) };
    for (;;) {
      await RE([new Msg('open_run'), new Msg('close_run')]);
      writeSync(1, RE.md.scan_id + '\\n');
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (told === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    told += chunk.toString();
  });
  await new Promise((done) => child.once('close', done));
  return Math.max(atLeast, ...told.split('\n').map(Number));
}
