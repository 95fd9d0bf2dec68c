import { escapeHtml } from '../text/index.js';
import type { Plan } from '../engine/index.js';
import { isPlanFunction, recipeOf } from '../plans/plan.js';
import type { Recipe } from '../plans/plan.js';
import { callText } from './call-text.js';
import { previewPath } from './preview-path.js';
import { previewPlan } from './plan-preview.js';
import { previewNotes, previewRows } from './preview-rows.js';
import type { CardRow } from './preview-rows.js';

/** A card as text and as HTML, with every text escaped. */
export interface PlanCard {
  text: string;
  html: string;
}

/** What a card says. */
interface CardContent {
  /** What the value is, in a sentence. */
  title: string;
  /** Code to be copied. */
  code?: string;
  rows?: readonly CardRow[];
  path?: string | undefined;
  notes?: readonly string[];
}

/**
 * What to show for a plan that was left as a cell's last expression instead of being run, for a function that would
 * make one, and for a generator that may be one; undefined for everything else.
 *
 * A plan that remembers how it was made is made again, and that one is gone through; the plan itself is left as it
 * is.
 *
 * @param expressionOf - asked for the code that gave the value, if that is known
 * @throws what the plan throws before its first message: its arguments are wrong
 */
export function planCard(
  value: unknown,
  expressionOf: () => string | undefined = () => undefined,
): PlanCard | undefined {
  const recipe = recipeOf(value);
  if (recipe) return formed(plannedContent(recipe, expressionOf()));
  const tag = Object.prototype.toString.call(value);
  if (tag === '[object Generator]') return formed(generatorContent(expressionOf()));
  if (isPlanFunction(value) || tag === '[object GeneratorFunction]')
    return formed(functionContent(value, expressionOf()));
  return undefined;
}

function plannedContent(recipe: Recipe, expression: string | undefined): CardContent {
  const call = callText(recipe);
  const code = `await RE(${expression ?? call})`;
  if (recipe.begun) {
    return {
      title: `The plan ${call} has been begun: a plan can be gone through only once.`,
      code: `await RE(${call})`,
      notes: ['Make a new one, as above.'],
    };
  }
  const title = `The plan ${call} has not run yet. To run it:`;
  const again = recipe.again();
  if (!again)
    return { title, code, notes: ['What it would do cannot be shown: one of its arguments can be used only once.'] };
  return { title, code, ...previewContent(again) };
}

function previewContent(plan: Plan<unknown>): Pick<CardContent, 'rows' | 'path' | 'notes'> {
  const preview = previewPlan(plan);
  if (preview.left === 'error' && preview.outline.messages === 0) throw preview.error;
  return { rows: previewRows(preview), path: previewPath(preview.outline), notes: previewNotes(preview) };
}

function generatorContent(expression: string | undefined): CardContent {
  return {
    title: 'A generator. If it is a plan, it has not run yet. To run it:',
    code: `await RE(${expression ?? 'plan'})`,
    notes: [
      'What it would do cannot be shown, since a generator can be gone through only once. A function that was made ' +
        'with plan(function* ...) gives plans that can be shown.',
    ],
  };
}

function functionContent(value: unknown, expression: string | undefined): CardContent {
  const { name } = value as { name: string };
  const called = expression ?? (name || 'plan');
  return {
    title: `${name || 'This'} is a function that makes ${isPlanFunction(value) ? 'plans' : 'generators'}. To run a plan, call it:`,
    code: `await RE(${called}(...))`,
  };
}

function formed(content: CardContent): PlanCard {
  return { text: textOf(content), html: htmlOf(content) };
}

function textOf({ title, code, rows = [], notes = [] }: CardContent): string {
  const width = Math.max(0, ...rows.map(([label]) => label.length));
  const lines = rows.map(([label, text]) => `${label.padEnd(width)}  ${text}`);
  const blocks = [title, code ?? '', lines.join('\n'), notes.join('\n')];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** Within the HTML, so that the card looks the same where our style sheets are not; JupyterLab's colors if it has them. */
const STYLES = {
  card:
    'max-width:720px;padding:8px 12px;border:1px solid var(--jp-border-color2,#bbb);border-radius:3px;' +
    'border-left:3px solid var(--jp-brand-color1,#1976d2);overflow-wrap:anywhere',
  sentence: 'margin:0 0 6px',
  code:
    'margin:0 0 8px;padding:6px 10px;border-radius:3px;background:var(--jp-layout-color2,#eee);' +
    'white-space:pre-wrap;user-select:all;cursor:copy',
  body: 'display:flex;flex-wrap:wrap;align-items:flex-start;gap:8px 24px',
  table: 'flex:1 1 240px;margin:0;table-layout:auto',
  label: 'text-align:left;vertical-align:top;white-space:nowrap;font-weight:400;color:var(--jp-ui-font-color2,#666)',
  text: 'text-align:left;vertical-align:top;white-space:normal;width:100%',
  note: 'margin:6px 0 0;color:var(--jp-ui-font-color2,#666)',
} as const;

function htmlOf({ title, code, rows = [], path, notes = [] }: CardContent): string {
  const parts = [
    element('p', 'sentence', escapeHtml(title)),
    code === undefined ? '' : element('pre', 'code', `<code style="background:none">${escapeHtml(code)}</code>`),
    rows.length > 0 || path ? element('div', 'body', `${tableOf(rows)}${path ?? ''}`) : '',
    ...notes.map((note) => element('p', 'note', escapeHtml(note))),
  ];
  return `<div class="jp-Livesky-card" style="${STYLES.card}">${parts.join('')}</div>`;
}

/** JupyterLab's table of contents leaves out what has this class. */
function tableOf(rows: readonly CardRow[]): string {
  const lines = rows.map(([label, text]) => {
    const cell = element('td', 'text', escapeHtml(text));
    return `<tr><th scope="row" style="${STYLES.label}">${escapeHtml(label)}</th>${cell}</tr>`;
  });
  return `<table class="jp-toc-ignore" style="${STYLES.table}"><tbody>${lines.join('')}</tbody></table>`;
}

function element(tag: string, style: keyof typeof STYLES, html: string): string {
  return `<${tag} style="${STYLES[style]}">${html}</${tag}>`;
}
