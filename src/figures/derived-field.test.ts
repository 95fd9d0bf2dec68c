import { describe, expect, it } from 'vitest';

import { descriptorDoc, eventDoc, startDoc } from '../../tests/instruments/runs.js';
import { derivedField, fieldsReadBy } from './derived-field.js';
import { linePoints } from './line.js';
import { lineNotice } from './line-notice.js';
import { lineStyle } from './line-style.js';
import { RunColumns } from './run-columns.js';
import type { LineSeries } from './spec.js';

const series = (y: string, x = 'seq_num'): LineSeries => ({
  run: 'run',
  x,
  y,
  epoch: 'run',
  label: '1',
  style: lineStyle({}),
});

function runOf(wanted: string, ...data: Record<string, unknown>[]): RunColumns {
  const run = new RunColumns(startDoc(), new Set([wanted, 'seq_num']));
  run.addDescriptor(descriptorDoc('d', ['det', 'i0', 'det-1', 'text']));
  data.forEach((each, i) => run.putEvent(eventDoc('d', i + 1, each)));
  return run;
}

const valuesOf = (y: string, ...data: Record<string, unknown>[]): number[] =>
  Array.from(linePoints(runOf(y, ...data), series(y)).y);

const noticeOf = (y: string, ...data: Record<string, unknown>[]): string => {
  const run = runOf(y, ...data);
  return lineNotice(run, series(y), linePoints(run, series(y)));
};

describe('a field of others', () => {
  it.each([
    ['det / i0', [2, 0.5]],
    ['det / i0 * 1e3', [2000, 500]],
    ['log10(det)', [Math.log10(4), 0]],
    ['det ** 2 - -i0', [18, 3]],
    ['seq_num * det', [4, 2]],
    ['det > 3', [1, 0]],
    ['pi * det', [4 * Math.PI, Math.PI]],
  ])('is computed for every event: %s', (expression, expected) => {
    expect(valuesOf(expression, { det: 4, i0: 2 }, { det: 1, i0: 2 })).toEqual(expected);
  });

  it.each([
    ['a division by zero', { det: 1, i0: 0 }],
    ['what is no number', { det: 'off', i0: 1 }],
    ['an array', { det: [1, 2], i0: 1 }],
    ['what is not finite', { det: NaN, i0: 1 }],
  ])('is a gap where there is %s', (_what, data) => {
    expect(valuesOf('det / i0', { det: 1, i0: 2 }, data, { det: 3, i0: 2 })).toEqual([0.5, NaN, 1.5]);
    expect(noticeOf('det / i0', { det: 1, i0: 2 }, data)).toBe(
      "1 of 2 points left out: 'det / i0' is not a finite number.",
    );
  });

  it('has no value where an event lacks one of the others', () => {
    expect(valuesOf('det / i0', { det: 1 }, { det: 3, i0: 2 })).toEqual([1.5]);
    expect(noticeOf('det / i0', { det: 1 }, { det: 3, i0: 2 })).toBe("1 event left out: without 'det / i0'.");
  });

  it('takes the roots of negative numbers as gaps', () => {
    expect(valuesOf('sqrt(det)', { det: -1 }, { det: 4 })).toEqual([NaN, 2]);
  });

  it('is not computed where a field has that very name', () => {
    expect(valuesOf('det-1', { det: 10, 'det-1': 7 })).toEqual([7]);
    expect(valuesOf('det - 1', { det: 10, 'det-1': 7 })).toEqual([9]);
  });

  it('takes a field whose name is a function', () => {
    const run = new RunColumns(startDoc(), new Set(['log * 2']));
    run.addDescriptor(descriptorDoc('d', ['log']));
    run.putEvent(eventDoc('d', 1, { log: 3 }));
    expect(Array.from(linePoints(run, series('log * 2')).y)).toEqual([6]);
  });

  it('takes the value that a callback has put into the event', () => {
    expect(valuesOf('det / i0', { det: 4, i0: 2, 'det / i0': 99 })).toEqual([99]);
  });

  it('is there for whoever asks late', () => {
    const wanted = new Set(['seq_num']);
    const run = new RunColumns(startDoc(), wanted);
    run.addDescriptor(descriptorDoc('d', ['det', 'i0']));
    run.putEvent(eventDoc('d', 1, { det: 1, i0: 2 }));
    wanted.add('det / i0');
    run.addWanted();
    run.putEvent(eventDoc('d', 2, { det: 3, i0: 2 }));
    expect(Array.from(linePoints(run, series('det / i0')).y)).toEqual([1.5]);
  });

  it('runs nothing', () => {
    const evil = "det.constructor.constructor('throw 1')()";
    expect(derivedField(evil, (name) => name === 'det')).toBeUndefined();
    expect(valuesOf(evil, { det: 1 })).toEqual([]);
  });

  it('tells which fields it reads', () => {
    expect(fieldsReadBy('det / i0 + log(det)')).toEqual(['det / i0 + log(det)', 'det', 'i0']);
    expect(fieldsReadBy('det')).toEqual(['det']);
    expect(fieldsReadBy('(((')).toEqual(['(((']);
  });
});

describe('the notice of an expression', () => {
  const KNOWN = "The fields are 'det', 'i0', 'det-1', 'text', 'seq_num' and 'time'.";

  it.each([
    ['det / i00', `'det / i00' has no value: no event has the field 'i00'. Did you mean 'i0'? ${KNOWN}`],
    ['det /', `No event has the field 'det /', and as an expression it has no value: it ends too early. ${KNOWN}`],
    [
      'log + det',
      `No event has the field 'log + det', and as an expression it has no value: 'log' is a function and must be called. ${KNOWN}`,
    ],
    ['nope', `No event has the field 'nope'. ${KNOWN}`],
  ])('says what is wrong with %s', (expression, notice) => {
    expect(noticeOf(expression)).toBe(notice);
  });

  it('says that no stream has all of its fields', () => {
    const run = new RunColumns(startDoc(), new Set(['a / b']));
    run.addDescriptor(descriptorDoc('d', ['a']));
    run.addDescriptor(descriptorDoc('e', ['b'], { name: 'dark' }));
    expect(lineNotice(run, series('a / b'), linePoints(run, series('a / b')))).toBe(
      "'a / b' has no value: no event has all of 'a', 'b'. The fields are 'a', 'b', 'seq_num' and 'time'.",
    );
  });

  it('is silent where all is well, and before the first event', () => {
    expect(noticeOf('det / i0')).toBe('');
    expect(noticeOf('det / i0', { det: 1, i0: 2 })).toBe('');
    const page = new RunColumns(startDoc(), new Set());
    page.addDescriptor(descriptorDoc('d', ['det', 'i0']));
    expect(lineNotice(page, series('det / i0'), linePoints(page, series('det / i0')))).toBe('');
  });
});
