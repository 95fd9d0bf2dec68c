import type { LineSpec } from '../../figures/index.js';
import { lineCsv, linePoints, lineSvg, lineTsv } from '../../figures/index.js';
import { copyPicture, copyText } from './copying.js';
import type { FigureAction } from './figure-actions.js';
import type { RunLookup } from './figure-body.js';
import { pngOfSvg } from './picture-of-svg.js';
import { runLabel } from './run-state.js';
import { fileName, saveFile } from './save-file.js';
import { seenPlot } from './seen-plot.js';
import type { PagePlot } from './seen-plot.js';

/** A plot, and where to say what has become of it. */
export interface ExportedPlot {
  spec: LineSpec;
  runs: RunLookup;
  plot: PagePlot;
  say(sentence: string): void;
}

/** What can be saved of a plot, and copied: pictures of what is seen, and the points of the lines that are shown. */
export function exportItems(exported: ExportedPlot): Omit<FigureAction, 'icon'>[] {
  const { spec, runs, plot, say } = exported;
  const isShown = (line: number): boolean => plot.choices.lines[line]?.isShown ?? true;
  const svg = (onWhite: boolean): string => lineSvg(spec, runs, undefined, seenPlot(plot, onWhite));
  const png = (onWhite: boolean): Promise<Blob> => pngOfSvg(svg(onWhite), plot.width, plot.height);
  const save = (extension: string, content: Blob): void => saveFile(fileName(wordsOf(exported), extension), content);
  const saveSvg = (onWhite: boolean): void => save('svg', new Blob([svg(onWhite)], { type: 'image/svg+xml' }));
  const savePng = (onWhite: boolean): void => {
    png(onWhite).then(
      (blob) => save('png', blob),
      (error: unknown) =>
        say(`The picture could not be made: ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  return [
    { name: 'png', label: 'Save picture (PNG)', run: () => savePng(false) },
    { name: 'png-white', label: 'Save picture on white (PNG)', run: () => savePng(true) },
    { name: 'svg', label: 'Save picture (SVG)', run: () => saveSvg(false) },
    { name: 'svg-white', label: 'Save picture on white (SVG)', run: () => saveSvg(true) },
    {
      name: 'csv',
      label: 'Save points (CSV)',
      run: () => save('csv', new Blob([lineCsv(spec, runs, isShown)], { type: 'text/csv;charset=utf-8' })),
    },
    {
      name: 'copy-points',
      label: 'Copy points',
      run: () => void copyText(lineTsv(spec, runs, isShown), counted(exported, isShown)).then(say),
    },
    { name: 'copy-picture', label: 'Copy picture', run: () => void copyPicture(png(false)).then(say) },
  ];
}

function counted({ spec, runs }: ExportedPlot, isShown: (line: number) => boolean): string {
  const counts = spec.series.map((series, line) => {
    const run = runs(series.run);
    return run && isShown(line) ? linePoints(run, series).x.length : 0;
  });
  const sum = counts.reduce((a, b) => a + b, 0);
  return `${sum} point${sum === 1 ? '' : 's'}`;
}

/** The run and what is drawn of it. */
function wordsOf({ spec, runs }: ExportedPlot): string[] {
  const last = runs(spec.series.at(-1)?.run ?? '');
  return [...(last ? [runLabel(last)] : []), spec.yLabel, spec.xLabel];
}
