import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { figureTabsPlugin } from './plugins/figure-tabs.js';
import { savedFiguresPlugin } from './plugins/saved-figures.js';
import { widgetsPlugin } from './plugins/widgets.js';

/** What the labextension adds to JupyterLab: one plugin per responsibility. */
const plugins: JupyterFrontEndPlugin<void>[] = [widgetsPlugin, figureTabsPlugin, savedFiguresPlugin];

export default plugins;
