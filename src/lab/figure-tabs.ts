/** A figure that wants a tab of its own. */
export interface TabRequest {
  /** Names the figure: it has one tab, however often it is displayed. */
  id: string;
  title: string;
  /** Where it is drawn. */
  node: HTMLElement;
  /** Called when the user closes the tab. */
  closed(): void;
}

/** A tab with a figure in it. */
export interface FigureTab {
  /** Brings it to the front. */
  activate(): void;
  /** Closes it without telling anybody. */
  dispose(): void;
}

/** Opens tabs; undefined where there is no room for them, such as in Notebook 7. */
export type OpenTab = (request: TabRequest) => FigureTab | undefined;

let open: OpenTab | undefined;

/** Makes tabs possible: a plugin knows the application, the widgets that ask for tabs do not. */
export function provideTabs(opener: OpenTab | undefined): void {
  open = opener;
}

/** Opens a tab for a figure, if that is possible. */
export function openTab(request: TabRequest): FigureTab | undefined {
  return open?.(request);
}
