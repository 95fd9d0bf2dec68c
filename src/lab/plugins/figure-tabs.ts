import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Widget } from '@lumino/widgets';
import { provideTabs } from '../figure-tabs.js';
import type { FigureTab, TabRequest } from '../figure-tabs.js';

/** Opens figures in tabs of their own, for `%matplotlib qt`. */
export const figureTabsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'livesky:figure-tabs',
  description: 'Shows figures of livesky in tabs of their own.',
  autoStart: true,
  activate: (app: JupyterFrontEnd): void => provideTabs((request) => open(app.shell, request)),
};

function open(shell: JupyterFrontEnd.IShell, { id, title, node, closed }: TabRequest): FigureTab | undefined {
  const tab = new ClosingWidget({ node });
  tab.id = `livesky-figure-${id}`;
  tab.addClass('jp-Livesky-tab');
  tab.title.label = title;
  tab.title.caption = title;
  tab.title.closable = true;
  shell.add(tab, 'main', { mode: 'split-right', activate: false });
  if (!tab.isAttached) {
    tab.dispose();
    return undefined;
  }
  tab.disposed.connect(closed);
  return {
    activate: () => shell.activateById(tab.id),
    dispose: () => {
      tab.disposed.disconnect(closed);
      tab.dispose();
    },
  };
}

/** A tab that is closed is gone: its figure is drawn in the cell again. */
class ClosingWidget extends Widget {
  protected override onCloseRequest(): void {
    this.dispose();
  }
}
