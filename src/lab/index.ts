import type { JupyterFrontEndPlugin } from '@jupyterlab/application';
import { widgetsPlugin } from './plugins/widgets.js';

/** What the labextension adds to JupyterLab: one plugin per responsibility. */
const plugins: JupyterFrontEndPlugin<void>[] = [widgetsPlugin];

export default plugins;
