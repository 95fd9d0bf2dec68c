import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IJupyterWidgetRegistry } from '@jupyter-widgets/base';
import { PACKAGE_VERSION, WIDGET_MODULE } from '../../wire/index.js';

/**
 * Makes the widgets known to the widget manager of notebooks and consoles.
 *
 * Their code, and D3 with it, is loaded when the first figure is drawn. The manager compares the
 * version that a kernel asks for, read as a range, with the one registered here; whether the two
 * understand each other is another question, which each model answers by its `wire` number.
 */
export const widgetsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'livesky:widgets',
  description: 'Draws the live figures and tables of livesky.',
  autoStart: true,
  requires: [IJupyterWidgetRegistry],
  activate: (_app: JupyterFrontEnd, registry: IJupyterWidgetRegistry): void => {
    registry.registerWidget({
      name: WIDGET_MODULE,
      version: PACKAGE_VERSION,
      exports: () => import('../widgets/index.js'),
    });
  },
};
