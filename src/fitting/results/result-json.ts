import { independentArrays } from '../fit/fit-input.js';
import type { FitInput } from '../fit/fit-input.js';
import type { FitOutcome } from '../fit/fit-steps.js';
import { FitError } from '../fit-error.js';
import { modelOf } from '../models/model-json.js';
import type { KnownFunctions } from '../models/model-json.js';
import type { ModelDescription } from '../models/model.js';
import { Parameters } from '../parameters/index.js';
import { readPythonJson, writePythonJson } from '../python-json.js';
import type { ModelResult } from './model-result.js';

const KIND = 'livesky.ModelResult';

interface StoredResult {
  kind: typeof KIND;
  model: ModelDescription;
  params: string;
  data: number[];
  weights: number[] | null;
  independent: Record<string, number[]>;
  outcome: Omit<FitOutcome, 'residual'> & { residual: number[] };
}

/** A fit's result as JSON text: model without code, parameters, data and everything that was found. */
export function dumpModelResult<K extends string>(result: ModelResult<K>): string {
  const { model, params, data, weights, independent } = result;
  const stored = { kind: KIND, model: model.describe(), params: params.dumps(), data, independent };
  return writePythonJson({ ...stored, weights: weights ?? null, outcome: result.outcome() });
}

/**
 * The result that {@link dumpModelResult} wrote, with all its methods.
 *
 * @param functions - the functions of the user's own models, by name
 */
export function loadModelResult(text: string, functions: KnownFunctions = {}): ModelResult {
  const stored = readPythonJson(text) as Partial<StoredResult> | null;
  if (typeof stored !== 'object' || stored?.kind !== KIND) throw new FitError('This is not JSON of a fit.');
  const { model: description, params, data, weights, independent, outcome } = stored as StoredResult;
  const model = modelOf(description, functions);
  const input: Omit<FitInput, 'component'> = {
    params: new Parameters().loads(params),
    data: Float64Array.from(data),
    weights: weights ? Float64Array.from(weights) : undefined,
    independent: independentArrays(model.independentVars, independent),
    nanPolicy: model.nanPolicy,
    options: {},
  };
  return model.resultOf(input, { ...outcome, residual: Float64Array.from(outcome.residual) });
}
