import { beforeEach, describe, expect, test } from 'vitest';
import { FakeTicker } from '../../tests/instruments/fake-ticker.js';
import { headerOf, messageOf, RecordedPublishing } from '../../tests/instruments/recorded-publishing.js';
import { Comms } from './comms.js';
import { Attribution } from './origin.js';
import { Outputs } from './outputs.js';
import { Widgets } from './widgets.js';

const cell = { header: headerOf('cell-1'), cell: 'abc/cell-1' };
const column = new Float64Array([1, 2]);
const state = {
  _model_name: 'RunModel',
  _model_module: 'livesky',
  _model_module_version: '0.1.0',
  data: { x: column },
  n: 3,
};
const stripped = { ...state, data: {} };
let recorded: RecordedPublishing;
let attribution: Attribution;
let comms: Comms;
let widgets: Widgets;
let received: unknown[];
beforeEach(() => {
  recorded = new RecordedPublishing();
  attribution = new Attribution();
  comms = new Comms(recorded, attribution);
  widgets = new Widgets(comms, new Outputs(recorded, new FakeTicker()), attribution);
  received = [];
});
const open = (): void =>
  attribution.within(cell, () =>
    widgets.open('m1', { state: () => state, receive: (content) => received.push(content) }),
  );

describe('what a page is sent', () => {
  test('comm_open with the version, the state without its bytes, and the bytes', () => {
    open();
    expect(recorded.take()).toEqual([
      {
        type: 'comm_open',
        content: {
          comm_id: 'm1',
          target_name: 'jupyter.widget',
          data: { state: stripped, buffer_paths: [['data', 'x']] },
        },
        parent: cell.header,
        metadata: { version: '2.1.0' },
        buffers: [column],
      },
    ]);
  });

  test('update and custom', () => {
    open();
    recorded.take();
    widgets.update('m1', { list: [column, 1] });
    widgets.custom('m1', { kind: 'frame' }, [column]);
    expect(recorded.take()).toEqual([
      {
        type: 'comm_msg',
        content: { comm_id: 'm1', data: { method: 'update', state: { list: [null, 1] }, buffer_paths: [['list', 0]] } },
        parent: cell.header,
        buffers: [column],
      },
      {
        type: 'comm_msg',
        content: { comm_id: 'm1', data: { method: 'custom', content: { kind: 'frame' } } },
        parent: cell.header,
        buffers: [column],
      },
    ]);
  });

  test('display_data with the view, a text, and the cell as parent', () => {
    open();
    recorded.take();
    attribution.within(cell, () => widgets.display('m1', 'LivePlot of det'));
    const view = { model_id: 'm1', version_major: 2, version_minor: 0 };
    expect(recorded.take()).toEqual([
      {
        type: 'display_data',
        content: {
          data: { 'application/vnd.jupyter.widget-view+json': view, 'text/plain': 'LivePlot of det' },
          metadata: {},
          transient: {},
        },
        parent: cell.header,
      },
    ]);
  });
});

describe('what a page sends', () => {
  beforeEach(() => {
    open();
    recorded.take();
  });
  const say = (data: object, comm_id = 'm1'): void => comms.handleMessage(messageOf('comm_msg', { comm_id, data }));

  test('request_state is answered with that message as the parent', () => {
    say({ method: 'request_state' });
    const [answer] = recorded.take();
    expect(answer?.parent.msg_id).toBe('id-of-comm_msg');
    expect(answer?.content.data).toEqual({ method: 'update', state: stripped, buffer_paths: [['data', 'x']] });
  });

  test('custom reaches the model, unknown ids and methods nobody', () => {
    say({ method: 'custom', content: { kind: 'control' } });
    say({ method: 'custom', content: 1 }, 'm2');
    say({ method: 'update', state: {} });
    expect(received).toEqual([{ kind: 'control' }]);
    expect(recorded.take()).toEqual([]);
  });

  test('what a model sends because of it belongs to the cell all the same', () => {
    attribution.within({ header: headerOf('a-press') }, () => widgets.custom('m1', { kind: 'notice' }, []));
    expect(recorded.take()[0]?.parent).toBe(cell.header);
  });

  test('comm_close means that nobody listens: the model stays', () => {
    comms.handleClose(messageOf('comm_close', { comm_id: 'm1', data: {} }));
    expect(comms.list('jupyter.widget')).toEqual({ m1: { target_name: 'jupyter.widget' } });
    say({ method: 'request_state' });
    expect(recorded.take()).toHaveLength(1);
  });

  test('request_states on the control comm gives every model', () => {
    comms.handleOpen(messageOf('comm_open', { comm_id: 'c', target_name: 'jupyter.widget.control', data: {} }));
    say({ method: 'request_states' }, 'c');
    const model = { model_name: 'RunModel', model_module: 'livesky', model_module_version: '0.1.0', state: stripped };
    expect(recorded.take()).toEqual([
      {
        type: 'comm_msg',
        content: {
          comm_id: 'c',
          data: { method: 'update_states', states: { m1: model }, buffer_paths: [['m1', 'state', 'data', 'x']] },
        },
        parent: headerOf('id-of-comm_msg', 'comm_msg'),
        buffers: [column],
      },
    ]);
    comms.handleClose(messageOf('comm_close', { comm_id: 'c' }));
    expect(comms.list()).not.toHaveProperty('c');
  });

  test('a released model is forgotten without being closed', () => {
    widgets.release('m1');
    say({ method: 'request_state' });
    expect(recorded.take()).toEqual([]);
    expect(comms.list()).toEqual({});
  });

  test('a comm of an unknown target is closed at once', () => {
    comms.handleOpen(messageOf('comm_open', { comm_id: 'x', target_name: 'nobody', data: {} }));
    expect(recorded.take()).toMatchObject([{ type: 'comm_close', content: { comm_id: 'x' } }]);
  });
});

test('a cell is named, and another run of it is another', () => {
  expect(widgets.cell()).toBeUndefined();
  attribution.within(cell, () => expect(widgets.cell()).toBe('abc/cell-1'));
  attribution.within({ header: headerOf('a-comm-message') }, () => expect(widgets.cell()).toBe('abc/cell-1'));
});
