import { beforeEach, describe, expect, it } from 'vitest';
import { CellOutputs } from './cell-outputs.js';
import type { Message } from './message.js';

let sent: string[];
let outputs: CellOutputs;

function request(id: string, cellId: string | undefined = `cell of ${id}`): Message {
  const header = { msg_id: id, msg_type: 'execute_request', session: 'page', username: '', date: '', version: '5.3' };
  return { identities: [], header, parent: {}, metadata: { cellId }, content: {}, buffers: [] };
}

const put = (id: string, type: string, content: object): void => outputs.publish(type, content, request(id).header);
const print = (id: string, text: string, name = 'stdout'): void => put(id, 'stream', { name, text });
const show = (id: string, text: string, display_id?: string, type = 'display_data'): void =>
  put(id, type, { data: { 'text/plain': text }, metadata: {}, transient: { display_id } });
const textsOf = (id: string): unknown[] =>
  outputs.records
    .find(({ execution }) => execution === id)
    ?.outputs.map(
      (each) => each.text ?? (each.data as Record<string, unknown> | undefined)?.['text/plain'] ?? each.ename,
    ) ?? [];

beforeEach(() => {
  sent = [];
  outputs = new CellOutputs({ publish: (type) => void sent.push(type) });
});

describe('CellOutputs', () => {
  it('passes everything on, and remembers what notebooks hold of it, in order', () => {
    outputs.begin(request('a'));
    put('a', 'status', { execution_state: 'busy' });
    put('a', 'execute_input', { code: '', execution_count: 7 });
    print('a', 'one ');
    print('a', 'two');
    print('a', 'wrong', 'stderr');
    show('a', 'figure');
    put('a', 'comm_msg', { comm_id: 'x' });
    put('a', 'error', { ename: 'Error', evalue: '', traceback: [] });
    outputs.end(request('a'));
    expect(sent).toHaveLength(8);
    expect(textsOf('a')).toEqual(['one two', 'wrong', 'figure', 'Error']);
    expect(outputs.records[0]).toMatchObject({ cell: 'cell of a', session: 'page', executionCount: 7, ended: true });
    expect(JSON.stringify(outputs.records[0]?.outputs)).not.toContain('transient');
  });

  it('replaces under a display id, also after the cell has ended', () => {
    outputs.begin(request('a'));
    show('a', 'first', 'd1');
    show('a', 'second', 'd2');
    outputs.end(request('a'));
    show('a', 'better', 'd1', 'update_display_data');
    show('a', 'of nowhere', 'd3', 'update_display_data');
    expect(textsOf('a')).toEqual(['better', 'second']);
  });

  it('forgets what a cell put out before it was run again, and does not know consoles', () => {
    outputs.begin(request('a', 'c1'));
    print('a', 'old');
    outputs.begin(request('b', 'c1'));
    outputs.begin({ ...request('c'), metadata: {} });
    print('b', 'new');
    print('c', 'of a console');
    expect(outputs.records.map(({ execution }) => execution)).toEqual(['b']);
    expect(textsOf('b')).toEqual(['new']);
  });

  it('is bounded: in cells, in text, in bytes; the last cell stays', () => {
    for (let i = 0; i < 60; i++) outputs.begin(request(`r${i}`));
    expect(outputs.records).toHaveLength(50);
    for (let i = 0; i < 30; i++) print('r59', 'x'.repeat(100_000));
    expect(String(textsOf('r59')[0]).length).toBeLessThanOrEqual(1_000_000);
    for (let i = 0; i < 12; i++) show('r59', 'y'.repeat(5_000_000));
    expect(outputs.records.map(({ execution }) => execution)).toEqual(['r59']);
    expect(textsOf('r59')).toHaveLength(13);
  });

  it('tells of every change and who has got what', () => {
    const told: number[] = [];
    outputs.onChange = ({ outputs: some }) => void told.push(some.length);
    outputs.begin(request('a'));
    print('a', 'x');
    show('a', 'y');
    put('b', 'stream', { name: 'stdout', text: 'of no cell' });
    outputs.end(request('a'));
    outputs.delivered('a');
    outputs.delivered('unknown');
    expect(told).toEqual([1, 2, 2]);
    expect(outputs.records[0]?.delivered).toBe(true);
  });
});
