import { didYouMean } from '../text/index.js';
import { asExpression, derivedField } from './derived-field.js';
import { EVENT_FIELDS, isEventField } from './event-fields.js';
import type { LinePoints } from './growing-points.js';
import { knownFields } from './known-fields.js';
import { linePoints } from './line.js';
import type { RunColumns } from './run-columns.js';
import type { LineSeries, LineSpec } from './spec.js';

/** Sentences about all that a plot could not show, each once. */
export function plotNotices(spec: LineSpec, runs: (uid: string) => RunColumns | undefined): string[] {
  const notices = spec.series.map((series) => {
    const run = runs(series.run);
    const notice = run ? lineNotice(run, series, linePoints(run, series)) : '';
    return notice !== '' && spec.series.length > 1 && series.label !== '' ? `${series.label}: ${notice}` : notice;
  });
  return [...new Set([olderLinesNotice(spec), ...notices])].filter((notice) => notice !== '');
}

/** A sentence about what a line could not show, or an empty string. */
export function lineNotice(run: RunColumns, series: LineSeries, points: LinePoints): string {
  const fields = [...new Set([series.x, series.y])];
  const unknown = fields.filter((field) => isUnknown(run, field));
  if (unknown.length > 0) return unknownNotice(run, unknown);
  return [faultNotice(series, points), missingNotice(fields, points)].filter((each) => each !== '').join(' ');
}

/** A sentence about lines that are no longer there, or an empty string. */
export function olderLinesNotice({ olderLines = 0 }: LineSpec): string {
  if (olderLines === 0) return '';
  return `${olderLines} older line${olderLines === 1 ? ' is' : 's are'} left out: their runs are no longer kept.`;
}

function faultNotice(series: LineSeries, { x, leftOut, gaps, faulty = ['x', 'y'] }: LinePoints): string {
  const without = leftOut + gaps;
  if (without === 0) return '';
  const fields = [...new Set(faulty.map((axis) => quoted(series[axis])))].join(' or ');
  return `${without} of ${counted(x.length + leftOut, 'point')} left out: ${fields} is not a finite number.`;
}

function missingNotice(fields: readonly string[], { missing = 0 }: LinePoints): string {
  if (missing === 0) return '';
  return `${counted(missing, 'event')} left out: without ${fields
    .filter((each) => !isEventField(each))
    .map(quoted)
    .join(' or ')}.`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function quoted(field: string): string {
  return `'${field}'`;
}

/** A field is unknown once descriptors have come and none of them has it, or all that it is computed of. */
function isUnknown(run: RunColumns, field: string): boolean {
  if (run.descriptors.length === 0 || isEventField(field)) return false;
  if ([...run.streams.values()].some(({ columns }) => columns.has(field))) return false;
  return !run.descriptors.some(({ data_keys: keys }) => {
    const isField = (name: string): boolean => Object.hasOwn(keys, name) || isEventField(name);
    return isField(field) || derivedField(field, isField) !== undefined;
  });
}

function unknownNotice(run: RunColumns, unknown: readonly string[]): string {
  const described = run.descriptors.flatMap((doc) => Object.keys(doc.data_keys));
  const known = [...new Set([...described, ...EVENT_FIELDS])];
  const sentences = unknown.flatMap((field) => expressionNotice(field, known) ?? []);
  const plain = unknown.filter((field) => expressionNotice(field, known) === undefined);
  if (plain.length > 0) {
    const meant = plain.map((field) => didYouMean(field, known)).join('');
    sentences.unshift(`No event has the field '${plain.join("' or '")}'.${meant}`);
  }
  return `${sentences.join(' ')}${knownFields(known)}`;
}

/** Why an expression has no value; undefined for what is meant as a field. */
function expressionNotice(field: string, known: readonly string[]): string | undefined {
  const { needs, problem } = asExpression(field, (name) => known.includes(name));
  const strange = needs.filter((name) => !known.includes(name));
  if (!isFormula(field)) return undefined;
  if (strange.length > 0) {
    const meant = strange.map((name) => didYouMean(name, known)).join('');
    return `'${field}' has no value: no event has the field ${strange.map(quoted).join(' or ')}.${meant}`;
  }
  if (problem !== '') return `No event has the field '${field}', and as an expression it has no value: ${problem}.`;
  return `'${field}' has no value: no event has all of ${needs.map(quoted).join(', ')}.`;
}

/** A field may have any name, but few have these letters. */
function isFormula(text: string): boolean {
  return /[-+*/%()]/.test(text);
}
