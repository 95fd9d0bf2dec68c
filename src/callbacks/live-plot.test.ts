import { afterEach, describe, expect, it } from 'vitest';

import { FakeScreen } from '../../tests/instruments/fake-screen.js';
import { descriptorDoc, eventDoc, startDoc, stopDoc } from '../../tests/instruments/runs.js';
import { SynAxis, SynGauss } from '../devices/sim/index.js';
import type { Event } from '../documents/index.js';
import type { LineSpec } from '../figures/index.js';
import { installHost } from '../host/index.js';
import { FieldError } from './fields.js';
import { LivePlot } from './live-plot.js';

const motor = new SynAxis({ name: 'motor' });
const det = new SynGauss({ name: 'det', motor });

afterEach(() => installHost({}));

/** Gives a run with points (motor, det) to a plot. */
function plot(lp: LivePlot, run: string, points: [number, number][], start: object = { scan_id: 1 }): void {
  lp.receive('start', startDoc(run, start));
  lp.receive('descriptor', descriptorDoc(`${run}-d`, ['motor', 'det'], { run }));
  points.forEach(([x, y], i) => lp.receive('event', eventDoc(`${run}-d`, i + 1, { motor: x, det: y })));
  lp.receive('stop', stopDoc(run));
}

describe('LivePlot', () => {
  it.each([
    [new LivePlot('det', 'motor'), 'motor'],
    [new LivePlot(det, motor), 'motor'],
    [new LivePlot('det', { x: 'motor' }), 'motor'],
    [new LivePlot('det', null, { x: motor }), 'motor'],
    [new LivePlot('det'), 'seq_num'],
    [new LivePlot('det', { marker: 'x' }), 'seq_num'],
  ])('takes fields and devices, in place or as options (%#)', (lp, x) => {
    expect([lp.x, lp.y]).toEqual([x, 'det']);
  });

  it('keeps the points of each run as a line of its own', () => {
    const lp = new LivePlot('det', 'motor');
    expect([lp.xData, lp.yData, lp.lines]).toEqual([[], [], []]);
    plot(lp, 'a', [
      [1, 10],
      [2, 20],
    ]);
    plot(lp, 'b', [[3, 30]], { scan_id: 2 });
    expect(lp.lines).toEqual([
      { label: '1', xData: [1, 2], yData: [10, 20] },
      { label: '2', xData: [3], yData: [30] },
    ]);
    expect([lp.xData, lp.yData]).toEqual([[3], [30]]);
  });

  it('replaces points that are taken again', () => {
    const lp = new LivePlot('det', 'motor');
    lp.receive('start', startDoc());
    lp.receive('descriptor', descriptorDoc('d', ['motor', 'det']));
    for (const [seqNum, y] of [
      [1, 10],
      [2, 20],
      [2, 21],
    ] as const) {
      lp.receive('event', eventDoc('d', seqNum, { motor: seqNum, det: y }));
    }
    expect(lp.yData).toEqual([10, 21]);
  });

  it('names its lines by the keys of the start document', () => {
    const lp = new LivePlot('det', 'motor', { legendKeys: ['sample', 'nope'] });
    plot(lp, 'a', [[1, 2]], { scan_id: 7, sample: 'LaB6' });
    expect(lp.currentLine?.label).toBe('7 :: LaB6 :: nope');
  });

  it('names its lines as Python writes values', () => {
    const lp = new LivePlot('det', 'motor', { legendKeys: ['dry', 'sizes', 'none'] });
    plot(lp, 'a', [[1, 2]], { scan_id: 7, dry: true, sizes: [1, 'b'], none: null });
    expect(lp.currentLine?.label).toBe("7 :: True :: [1, 'b'] :: None");
  });

  it.each([false, true])('keeps runs apart that are interleaved (on a screen: %s)', (hasScreen) => {
    if (hasScreen) installHost({ screen: new FakeScreen() });
    const said: string[] = [];
    const lp = new LivePlot('det', 'motor', { out: (text) => said.push(text) });
    for (const run of ['a', 'b']) {
      lp.receive('start', startDoc(run, { scan_id: run }));
      lp.receive('descriptor', descriptorDoc(`${run}-d`, ['motor', 'det'], { run }));
    }
    for (const i of [1, 2, 3]) {
      lp.receive('event', eventDoc('a-d', i, { motor: i, det: 10 * i }));
      lp.receive('event', eventDoc('b-d', i, { motor: i, det: 100 * i }));
    }
    lp.receive('stop', stopDoc('a'));
    lp.receive('event', eventDoc('b-d', 4, { motor: 4, det: 400 }));
    lp.receive('stop', stopDoc('b'));
    expect(lp.lines).toEqual([
      { label: 'a', xData: [1, 2, 3], yData: [10, 20, 30] },
      { label: 'b', xData: [1, 2, 3, 4], yData: [100, 200, 300, 400] },
    ]);
    expect(said).toEqual([]);
  });

  it('takes the points of several streams in the order of their events', () => {
    const lp = new LivePlot('det', 'motor');
    lp.receive('start', startDoc());
    lp.receive('descriptor', descriptorDoc('p', ['motor', 'det']));
    lp.receive('descriptor', descriptorDoc('d', ['motor', 'det'], { name: 'dark' }));
    ['p', 'd', 'p', 'd'].forEach((descriptor, i) => {
      lp.receive('event', eventDoc(descriptor, 1 + Math.floor(i / 2), { motor: i, det: i }, 101 + i));
    });
    expect(lp.xData).toEqual([0, 1, 2, 3]);
  });

  it('draws an expression of fields', () => {
    const lp = new LivePlot('det / motor', 'motor * 2');
    plot(lp, 'a', [
      [1, 10],
      [0, 20],
      [4, 20],
    ]);
    expect([lp.xData, lp.yData]).toEqual([
      [2, 0, 8],
      [10, NaN, 5],
    ]);
  });

  it.each([
    ['x is in another stream than y', [descriptorDoc('p', ['motor']), descriptorDoc('q', ['det'], { name: 'dark' })]],
    ['the run has no descriptor', []],
  ])('says so when %s', (_why, descriptors) => {
    const said: string[] = [];
    const lp = new LivePlot('det', 'motor', { out: (text) => said.push(text) });
    lp.receive('start', startDoc());
    for (const doc of descriptors) lp.receive('descriptor', doc);
    lp.receive('event', eventDoc('p', 1, { motor: 1 }));
    lp.receive('event', eventDoc('q', 1, { det: 1 }));
    lp.receive('stop', stopDoc());
    expect([lp.xData, lp.yData]).toEqual([[], []]);
    expect(said).toHaveLength(2);
  });

  it('goes on where a descriptor changes in mid-run and y vanishes', () => {
    const lp = new LivePlot('det', 'motor');
    lp.receive('start', startDoc());
    lp.receive('descriptor', descriptorDoc('p', ['motor', 'det']));
    lp.receive('event', eventDoc('p', 1, { motor: 1, det: 10 }));
    lp.receive('descriptor', descriptorDoc('q', ['motor']));
    lp.receive('event', eventDoc('q', 2, { motor: 2 }));
    lp.receive('event', eventDoc('p', 3, { motor: 3, det: 30 }));
    lp.receive('stop', stopDoc());
    expect([lp.xData, lp.yData]).toEqual([
      [1, 3],
      [10, 30],
    ]);
  });

  it('passes over what is out of order, foreign or unknown', () => {
    const lp = new LivePlot('det', 'motor');
    lp.receive('event', eventDoc('d', 1, { motor: 1, det: 1 }));
    lp.receive('stop', stopDoc('never'));
    lp.receive('start', startDoc());
    lp.receive('descriptor', descriptorDoc('d', ['motor', 'det']));
    lp.receive('event', eventDoc('never', 1, { motor: 0, det: 0 }));
    lp.receive('event', eventDoc('d', 2, { motor: 2, det: 2 }));
    lp.receive('event', eventDoc('d', 1, { motor: 1, det: [1, 2] }));
    lp.receive('event', eventDoc('d', 3, { motor: 3, det: 'off' }));
    lp.receive('stop', stopDoc('never'));
    lp.receive('stop', stopDoc());
    expect(lp.yData).toEqual([2]);
  });

  it('says when it got nothing to draw', () => {
    const said: string[] = [];
    plot(new LivePlot('nope', 'motor', { out: (text) => said.push(text) }), 'a', [[1, 2]]);
    expect(said).toEqual([
      'LivePlot did not get any data that corresponds to the x axis. motor',
      'LivePlot did not get any data that corresponds to the y axis. nope',
    ]);
  });

  it.each([
    [
      () => new LivePlot('det', 'motor', { colour: 'red' } as never),
      "LivePlot knows no option 'colour'. Did you mean 'color'? It knows x, legendKeys",
    ],
    [() => new LivePlot('det', 'motor', { color: 'red', c: 'red' }), "Got both 'color' and 'c'"],
    [() => new LivePlot('det', 'motor', { marker: 'q' }), 'marker is "q"'],
    [() => new LivePlot(3 as never), 'LivePlot: 3 is neither the name of a field nor a device'],
    [() => new LivePlot({ name: 'empty', describe: () => ({}) }), 'LivePlot: empty has no fields to draw.'],
  ])('names what it cannot use (%#)', (make, message) => {
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  it('shows one figure, which grows a line with each run', () => {
    const screen = new FakeScreen();
    installHost({ screen });
    const lp = new LivePlot(det, motor, { marker: 'x', color: 'red', xlim: [-1, 1] });
    plot(lp, 'a', [[1, 10]]);
    plot(lp, 'b', [[2, 20]]);
    const [first, second] = screen.specs as [LineSpec, LineSpec];
    expect(first.id).toBe(second.id);
    expect(first).toMatchObject({
      kind: 'line',
      xLabel: 'motor',
      yLabel: 'det',
      legendTitle: 'scan_id',
      xlim: [-1, 1],
      ylim: null,
    });
    expect(second.series.map(({ run, style }) => [run, style.marker, style.color])).toEqual([
      ['a', 'x', '#ff0000'],
      ['b', 'x', '#ff0000'],
    ]);
    expect(screen.shown).toEqual([first.id, first.id]);
    expect([...screen.wanted]).toEqual(['motor', 'det']);
    expect(screen.documents.map(([name]) => name)).toEqual([
      'start',
      'descriptor',
      'event',
      'stop',
      'start',
      'descriptor',
      'event',
      'stop',
    ]);
    expect(lp.yData).toEqual([20]);
  });

  it('draws a field that a subclass adds to its events', () => {
    class Ratio extends LivePlot {
      override event(doc: Event): void {
        super.event({ ...doc, data: { ...doc.data, ratio: Number(doc.data.det) / 2 } });
      }
    }
    const lp = new Ratio('ratio', 'motor');
    plot(lp, 'a', [
      [1, 10],
      [2, 20],
    ]);
    expect([lp.xData, lp.yData]).toEqual([
      [1, 2],
      [5, 10],
    ]);
  });

  it('is a FieldError that it throws for a field', () => {
    expect(() => new LivePlot(null as never)).toThrow(FieldError);
  });
});
