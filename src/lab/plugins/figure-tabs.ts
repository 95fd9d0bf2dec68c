import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Widget } from '@lumino/widgets';
import { provideTabs } from '../figure-tabs.js';
import type { FigureTab, TabRequest } from '../figure-tabs.js';

/** Opens figures in tabs of their own, for `%matplotlib qt`. */
export const figureTabsPlugin: JupyterFrontEndPlugin<void> = {
  id: 'livesky:figure-tabs',
  description: 'Shows figures of livesky in tabs of their own.',
  autoStart: true,
  activate: (app: JupyterFrontEnd): void => {
    const tabs: Widget[] = [];
    provideTabs((request) => open(app.shell, tabs, request));
  },
};

/** `tabs` are those that are open, the latest last. */
function open(
  shell: JupyterFrontEnd.IShell,
  tabs: Widget[],
  { id, title, node, closed }: TabRequest,
): FigureTab | undefined {
  const tab = new ClosingWidget({ node });
  tab.id = `livesky-figure-${id}`;
  tab.addClass('jp-Livesky-tab');
  tab.title.label = title;
  tab.title.caption = title;
  tab.title.closable = true;
  shell.add(tab, 'main', { ...placeBeside(tabs), activate: false });
  if (!tab.isAttached) {
    tab.dispose();
    return undefined;
  }
  tabs.push(tab);
  tab.disposed.connect(() => void tabs.splice(tabs.indexOf(tab), 1));
  tab.disposed.connect(closed);
  return {
    activate: () => shell.activateById(tab.id),
    dispose: () => {
      tab.disposed.disconnect(closed);
      tab.dispose();
    },
  };
}

/** Where a tab is put, seen from another one. */
interface TabPlace {
  mode: 'split-right' | 'split-bottom' | 'tab-after';
  ref?: string;
}

/** Beside the notebook, then below; where there are two already, behind the last. */
function placeBeside(tabs: readonly Widget[]): TabPlace {
  const last = tabs.at(-1);
  if (!last) return { mode: 'split-right' };
  return { mode: tabs.length === 1 ? 'split-bottom' : 'tab-after', ref: last.id };
}

/** A tab that is closed is gone: its figure is drawn in the cell again. */
class ClosingWidget extends Widget {
  protected override onCloseRequest(): void {
    this.dispose();
  }
}
