import { escapeHtml, fixed } from '../../text/index.js';
import type { Parameter, ParameterSet } from '../parameters/index.js';
import { correlations } from './correlations.js';
import type { Reported } from './fit-report.js';
import { gformat, relativeError, signed } from './number-format.js';

const LEAST_CORRELATION = 0.1;

/** A fit's result as tables: statistics, parameters, correlations. All names are escaped. */
export function resultHtml(result: Reported, label: string): string {
  return [
    '<h2>Fit Result</h2>',
    `<p>Model: ${escapeHtml(label)}</p>`,
    statisticsTable(result),
    parametersHtml([...result.params.values()]),
    correlationsTable(result.params),
  ].join('');
}

/** Parameters as a table. */
export function parametersHtml(all: readonly Parameter[]): string {
  const columns = COLUMNS.filter(({ shownFor }) => !shownFor || all.some(shownFor));
  const rows = all.map((parameter) => columns.map(({ text }) => text(parameter)));
  return table(
    'Parameters',
    columns.map(({ heading }) => heading),
    rows,
  );
}

interface Column {
  heading: string;
  text(parameter: Parameter): string;
  /** The column is left out where no parameter needs it. */
  shownFor?(parameter: Parameter): boolean;
}

const hasError = ({ stderr }: Parameter): boolean => stderr !== null;

const COLUMNS: readonly Column[] = [
  { heading: 'name', text: ({ name }) => name },
  { heading: 'value', text: ({ value }) => gformat(value) },
  { heading: 'standard error', text: ({ stderr }) => (stderr === null ? '' : gformat(stderr)), shownFor: hasError },
  {
    heading: 'relative error',
    text: ({ stderr, value }) => (stderr === null ? '' : relativeError(stderr, value)),
    shownFor: hasError,
  },
  { heading: 'initial value', text: ({ initValue }) => String(initValue ?? 'None') },
  { heading: 'min', text: ({ min }) => gformat(min) },
  { heading: 'max', text: ({ max }) => gformat(max) },
  { heading: 'vary', text: ({ vary }) => (vary ? 'True' : 'False') },
  { heading: 'expression', text: ({ expr }) => expr ?? '', shownFor: ({ expr }) => expr !== null },
  {
    heading: 'brute step',
    text: ({ bruteStep }) => gformat(bruteStep),
    shownFor: ({ bruteStep }) => bruteStep !== null,
  },
];

function statisticsTable(result: Reported): string {
  const number = (value: number | undefined): string => (value === undefined ? 'unknown' : gformat(value));
  const rows: [string, string][] = [
    ['fitting method', result.method],
    ['# function evals', String(result.nfev)],
    ['# data points', String(result.ndata)],
    ['# variables', String(result.nvarys)],
    ['chi-square', number(result.chisqr)],
    ['reduced chi-square', number(result.redchi)],
    ['Akaike info crit.', number(result.aic)],
    ['Bayesian info crit.', number(result.bic)],
  ];
  if (result.rsquared !== null) rows.push(['R-squared', gformat(result.rsquared)]);
  return table('Fit Statistics', undefined, rows);
}

function correlationsTable(params: ParameterSet): string {
  const found = correlations(params, [...params.keys()], LEAST_CORRELATION);
  if (found.length === 0) return '';
  const caption = `Correlations (unreported values are < ${fixed(LEAST_CORRELATION, 3)})`;
  const rows = found.map(({ first, second, value }) => [first, second, signed(value)]);
  return table(caption, ['Parameter1', 'Parameter 2', 'Correlation'], rows);
}

/** JupyterLab's table of contents leaves out what has this class. */
function table(caption: string, headings: readonly string[] | undefined, rows: readonly (readonly string[])[]): string {
  const head = headings ? `<thead>${row(headings, 'th')}</thead>` : '';
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return (
    `<table class="jp-toc-ignore"><caption class="jp-toc-ignore">${escapeHtml(caption)}</caption>` +
    `${head}<tbody>${body}</tbody></table>`
  );
}

function row(cells: readonly string[], tag: 'td' | 'th'): string {
  const scope = tag === 'th' ? ' scope="col"' : '';
  const html = cells.map((cell, i) => {
    const side = i === cells.length - 1 ? 'right' : 'left';
    return `<${tag}${scope} style="text-align:${side}">${escapeHtml(cell)}</${tag}>`;
  });
  return `<tr>${html.join('')}</tr>`;
}
