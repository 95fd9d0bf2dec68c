/**
 * What a page does in the bench: it draws a line with axes with ours or with uPlot, again and again after one more
 * point each, and tells how long that took. Bundled and run in Chromium by `browser.mjs`.
 */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import 'livesky/style/index.css';
import { RunColumns } from 'livesky/lib/figures/index.js';
import { drawLine } from 'livesky/lib/lab/draw/line.js';
import { drawActions } from 'livesky/lib/lab/widgets/figure-actions.js';
import { drawLineFigure } from 'livesky/lib/lab/widgets/line.js';
import { PlotViews } from 'livesky/lib/lab/widgets/plot-view.js';

const WIDTH = 800;
const HEIGHT = 400;
const KEY = { source: 'bench', dtype: 'number', shape: [] };
const STYLE = { color: '#1f77b4', marker: null, markersize: 6, linestyle: '-', linewidth: 1.5 };
const SPEC = {
  kind: 'line',
  id: 'bench',
  description: 'b against a',
  xLabel: 'a',
  yLabel: 'b',
  legendTitle: '',
  xlim: null,
  ylim: null,
  series: [{ run: 'run', x: 'a', y: 'b', epoch: 'run', label: '', style: STYLE }],
};

/** Some waves with noise, as many at every size. */
function valueAt(i, points) {
  return Math.sin((20 * i) / points) + ((i * 7919) % 1013) / 5000;
}

function columnsOf(points, room = points) {
  const x = new Float64Array(room);
  const y = new Float64Array(room);
  for (let i = 0; i < room; i++) {
    x[i] = i;
    y[i] = valueAt(i, points);
  }
  return { x, y };
}

/** Redraws some times and returns how long each took, in milliseconds: to the first task after the frame. */
async function timed(times, redraw) {
  const taken = [];
  for (let i = 0; i < times; i++) taken.push(await oneFrame(redraw));
  return taken;
}

function oneFrame(redraw) {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      redraw();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      port2.postMessage(null);
    });
  });
}

/** A figure as the page draws it, toolbar included. */
function ourFigure(points) {
  const run = new RunColumns({ uid: 'run', time: 0 });
  run.addDescriptor({ uid: 'd', run_start: 'run', time: 0, name: 'primary', data_keys: { a: KEY, b: KEY } });
  const { x, y } = columnsOf(points);
  const seqNum = x.map((each) => each + 1);
  run.streamOf(0).putBlock(0, {
    seqNum,
    time: x,
    cells: new Map([
      ['a', x],
      ['b', y],
    ]),
  });
  const host = document.body.appendChild(document.createElement('div'));
  const tools = document.body.appendChild(document.createElement('div'));
  const views = new PlotViews(() => {});
  let count = points;
  const draw = () => {
    const room = {
      width: WIDTH,
      height: null,
      summary: '',
      views,
      offer: (actions) => drawActions(tools, actions),
      say() {},
    };
    drawLineFigure(host, SPEC, () => run, { ...room, height: HEIGHT });
  };
  draw();
  return () => {
    const data = { a: count, b: valueAt(count, points) };
    count += 1;
    run.putEvent({ uid: String(count), descriptor: 'd', seq_num: count, time: count, data, timestamps: {} });
    draw();
    return count;
  };
}

function uplotFigure(points, more) {
  const { x, y } = columnsOf(points, points + more);
  const host = document.body.appendChild(document.createElement('div'));
  const options = {
    width: WIDTH,
    height: HEIGHT,
    legend: { show: false },
    scales: { x: { time: false } },
    axes: [{ label: 'a' }, { label: 'b' }],
    series: [{}, { stroke: '#1f77b4', width: 2 }],
  };
  let count = points;
  const plot = new uPlot(options, [x.subarray(0, count), y.subarray(0, count)], host);
  return () => {
    count += 1;
    plot.setData([x.subarray(0, count), y.subarray(0, count)]);
    return count;
  };
}

const WARM_UP = 100;
const TIMES = 31;

window.redraw = async (which, points) => {
  document.body.replaceChildren();
  const redraw = which === 'ours' ? ourFigure(points) : uplotFigure(points, WARM_UP + TIMES);
  await timed(WARM_UP, redraw);
  let drawn = 0;
  const taken = await timed(TIMES, () => (drawn = redraw()));
  return { taken, drawn };
};

/**
 * In how many columns of pixels the highest or the lowest painted pixel of the canvas is not where the line through
 * all points has it, be it in a column beside: what lies on the edge of two may be painted in either.
 */
window.wrongColumns = (points, choices) => {
  document.body.replaceChildren();
  const host = document.body.appendChild(document.createElement('div'));
  const { x, y } = columnsOf(points);
  for (let i = 0; i < points; i += Math.ceil(points / 37)) y[i] = i % 2 === 0 ? 3 : 0.001;
  const still = { zoom() {}, home() {}, toggle() {}, pin() {}, hasGrid: true, drag: 'zoom', lines: [] };
  const plain = { kind: 'number', units: '' };
  const { axes } = drawLine(host, {
    spec: SPEC,
    points: [{ x, y, leftOut: 0, gaps: 0 }],
    x: plain,
    y: plain,
    choices: { ...still, ...choices },
    describe: () => ({ title: '', values: [] }),
    summary: '',
    width: WIDTH,
    height: HEIGHT,
  });
  const drawn = host.querySelector('canvas');
  const whole = document.createElement('canvas');
  whole.width = drawn.width;
  whole.height = drawn.height;
  paintAll(whole.getContext('2d'), x, y, axes);
  const along = axes.isSwapped ? 'rows' : 'columns';
  const [ours, theirs] = [drawn, whole].map((canvas) => edgesOf(canvas, along));
  return ours.filter((edge, i) => !reaches(edge, theirs, i) || !reaches(theirs[i], ours, i)).length;
};

/** Whether others, there or in a column beside, reach as far as an edge does. */
function reaches([first, last], others, i) {
  const near = others.slice(Math.max(0, i - 1), i + 2).filter(([begin]) => begin >= 0);
  if (first < 0) return true;
  return Math.min(...near.map(([begin]) => begin)) <= first + 1 && Math.max(...near.map(([, end]) => end)) >= last - 1;
}

/** Paints the line through all of its points, as it is. */
function paintAll(context, x, y, axes) {
  context.lineJoin = 'round';
  context.lineCap = 'square';
  context.lineWidth = 2;
  context.strokeStyle = '#1f77b4';
  let isDown = false;
  // Browsers are slow with long paths.
  context.beginPath();
  for (let i = 0; i < x.length; i++) {
    const isPlace = [x[i] > 0 || !('base' in axes.x), y[i] > 0 || !('base' in axes.y)].every(Boolean);
    const [px, py] = axes.isSwapped ? [axes.y(y[i]), axes.x(x[i])] : [axes.x(x[i]), axes.y(y[i])];
    if (!isPlace) isDown = false;
    else if (isDown) context.lineTo(px, py);
    else {
      context.moveTo(px, py);
      isDown = true;
    }
    if (i % 1000 === 999) {
      context.stroke();
      context.beginPath();
      if (isDown) context.moveTo(px, py);
    }
  }
  context.stroke();
}

/** The first and the last painted pixel of each column or row; -1 where there is none. */
function edgesOf(canvas, along) {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const [count, length] = along === 'columns' ? [width, height] : [height, width];
  const isPainted = (i, at) => data[4 * (along === 'columns' ? at * width + i : i * width + at) + 3] > 100;
  return Array.from({ length: count }, (_, i) => {
    const places = Array.from({ length }, (_each, at) => at).filter((at) => isPainted(i, at));
    return [places[0] ?? -1, places.at(-1) ?? -1];
  });
}
