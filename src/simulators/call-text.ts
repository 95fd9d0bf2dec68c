import { recipeOf } from '../plans/plan.js';
import type { Recipe } from '../plans/plan.js';

/** What can stand in code as it is. */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** What there is no short way to write. */
const OTHER = '…';

const MOST_ITEMS = 8;
const LONGEST_TEXT = 40;

/** A plan as the call that made it; devices stand by their names, and what is too long is left out. */
export function callText({ name, args }: Recipe): string {
  const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
  return `${name || 'plan'}(${given.map(argumentText).join(', ')})`;
}

function argumentText(value: unknown): string {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? OTHER : JSON.stringify(value);
  if (typeof value === 'function') return identifierOf(value) ?? OTHER;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${listed(value.map(argumentText))}]`;
  const recipe = recipeOf(value);
  if (recipe) return callText(recipe);
  const device = identifierOf(value);
  if (device !== undefined) return device;
  return Object.getPrototypeOf(value) === Object.prototype ? optionsText(value) : OTHER;
}

function identifierOf(value: object): string | undefined {
  const { name } = value as { name?: unknown };
  return typeof name === 'string' && IDENTIFIER.test(name) ? name : undefined;
}

function optionsText(options: object): string {
  const entries = Object.entries(options).map(([key, value]) => `${key}: ${argumentText(value)}`);
  return `{ ${listed(entries)} }`;
}

function listed(items: readonly string[]): string {
  const shown = items.slice(0, MOST_ITEMS);
  return [...shown, ...(items.length > shown.length ? [OTHER] : [])].join(', ');
}
