import type { ICodeCellModel } from '@jupyterlab/cells';
import type { IOutput } from '@jupyterlab/nbformat';
import type { RememberedCell } from '../wire/index.js';

const VIEW_MIME = 'application/vnd.jupyter.widget-view+json';

/**
 * Gives a cell the outputs that it should have, if nobody else does: those of an execution of which this
 * page has not seen the end, or figures whose lasting form came when nobody listened.
 */
export function putOutputs(cell: ICodeCellModel, remembered: RememberedCell): void {
  const { delivered, executionCount, ended } = remembered;
  const wanted = remembered.outputs as unknown as IOutput[];
  if (delivered && !showsOneOf(cell, wanted)) return;
  // They were made by code that the user has run in this kernel.
  cell.trusted = true;
  const { outputs } = cell;
  const known = Array.from({ length: outputs.length }, (_, i) => outputs.get(i).toJSON());
  const isOlder = known.length > wanted.length || known.some((each, i) => !isVersionOf(each, wanted[i]));
  if (isOlder) outputs.clear();
  wanted.forEach((output, i) => {
    if (i >= outputs.length) outputs.add(output);
    else if (!isSame(outputs.get(i).toJSON(), output)) outputs.set(i, output);
  });
  if (cell.executionCount !== executionCount) cell.executionCount = executionCount;
  cell.executionState = ended ? 'idle' : 'running';
}

/** Whoever has cleared a cell's output does not want it back. */
function showsOneOf({ outputs }: ICodeCellModel, wanted: readonly IOutput[]): boolean {
  const views = wanted.map(viewOf).filter((id) => id !== undefined);
  return Array.from({ length: outputs.length }, (_, i) => viewOf(outputs.get(i).toJSON())).some(
    (id) => id !== undefined && views.includes(id),
  );
}

/** Whether an output is an earlier state of what should stand there, and not of another execution. */
function isVersionOf(known: IOutput, wanted: IOutput | undefined): boolean {
  if (known.output_type !== wanted?.output_type) return false;
  return viewOf(known) === viewOf(wanted);
}

function viewOf({ data }: IOutput): unknown {
  const view = (data as Record<string, unknown> | undefined)?.[VIEW_MIME];
  return (view as { model_id?: unknown } | undefined)?.model_id;
}

function isSame(known: IOutput, wanted: IOutput): boolean {
  return JSON.stringify(comparable(known)) === JSON.stringify(comparable(wanted));
}

/** Notebooks may hold texts as lists of lines. */
function comparable({ output_type, data, name, text, traceback }: IOutput): unknown[] {
  const whole = (value: unknown): unknown => (Array.isArray(value) ? value.join('') : value);
  const entries = Object.entries((data ?? {}) as object).map(([mime, value]) => [mime, whole(value)]);
  return [output_type, entries.sort(), name, whole(text), traceback];
}
