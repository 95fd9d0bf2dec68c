/** As much of a widget model as is asked here. */
interface LiveModel {
  comm_live: boolean;
  readonly widget_manager: unknown;
  once(event: string, callback: () => void): unknown;
}

const models = new Set<LiveModel>();

/** Remembers a model until it is closed, so that it can be told when its kernel is gone. */
export function watchModel(model: LiveModel): void {
  models.add(model);
  model.once('destroy', () => models.delete(model));
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

function kernelOf(manager: unknown): unknown {
  return (manager as { kernel?: { id?: unknown } | null } | undefined)?.kernel?.id;
}
