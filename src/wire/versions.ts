/** The number of the protocol between kernel and page; a page that does not know it says so. */
export const WIRE = 1;

export { PACKAGE_VERSION } from '../host/index.js';

/** The name under which the labextension registers its widgets. */
export const WIDGET_MODULE = 'livesky';

/** Names of the widget models and views. */
export const RUN_MODEL = 'RunModel';
export const FIGURE_MODEL = 'FigureModel';
export const FIGURE_VIEW = 'FigureView';

/** What notebooks keep a figure as, beside its picture and its text. */
export const SAVED_FIGURE_MIME = 'application/vnd.livesky.figure.v1+json';

/** The comm that a page opens on a notebook's kernel. */
export const RUNS_TARGET = 'livesky.runs';

/** The comm by which a kernel that cannot be known by its name says what it is. */
export const HELLO_TARGET = 'livesky.hello';
