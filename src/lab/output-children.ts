import type { Widget } from '@lumino/widgets';

const VIEW_MIME = 'application/vnd.jupyter.widget-view+json';

/** As much of JupyterLab's output area as is asked. */
interface OutputArea extends Widget {
  readonly model: { readonly length: number; get(index: number): { readonly data: Readonly<Record<string, unknown>> } };
  readonly widgets: readonly Widget[];
}

/** The element of one output of a cell, its prompt included. */
export function outputChild(node: HTMLElement): HTMLElement | null {
  return node.closest<HTMLElement>('.jp-OutputArea-child');
}

/**
 * The elements of outputs beside a widget that should show the live view of a figure: with no view drawn
 * they hold an error, a text, or a promise that is never kept.
 */
export function placeholdersOf(figure: string, beside: Widget): HTMLElement[] {
  const area = areaOf(beside);
  if (!area || figure === '') return [];
  return area.widgets.flatMap(({ node }, index) => {
    const output = index < area.model.length ? area.model.get(index) : undefined;
    const view = output?.data[VIEW_MIME] as { model_id?: unknown } | undefined;
    return view?.model_id === figure ? [node] : [];
  });
}

function areaOf(widget: Widget): OutputArea | undefined {
  for (let parent = widget.parent; parent; parent = parent.parent) if (isArea(parent)) return parent;
  return undefined;
}

function isArea(widget: Widget): widget is OutputArea {
  const { model, widgets } = widget as unknown as Partial<OutputArea>;
  return Array.isArray(widgets) && typeof model?.get === 'function' && typeof model.length === 'number';
}
