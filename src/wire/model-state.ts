import { PACKAGE_VERSION, WIDGET_MODULE, WIRE } from './versions.js';

/**
 * The widget manager loads nothing if this range does not match what the page has; `wire` says more
 * exactly whether they understand each other, and a page can tell the user which side to update.
 */
const ANY_VERSION = '*';

/** What every model's state begins with. */
export function modelState(model: string, view: string | null): Record<string, unknown> {
  return {
    _model_module: WIDGET_MODULE,
    _model_module_version: ANY_VERSION,
    _model_name: model,
    _view_module: view === null ? null : WIDGET_MODULE,
    _view_module_version: view === null ? '' : ANY_VERSION,
    _view_name: view,
    _view_count: null,
    _dom_classes: [],
    wire: WIRE,
    version: PACKAGE_VERSION,
  };
}
