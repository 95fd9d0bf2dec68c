/** As much of a widget model as is asked here. */
interface LiveModel {
  readonly model_id: string;
  comm_live: boolean;
  readonly widget_manager: unknown;
  /** Those that are there, by id. */
  readonly views?: Readonly<Record<string, unknown>> | undefined;
  /** What a figure shows. */
  readonly runs?: readonly LiveModel[];
  once(event: string, callback: () => void): unknown;
  readonly comm?: { on_msg(callback: () => void): void; on_close(callback: () => void): void } | undefined;
  trigger(event: string, ...args: unknown[]): unknown;
  close(isCommClosed: boolean): Promise<void>;
}

/** A view that is built anew is gone for a moment; and a page has better things to do while runs come fast. */
const SWEEP_MS = 5000;

const models = new Set<LiveModel>();
/** Those that the kernel keeps no longer. */
const released = new Set<LiveModel>();
let sweeping = false;

/** Remembers a model until it is closed, so that it can be told when its kernel is gone. */
export function watchModel(model: LiveModel): void {
  models.add(model);
  model.once('destroy', () => {
    models.delete(model);
    released.delete(model);
  });
}

/**
 * Marks the models that a kernel's process has left behind. The widget manager does so only in the page in
 * which the user has restarted the kernel.
 */
export function processEnded(kernel: string): void {
  for (const model of models) {
    if (!model.comm_live || kernelOf(model.widget_manager) !== kernel) continue;
    model.comm_live = false;
  }
}

/** A kernel keeps some models no longer: they are let go of once nothing shows them. */
export function modelsReleased(kernel: string, ids: readonly string[]): void {
  const wanted = new Set(ids);
  for (const model of models) {
    if (wanted.has(model.model_id) && kernelOf(model.widget_manager) === kernel) released.add(model);
  }
  sweepSoon();
}

/** Looks in a while whether something that was released is no longer shown; called when a view goes. */
export function sweepSoon(): void {
  if (sweeping || released.size === 0) return;
  sweeping = true;
  setTimeout(sweep, SWEEP_MS);
}

/** Figures first: they hold on to their runs. */
function sweep(): void {
  sweeping = false;
  const [figures, runs] = [[...released].filter(({ runs }) => runs), [...released].filter(({ runs }) => !runs)];
  for (const figure of figures) if (Object.keys(figure.views ?? {}).length === 0) letGo(figure);
  const shown = new Set([...models].flatMap((model) => model.runs ?? []));
  for (const run of runs) if (!shown.has(run)) letGo(run);
}

function letGo(model: LiveModel): void {
  const { comm } = model;
  // The widget manager forgets a model at this word only.
  model.trigger('comm:close', model);
  void model.close(!model.comm_live);
  // JupyterLab's connection to the kernel keeps every comm that it ever had, and a comm what it calls.
  comm?.on_msg(() => {});
  comm?.on_close(() => {});
}

function kernelOf(manager: unknown): unknown {
  return (manager as { kernel?: { id?: unknown } | null } | undefined)?.kernel?.id;
}
