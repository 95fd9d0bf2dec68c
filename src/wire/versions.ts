/** The number of the protocol between kernel and page; a page that does not know it says so. */
export const WIRE = 1;

export { PACKAGE_VERSION } from '../host/index.js';

/** The name under which the labextension registers its widgets. */
export const WIDGET_MODULE = 'livesky';

/** Names of the widget models and views. */
export const RUN_MODEL = 'RunModel';
export const FIGURE_MODEL = 'FigureModel';
export const FIGURE_VIEW = 'FigureView';
