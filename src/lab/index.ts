import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { figureTabsPlugin } from './plugins/figure-tabs.js';
import { widgetsPlugin } from './plugins/widgets.js';

/** What the labextension adds to JupyterLab: one plugin per responsibility. */
const plugins: JupyterFrontEndPlugin<void>[] = [widgetsPlugin, figureTabsPlugin];

export default plugins;
