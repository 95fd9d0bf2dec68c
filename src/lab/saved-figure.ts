import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { Widget } from '@lumino/widgets';
import type { Message } from '@lumino/messaging';
import { SAVED_FIGURE_MIME } from '../wire/index.js';
import { isDrawnIn, onFiguresDrawn } from './drawn-figures.js';
import { outputChild, placeholdersOf } from './output-children.js';

/** The drawing of a saved figure, whose code is loaded with the first one. */
interface Drawing {
  dispose(): void;
}

/**
 * A figure that a notebook keeps. It is hidden, with its prompt, while a live view of the same figure is
 * drawn in the same output; else it is drawn from what is saved, and hides what stands where that view was.
 */
export class SavedFigureRenderer extends Widget implements IRenderMime.IRenderer {
  #model: IRenderMime.IMimeModel | undefined;
  #drawing: Drawing | undefined;
  #hidden: HTMLElement[] = [];
  readonly #forget: () => void;

  constructor() {
    super();
    this.addClass('jp-LiveskySaved');
    this.#forget = onFiguresDrawn((figure) => {
      if (figure === this.#figure) void this.#choose();
    });
  }

  override dispose(): void {
    this.#forget();
    this.#clear();
    this.#show([]);
    super.dispose();
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.#model = model;
    this.#clear();
    await this.#choose();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    void this.#choose();
  }

  /** The id of the figure; what was tampered with may have none. */
  get #figure(): string {
    const saved = this.#model?.data[SAVED_FIGURE_MIME] as { spec?: { id?: unknown } } | null | undefined;
    const id = saved?.spec?.id;
    return typeof id === 'string' ? id : '';
  }

  async #choose(): Promise<void> {
    const child = outputChild(this.node);
    if (!child || !this.#model || this.isDisposed) return;
    const area = child.parentElement as HTMLElement;
    if (isDrawnIn(this.#figure, area)) {
      this.#clear();
      return this.#show([child]);
    }
    this.#show(placeholdersOf(this.#figure, this));
    await this.#draw(this.#model);
  }

  async #draw(model: IRenderMime.IMimeModel): Promise<void> {
    if (this.#drawing) return;
    const { drawSavedFigure } = await import('./widgets/saved-figure.js');
    // Meanwhile a live view may have come, or another model.
    if (this.#drawing || this.isDisposed || model !== this.#model || this.#isHidden) return;
    this.#drawing = drawSavedFigure(this.node, model.data);
  }

  get #isHidden(): boolean {
    return this.#hidden.some((element) => element.contains(this.node));
  }

  #clear(): void {
    this.#drawing?.dispose();
    this.#drawing = undefined;
    this.node.replaceChildren();
  }

  /** Hides these and shows again what was hidden before. */
  #show(hide: HTMLElement[]): void {
    for (const element of this.#hidden) element.style.removeProperty('display');
    for (const element of hide) element.style.display = 'none';
    this.#hidden = hide;
  }
}

/** Makes renderers of saved figures. They are drawn in notebooks that are not trusted, too: nothing in them is run. */
export const savedFigureFactory: IRenderMime.IRendererFactory = {
  safe: true,
  mimeTypes: [SAVED_FIGURE_MIME],
  defaultRank: 1,
  createRenderer: () => new SavedFigureRenderer(),
};
