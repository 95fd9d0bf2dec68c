import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { DisposableDelegate } from '@lumino/disposable';
import type { IDisposable } from '@lumino/disposable';
import type { SaveLimits } from '../../wire/index.js';
import { SAVE_LIMITS } from '../../wire/index.js';
import type { LiveNotebook } from '../live-notebook.js';

const ID = 'livesky:live-notebooks';
const MEGABYTE = 1_000_000;

/** Keeps the figures of notebooks through reloads of the page and restarts of the kernel. */
export const liveNotebooksPlugin: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Keeps live figures of livesky in notebooks through reloads and restarts.',
  autoStart: true,
  optional: [ISettingRegistry],
  activate: (app: JupyterFrontEnd, settings: ISettingRegistry | null): void => {
    const known = new WeakSet<DocumentRegistry.IContext<INotebookModel>>();
    const notebooks = new Set<LiveNotebook>();
    let limits = SAVE_LIMITS;
    void settings?.load(ID).then((loaded) => {
      const read = (): void => {
        limits = limitsOf(loaded);
        for (const notebook of notebooks) notebook.limitsChanged();
      };
      loaded.changed.connect(read);
      read();
    });
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew: (panel: NotebookPanel, context: DocumentRegistry.IContext<INotebookModel>): IDisposable => {
        // A second view of the same notebook shares its kernel connection and its cells.
        if (!known.has(context)) {
          known.add(context);
          void import('../live-notebook.js').then(({ LiveNotebook }) => {
            if (context.isDisposed) return;
            const notebook = new LiveNotebook(context, panel.node, () => limits);
            notebooks.add(notebook);
            context.disposed.connect(() => notebooks.delete(notebook));
          });
        }
        return new DisposableDelegate(() => {});
      },
    });
  },
};

function limitsOf(settings: ISettingRegistry.ISettings): SaveLimits {
  const { megabytesPerRun, megabytesPerNotebook } = settings.composite;
  const bytes = (value: unknown, otherwise: number): number =>
    typeof value === 'number' && value >= 0 ? value * MEGABYTE : otherwise;
  return {
    perRun: bytes(megabytesPerRun, SAVE_LIMITS.perRun),
    perNotebook: bytes(megabytesPerNotebook, SAVE_LIMITS.perNotebook),
  };
}
