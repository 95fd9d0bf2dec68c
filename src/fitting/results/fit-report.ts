import { fixed, general } from '../../text/index.js';
import type { Parameter, ParameterSet } from '../parameters/index.js';
import { correlations } from './correlations.js';
import { gformat, relativeError, signed } from './number-format.js';

/** What a report says and how. */
export interface ReportOptions {
  /** Parameters whose values are known; they are named beside the fitted ones. */
  modelpars?: ParameterSet | undefined;
  /** Whether correlations are shown. Default: `true`. */
  showCorrel?: boolean | undefined;
  /** The smallest correlation that is shown. Default: 0.1. */
  minCorrel?: number | undefined;
  /** Whether parameters are sorted by name, numbers in them by size, or by what a function gives. */
  sortPars?: boolean | ((name: string) => string | number) | undefined;
  /** Correlations as a list, the default, or as a table. */
  correlMode?: 'list' | 'table' | undefined;
}

/** What of a result a report needs. */
export interface Reported {
  readonly params: ParameterSet;
  readonly method: string;
  readonly nfev: number;
  readonly ndata: number;
  readonly nvarys: number;
  readonly chisqr: number | undefined;
  readonly redchi: number | undefined;
  readonly aic: number | undefined;
  readonly bic: number | undefined;
  readonly rsquared: number | null;
  readonly errorbars: boolean;
}

/**
 * The text of lmfit's `fit_report`, to the letter.
 *
 * @param result - a fit's result, or only parameters
 */
export function fitReport(result: Reported | ParameterSet, options: ReportOptions = {}): string {
  const { showCorrel = true, minCorrel = 0.1, correlMode = 'list' } = options;
  const reported = 'params' in result && 'method' in result ? (result as Reported) : undefined;
  const params = reported?.params ?? (result as ParameterSet);
  const names = sorted([...params.keys()], options.sortPars ?? false);
  const width = Math.max(0, ...names.map((name) => name.length));
  return [
    ...(reported ? statisticsLines(reported, width) : []),
    '[[Variables]]',
    ...names.map((name) => variableLine(params.get(name), width, options.modelpars)),
    ...(showCorrel && correlMode === 'table' ? tableLines(params) : []),
    ...(showCorrel && correlMode === 'list' ? correlationLines(params, names, minCorrel) : []),
  ].join('\n');
}

function statisticsLines(result: Reported, width: number): string[] {
  const rows: [string, string][] = [
    ['# fitting method', result.method],
    ['# function evals', String(result.nfev)],
    ['# data points', String(result.ndata)],
    ['# variables', String(result.nvarys)],
    ['chi-square', numberText(result.chisqr)],
    ['reduced chi-square', numberText(result.redchi)],
    ['Akaike info crit', numberText(result.aic)],
    ['Bayesian info crit', numberText(result.bic)],
  ];
  if (result.rsquared !== null) rows.push(['R-squared', numberText(result.rsquared)]);
  const lines = rows.map(([label, text]) => `    ${label.padEnd(18)} = ${text}`);
  return ['[[Fit Statistics]]', ...lines, ...(result.errorbars ? [] : warningLines(result.params, width))];
}

function numberText(value: number | undefined): string {
  return value === undefined ? 'unknown' : gformat(value).trim();
}

function warningLines(params: ParameterSet, width: number): string[] {
  const lines = ['##  Warning: uncertainties could not be estimated:'];
  for (const { name, vary, value, initValue, min, max } of params.values()) {
    if (!vary) continue;
    const start = `    ${`${name}:`.padEnd(width + 1)}  at `;
    if (initValue !== null && initValue !== 0 && close(value, initValue)) lines.push(`${start}initial value`);
    if (close(value, min) || close(value, max)) lines.push(`${start}boundary`);
  }
  return lines;
}

/** numpy's `allclose` of two numbers. */
function close(a: number, b: number): boolean {
  return a === b || (Number.isFinite(b) && Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b));
}

function variableLine(parameter: Parameter, width: number, known: ParameterSet | undefined): string {
  const { name, vary, expr } = parameter;
  const start = `    ${`${name}:`.padEnd(width + 1)} `;
  if (vary) return `${start}${valueText(parameter)} ${startText(parameter, known)}`;
  if (expr !== null) return `${start}${valueText(parameter)} == '${expr}'`;
  const value = general(parameter.value, 7);
  return `${start}${value.startsWith('-') ? value : ` ${value}`} (fixed)`;
}

function valueText({ value, stderr }: Parameter): string {
  if (stderr === null) return gformat(value);
  return `${gformat(value)} +/-${gformat(stderr)} ${relativeError(stderr, value)}`;
}

function startText({ name, initValue }: Parameter, known: ParameterSet | undefined): string {
  const start = initValue === null ? '(init = ?)' : `(init = ${general(initValue, 7)})`;
  return known?.has(name) ? `${start}, model_value = ${general(known.get(name).value, 7)}` : start;
}

function correlationLines(params: ParameterSet, names: readonly string[], least: number): string[] {
  const found = correlations(params, names, least);
  if (found.length === 0) return [];
  const labels = found.map(({ first, second }) => `C(${first}, ${second})`);
  const width = Math.max(...labels.map((label) => label.length));
  const lines = found.map(({ value }, i) => `    ${(labels[i] as string).padEnd(width)} = ${signed(value)}`);
  return [`[[Correlations]] (unreported correlations are < ${fixed(least, 3)})`, ...lines];
}

function tableLines(params: ParameterSet): string[] {
  const varied = [...params.values()].filter(({ vary }) => vary);
  const width = Math.max(8, ...varied.map(({ name }) => name.length)) + 1;
  const line = (cells: readonly string[]): string => `  |${cells.map((cell) => ` ${cell.padEnd(width)}`).join('|')}|`;
  const bar = `  +${'-'.repeat(width + 1)}`.concat(`+${'-'.repeat(width + 1)}`.repeat(varied.length), '+');
  const rows = varied.map(({ name, correl }) =>
    line([name, ...varied.map((other) => correlationText(name, other.name, correl))]),
  );
  return ['[[Correlations]] ', bar, line(['Variable', ...varied.map(({ name }) => name)]), bar, ...rows, bar];
}

function correlationText(name: string, other: string, correl: Record<string, number> | null): string {
  if (name === other) return signed(1);
  return correl && Object.hasOwn(correl, other) ? signed(correl[other] as number) : 'unknown';
}

function sorted(names: string[], by: NonNullable<ReportOptions['sortPars']>): string[] {
  if (by === false) return names;
  if (by === true) return names.sort(alphanumeric);
  const keys = new Map(names.map((name) => [name, by(name)]));
  return names.sort((a, b) => compare(keys.get(a) as string | number, keys.get(b) as string | number));
}

/** Texts by letters without case, numbers in them by size: a2 comes before a10. */
function alphanumeric(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compare(left[i] as string | number, right[i] as string | number);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function pieces(name: string): (string | number)[] {
  return name.split(/(\d+)/).map((piece, i) => (i % 2 === 1 ? Number(piece) : piece.toLowerCase()));
}

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
