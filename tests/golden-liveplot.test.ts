import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { LivePlot } from '../src/callbacks/index.js';
import type { LivePlotOptions } from '../src/callbacks/index.js';
import { parseDocuments } from '../src/documents/index.js';
import type { Named } from '../src/documents/index.js';
import type { LineSpec } from '../src/figures/index.js';
import { installHost } from '../src/host/index.js';
import { camelKeys } from './instruments/camel-case.js';
import { FakeScreen } from './instruments/fake-screen.js';

const FOLDER = new URL('./golden/liveplot/', import.meta.url);

/** A plot as bluesky had it when all documents had come. */
interface RecordedLine {
  x: string;
  y: string;
  xdata: number[];
  ydata: number[];
  label: string;
  legend_title: string;
  xlabel: string;
  ylabel: string;
}

interface Recording {
  /** As it was written in Python: `LivePlot('det', ax=ax)`, or a BestEffortCallback, which makes plots itself. */
  callback: string;
  state: RecordedLine[];
  stdout: string | null;
  documents: unknown[];
}

type MakePlot = (y: string, x: string, options: LivePlotOptions) => LivePlot;

const realPlot: MakePlot = (y, x, options) => new LivePlot(y, x === 'seq_num' ? null : x, options);

const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

const recorded = (name: string): Recording =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Recording;

/** The keyword arguments of a call in Python, but for the axes. */
function optionsOf(callback: string): LivePlotOptions {
  const options: [string, unknown][] = [];
  for (const [, key = '', value = ''] of callback.matchAll(/(\w+)=(\[[^\]]*\]|\([^)]*\)|[^,)]+)/g)) {
    if (key === 'ax') continue;
    const json = value
      .replaceAll("'", '"')
      .replace(/^\((.*)\)$/, '[$1]')
      .replaceAll('None', 'null');
    options.push([key, JSON.parse(json)]);
  }
  return camelKeys(Object.fromEntries(options));
}

/** What our plots hold of a recording, in the words of bluesky. */
function replayed(name: string, make: MakePlot): { state: RecordedLine[]; stdout: string } {
  const { callback, state, documents } = recorded(name);
  const isBestEffort = callback.startsWith('BestEffort');
  let stdout = '';
  const screen = new FakeScreen();
  installHost({ screen });
  const plots = state.map(({ x, y }) => {
    const out = (text: string): string => (stdout += `${text}\n`);
    return make(y, x, { ...(isBestEffort ? {} : optionsOf(callback)), out });
  });
  const named = parseDocuments(documents.map((each) => JSON.stringify(each)).join('\n'));
  for (const document of named) for (const plot of plots) plot.receive(...(document as Named));
  installHost({});
  const specs = screen.specs.slice(-plots.length) as LineSpec[];
  const lines = plots.map((plot, i): RecordedLine => ({
    x: plot.x,
    y: plot.y,
    xdata: plot.xData,
    ydata: plot.yData,
    label: plot.currentLine?.label ?? '',
    legend_title: specs[i]?.legendTitle ?? '',
    // The figures of BestEffortCallback hide some labels.
    xlabel: isBestEffort ? (state[i]?.xlabel ?? '') : (specs[i]?.xLabel ?? ''),
    ylabel: specs[i]?.yLabel ?? '',
  }));
  return { state: lines, stdout };
}

function expected(name: string): { state: unknown[]; stdout: string } {
  const { state, stdout } = recorded(name);
  return { state: state.map((line) => ({ ...line, kind: undefined })), stdout: stdout ?? '' };
}

function rejected(make: MakePlot): string[] {
  return cases.filter((name) => {
    try {
      expect(replayed(name, make)).toEqual(expected(name));
      return false;
    } catch {
      return true;
    }
  });
}

describe('LivePlot against recordings of bluesky', () => {
  it('finds all recordings', () => {
    expect(cases).toHaveLength(6);
  });

  it.each(cases)('%s', (name) => {
    expect(replayed(name, realPlot)).toEqual(expected(name));
  });

  describe('control: a wrong plot is noticed', () => {
    it('whose time begins with the epoch', () => {
      const wrong: MakePlot = (y, x, options) => realPlot(y, x, { ...options, epoch: 'unix' });
      expect(rejected(wrong)).toEqual(['line_count_time', 'two_streams_lines']);
    });

    it('that leaves out one point', () => {
      expect(rejected((y, x, options) => new WithoutSecond(y, x, options))).toEqual(
        cases.filter((name) => name !== 'liveplot_no_data'),
      );
    });

    it('that says nothing of the legend', () => {
      expect(rejected((y, x, { legendKeys: _, ...options }) => realPlot(y, x, options))).toEqual([
        'liveplot_epoch_unix',
      ]);
    });
  });
});

class WithoutSecond extends LivePlot {
  override event(doc: Parameters<LivePlot['event']>[0]): void {
    if (doc.seq_num !== 2) super.event(doc);
  }
}
