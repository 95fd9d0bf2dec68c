import type { Dict, IBackboneModelOptions, IWidgetManager } from '@jupyter-widgets/base';
import { DOMWidgetModel, unpack_models } from '@jupyter-widgets/base';
import type { FigureSpec } from '../../figures/index.js';
import { FIGURE_MODEL, FIGURE_VIEW, PACKAGE_VERSION, WIDGET_MODULE } from '../../wire/index.js';
import { watchModel } from '../live-models.js';
import type { RunModel } from './run-model.js';

/** The page's model of a figure: a specification, and the models of the runs that it shows. */
export class FigureModel extends DOMWidgetModel {
  override defaults(): Dict<unknown> {
    return {
      ...super.defaults(),
      _model_module: WIDGET_MODULE,
      _model_module_version: PACKAGE_VERSION,
      _model_name: FIGURE_MODEL,
      _view_module: WIDGET_MODULE,
      _view_module_version: PACKAGE_VERSION,
      _view_name: FIGURE_VIEW,
      wire: null,
      version: '',
      place: 'cell',
      spec: null,
      runs: [],
    };
  }

  override initialize(attributes: Dict<unknown>, options: IBackboneModelOptions): void {
    super.initialize(attributes, options);
    watchModel(this);
  }

  /** The number of the protocol that the figure was made with. */
  get wire(): unknown {
    return this.get('wire');
  }

  /** The version of the livesky that made it. */
  get version(): string {
    return String(this.get('version'));
  }

  /** Whether it asks for a tab of its own. */
  get wantsTab(): boolean {
    return this.get('place') === 'tab';
  }

  /** What to show. */
  get spec(): FigureSpec {
    return this.get('spec') as FigureSpec;
  }

  /** The runs to show it of, as far as the kernel still keeps them. */
  get runs(): readonly RunModel[] {
    const runs = this.get('runs') as readonly (RunModel | null)[];
    return runs.filter((run) => run !== null);
  }

  /** How many runs of the figure the kernel no longer keeps. */
  get missingRuns(): number {
    return (this.get('runs') as readonly unknown[]).length - this.runs.length;
  }

  static override serializers = {
    ...DOMWidgetModel.serializers,
    runs: { deserialize: unpackRuns },
  };
}

/** Finds the models of runs; one that is gone must not take the whole figure with it. */
async function unpackRuns(references?: readonly string[], manager?: IWidgetManager): Promise<(RunModel | null)[]> {
  const find = async (reference: string): Promise<RunModel> => {
    return (await unpack_models(reference, manager)) as RunModel;
  };
  const found = await Promise.allSettled((references ?? []).map(find));
  return found.map((each) => (each.status === 'fulfilled' ? each.value : null));
}
