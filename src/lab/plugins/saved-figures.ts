import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { savedFigureFactory } from '../saved-figure.js';

/** Draws the figures that notebooks keep, with or without a kernel. */
export const savedFiguresPlugin: JupyterFrontEndPlugin<void> = {
  id: 'livesky:saved-figures',
  description: 'Draws figures of livesky that are saved in notebooks.',
  autoStart: true,
  requires: [IRenderMimeRegistry],
  activate: (_app: JupyterFrontEnd, registry: IRenderMimeRegistry): void => registry.addFactory(savedFigureFactory),
};
