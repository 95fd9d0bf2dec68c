// A first scan without a notebook: node examples/first-scan.mjs
// The table is printed; a plot is only drawn where there is a screen, so LivePlot keeps its points and is silent.
import { count, LivePlot, LiveTable, RunEngine, scan } from 'livesky';
import { det, motor } from 'livesky/sim';

const RE = new RunEngine();

await RE(count([det], 3), new LiveTable([det]));

const plot = new LivePlot('det', 'motor', { marker: 'x', color: 'red' });
const [uid] = await RE(scan([det], motor, -5, 5, 30), [new LiveTable([motor, det]), plot]);

const highest = Math.max(...plot.yData);
console.log(`Run ${uid}: ${plot.xData.length} points, the highest is ${highest.toFixed(3)}.`);
