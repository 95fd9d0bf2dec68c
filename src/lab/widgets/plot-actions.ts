import type { LineSpec } from '../../figures/index.js';
import type { DrawnPlot } from '../draw/line.js';
import { ZOOM_STEP } from '../draw/plot-gestures.js';
import { openMenu } from './action-menu.js';
import type { FigureAction } from './figure-actions.js';
import { exportItems } from './plot-export.js';
import type { ExportedPlot } from './plot-export.js';
import type { PlotView } from './plot-view.js';

/** Icons, drawn as lines in squares of 16. */
const ICONS = {
  home: 'M2.5 8L8 3l5.5 5M4 7v6h3V9.5h2V13h3V7',
  zoomIn: 'M10.3 10.3L14 14M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0zM7 5v4M5 7h4',
  zoomOut: 'M10.3 10.3L14 14M11.5 7a4.5 4.5 0 1 1-9 0a4.5 4.5 0 1 1 9 0zM5 7h4',
  pan: 'M8 2v12M2 8h12M6.2 3.8L8 2l1.8 1.8M6.2 12.2L8 14l1.8-1.8M3.8 6.2L2 8l1.8 1.8M12.2 6.2L14 8l-1.8 1.8',
  logX: 'M2 13h12M2 13V6M7.5 13V9M10.5 13V9M12.5 13V9M14 13V6',
  logY: 'M3 2v12M3 14h7M3 8.5h4M3 5.5h4M3 3.5h4M3 2h7',
  swap: 'M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13',
  grid: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  last: 'M2 4h5M2 8h5M2 12h12M11.5 9.5L14 12l-2.5 2.5',
  save: 'M8 2v8M5 7.2L8 10.2l3-3M3 13.5h10',
} as const;

/** What can be done with a plot; some of it makes sense with several runs only. */
export function plotActions(view: PlotView, { zoomBy }: DrawnPlot, exported: ExportedPlot): FigureAction[] {
  const isHome = view.x.limits === null && view.y.limits === null;
  const home = { label: 'Show all data', icon: ICONS.home, disabled: isHome, lasting: !isHome };
  return [
    { name: 'home', key: '0', ...home, run: () => view.home() },
    { name: 'zoom-in', key: '+', label: 'Zoom in', icon: ICONS.zoomIn, run: () => zoomBy(ZOOM_STEP) },
    { name: 'zoom-out', key: '-', label: 'Zoom out', icon: ICONS.zoomOut, run: () => zoomBy(1 / ZOOM_STEP) },
    toggle('pan', 'P', 'Drag to move, not to zoom', view.drag === 'pan', (isOn) => (view.drag = isOn ? 'pan' : 'zoom')),
    toggle('logX', 'K', 'Logarithmic x axis', view.x.isLog, (isOn) => view.x.setLog(isOn)),
    toggle('logY', 'L', 'Logarithmic y axis', view.y.isLog, (isOn) => view.y.setLog(isOn)),
    toggle('swap', 'S', 'Swap the axes', view.isSwapped, (isOn) => (view.isSwapped = isOn)),
    { ...toggle('grid', 'G', 'Grid', view.hasGrid, (isOn) => (view.hasGrid = isOn)), lasting: false },
    ...lastRun(view, exported.spec),
    {
      name: 'save',
      key: 'D',
      label: 'Save or copy…',
      icon: ICONS.save,
      run: (button) => openMenu(button, exportItems(exported)),
    },
  ];
}

function lastRun(view: PlotView, { series }: LineSpec): FigureAction[] {
  if (new Set(series.map(({ run }) => run)).size < 2) return [];
  return [toggle('last', 'O', 'Only the last run and what is pinned', view.onlyLast, (isOn) => (view.onlyLast = isOn))];
}

function toggle(
  name: 'pan' | 'logX' | 'logY' | 'swap' | 'grid' | 'last',
  key: string,
  label: string,
  pressed: boolean,
  set: (isOn: boolean) => void,
): FigureAction {
  return { name, key, label, icon: ICONS[name], pressed, lasting: pressed, run: () => set(!pressed) };
}
