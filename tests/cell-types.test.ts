import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type TypeScript from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The compiler that checks cells: tslab's own, older than ours. */
const require = createRequire(createRequire(import.meta.url).resolve('tslab/package.json'));
const ts = require('@tslab/typescript-for-tslab') as typeof TypeScript;

/** What a user may write in cells, with every entry of the package. */
const CELL = `
import { RunEngine, LiveTable, LivePlot, subplots, CallbackBase, count, scan, mv, parseDocuments, replay, Msg } from 'livesky'
import type { Event, Figure, Plan, RunStart } from 'livesky'
import { triggerAndRead } from 'livesky/plans'
import { openRun, closeRun, checkpoint, sleep, rd, mvr } from 'livesky/plan-stubs'
import * as bps from 'livesky/plan-stubs'
import { runWrapper, stageWrapper, subsDecorator, SupplementalData, planMutator } from 'livesky/preprocessors'
import { spiralFermat } from 'livesky/plan-patterns'
import { gridScan, relScan, listScan, spiral, cycler, scanNd } from 'livesky'
import { motor1, motor2, det4 } from 'livesky/sim'
import { LiveTable as Again } from 'livesky/callbacks'
import { DOCUMENT_NAMES, composeRun, DocumentRouter, Filler, ndArray, RunRouter, validate } from 'livesky/documents'
import type { Documents, HandlerFactory } from 'livesky/documents'
import { readDocuments } from 'livesky/files'
import { det, hw, motor, SynAxis, SynGauss } from 'livesky/sim'
import { Device, EnumSignal, Signal, SignalRO, SubscriptionStatus } from 'livesky/devices'
import { Model, Parameter, Parameters, GaussianModel, LinearModel } from 'livesky/fitting'
import { VoigtModel, gaussian as gaussianShape } from 'livesky'

const thermo = new SignalRO({ name: 'thermo', get: async () => 21.5, units: '°C' })
const oven = new Signal({ name: 'oven', get: () => 20, set: (celsius: number) => console.log(celsius), tolerance: 0.5 })
const filter = new EnumSignal({ name: 'filter', enumStrings: ['none', 'Al'] })
const inserted: 'none' | 'Al' = filter.value
class Furnace extends Device {
  readonly celsius = this.signalRO('celsius', { get: () => 20, kind: 'hinted' })
  readonly power = this.signal('power', { value: 0 })
  set(watts: number) { return this.power.set(watts) }
}
new SubscriptionStatus(thermo, ({ value }) => value.toFixed() === '80', { stableFor: 5 })
const centigrade: number = thermo.value
const { noisyDet, rand } = hw({ seed: 7 })
noisyDet.Imax.set(5)
rand.subscribe((readings, { value }) => value.toFixed(3))
const RE = new RunEngine({ sample: 'LaB6' })
RE(scan([thermo, new Furnace({ name: 'f' }).celsius], oven, 20, 80, 7))
RE(scan([noisyDet], new Furnace({ name: 'g' }), 20, 80, 7))
const lp = new LivePlot('det', 'motor', { marker: 'x', markersize: 10, color: 'red' })
const [shade, faded] = [[0.1, 0.2, 0.3], { alpha: 0.5, marker: 4, markevery: [1, 2] }]
new LivePlot('det', 'motor', { c: shade, ls: [0, [3, 1]], mfc: ['red', 0.5], mec: 'none', fillstyle: 'left', ...faded })
for (const marker of ['o', 's']) new LivePlot('det', { marker, color: marker === 'o' ? 'r' : '#c00', ds: 'steps-mid' })
RE(scan([det], motor, -5, 5, 30), [new LiveTable([motor, det]), lp]).then((uids) => uids[0])
RE(count([det], 5, 0.2), console.log, { operator: 'Anna' })
RE(mv(motor, 3))
const xs: number[] = lp.xData
const [fig, [top, bottom]] = subplots(2, 1, { sharex: true })
const [, [[corner]]] = subplots(2, 3)
const [, lone] = subplots()
const [, computed] = subplots(fig.rows, 2, { squeeze: false })
for (const ax of [top, bottom, corner, lone, ...computed.flat()]) new LivePlot('det / motor', 'motor', { ax })
const wide: Figure = lone.figure

class Best extends CallbackBase {
  best = -Infinity
  override start(doc: RunStart) { this.best = -Infinity }
  override event(doc: Event) { this.best = Math.max(this.best, Number(doc.data.det)) }
  override async stop() { await Promise.resolve() }
}
RE(count([det]), new Best())
RE(count([det]), { event: (name, doc) => doc.seq_num.toFixed(), all: [console.log] })
const token: number = RE.subscribe((name, doc) => { if (name === 'stop') console.log(doc.exit_status) })
RE.subscribe((name, doc) => console.log(doc.seq_num), 'event', { onError: 'warn' })
RE.subscribe(() => RE.requestPause(), 'descriptor')
RE(count([det]), (name) => console.log(name.length))
RE(count([det]), [(name) => name.length, () => 3, (name, doc) => name === 'event' && doc.seq_num.toFixed(), console.log])
RE(count([det]), { all: (name) => name.length, start: () => 3, stop: [(name, doc) => doc.exit_status] })
RE(count([det]), { receive(name, doc) { if (name === 'event') doc.seq_num.toFixed() } })
RE(count([det]), { receive: (name) => name.length })
RE.subscribe((name) => name.length)
RE.subscribe(async (name: string) => name.length, 'all', { onError: 'drop' })

const load = {
  name: 'load',
  read: () => ({ load: { value: 1, timestamp: 2 } }),
  describe: () => ({ load: { source: 'os', dtype: 'number', shape: [], precision: 2 } }),
}
function* inner(): Plan<number> {
  yield* checkpoint()
  const readings = yield* triggerAndRead([load, det])
  yield new Msg('null')
  yield* sleep(0.1)
  return Number(readings.load.value)
}
RE(stageWrapper(runWrapper(inner()), [det]))
function* steps(): Plan<number> {
  const x = yield* rd(motor)
  yield* bps.null()
  yield* mvr(motor, x.valueOf() + 1)
  return x
}
const watched = subsDecorator(new LiveTable(['det']))(function* (times: number): Plan<string> { return yield* count([det], times) })
RE(watched(3))
RE(gridScan([det4], motor1, -3, 3, 6, motor2, -5, 5, 10, { snakeAxes: true }))
RE(gridScan([det4], motor1, -3, 3, 6, motor2, -5, 5, 10, false))
RE(listScan([det], motor, [1, 2, 3]))
RE(relScan([det], motor, -1, 1, 5, { perStep: function* (detectors, step, posCache) { yield* bps.oneNdStep(detectors, step, posCache) } }))
RE(scanNd([det4], cycler(motor1, [1, 2]).add(cycler(motor2, [3, 4]))))
RE(spiral([det4], motor1, motor2, 0, 0, 1, 1, 0.1, 3))
const sd = new SupplementalData({ baseline: [motor1] })
RE.preprocessors.push(sd)
RE(planMutator(steps(), (msg) => { if (msg.command === 'set') return [bps.sleep(1), null] }))
spiralFermat({ xMotor: motor1, yMotor: motor2, xStart: 0, yStart: 0, xRange: 1, yRange: 1, dr: 0.1, factor: 1 }).length.toFixed()
const stage = new SynAxis({ name: 'stage', delay: 0.1 })
stage.set(3).wait().then(() => stage.position)
new SynGauss({ name: 'peak', motor: stage, noise: 'uniform', seed: 7 })
replay(parseDocuments(''), new Again(['det']))
console.log(DOCUMENT_NAMES.length, xs, token)

const run = composeRun({ metadata: { sample: 'LaB6' } })
const { descriptorDoc, composeEvent } = run.composeDescriptor({
  name: 'primary',
  data_keys: { det: { source: 'SIM:det', dtype: 'number', shape: [], precision: 3 } },
  hints: { det: { fields: ['det'] } },
})
const made: Event = composeEvent({ data: { det: 1 }, timestamps: { det: 2 } })
const shape: readonly (number | null)[] = descriptorDoc.data_keys.det.shape
const hinted: readonly string[] | undefined = descriptorDoc.hints?.det.fields
const image = ndArray([[1, 2], [3, 4]])
const foreign: unknown = made
validate('event', foreign)
foreign.seq_num.toFixed()
class Doubled extends DocumentRouter {
  override event(doc: Event) { return { ...doc, data: { ...doc.data, det: 2 } } }
}
const handler: HandlerFactory = (path) => ({ i }) => [path, i]
async function pass() {
  for await (const [name, doc] of readDocuments('run.jsonl')) {
    if (name === 'descriptor') console.log(doc.data_keys)
    const filled = await new Filler({ NPY: handler, OTHER: (path) => ({ read: (kwargs) => kwargs.i }) }).receive(name as 'event', doc as Event)
    console.log(filled[0], filled[1].uid)
  }
}
RE.subscribe(new RunRouter([(name, start) => [[new Doubled(), new LiveTable(start.motors ?? [])], []]], { NPY: handler }))
console.log(shape, hinted, image.dtype, pass, {} as Documents['stop'])
const gaussian = (x: number, A: number, sigma: number, x0: number) => A * Math.exp(-((x - x0) ** 2) / (2 * sigma ** 2))
const model = new Model(gaussian, ['x'])
const result = model.fit([1, 2, 1], { A: 2, sigma: new Parameter('sigma', { value: 3, min: 0 }), x0: 0 }, { x: [0, 1, 2] })
const values: Record<'A' | 'sigma' | 'x0', number> = result.values
const stderr: number | null = result.params.A.stderr
const named = new Model(gaussian, { independentVars: ['x'], params: ['A', 'sigma', 'x0'] as const, prefix: 'p_' })
named.fit([1, 2, 1], named.makeParams(), { x: [0, 1, 2] }, { weights: 2, settings: 'precise' }).values
const loose = new Parameters()
loose.add('A', 2)
const unknownKeys: number = model.fit([1, 2, 1], loose, { x: [0, 1, 2] }).values.A + loose.A.value
const peak = new GaussianModel({ prefix: 'g_' }).add(new LinearModel())
const sum = peak.fit([1, 2, 1], peak.makeParams({ g_center: 0 }), { x: [0, 1, 2] })
const center: number = sum.values.g_center + sum.params.slope.value
class Live<K extends string, X extends string> { constructor(readonly model: Model<K, X>) {} }
const amplitude: number = new Live(new GaussianModel()).model.makeParams().amplitude.value
const arrays = new Model((x: Float64Array, a: number) => x.map((each) => a * each), { params: ['a'], vector: true })
console.log(values, stderr, unknownKeys, center, amplitude, arrays.fit([1], { a: 1 }, { x: [1] }).chisqr, result.fitReport())
RE.msgHook = (msg) => console.log(msg.command)
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'livesky-cell-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'livesky'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a cell. */
function diagnostics(code: string, strict: boolean): string[] {
  const file = join(folder, 'cell.ts');
  writeFileSync(file, `${CONSOLE}${code}`);
  const options: TypeScript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: [],
    esModuleInterop: true,
    // The declarations themselves must be readable by this compiler.
    skipLibCheck: false,
    noEmit: true,
    strict,
    noImplicitAny: false,
  };
  const program = ts.createProgram([file], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const SUBSCRIBING = "import { RunEngine } from 'livesky'\nconst RE = new RunEngine()\n";

/** In a notebook it comes with Node's types. */
const CONSOLE = 'declare const console: { log(...values: unknown[]): void }\n';

describe("a cell in tslab's compiler", () => {
  it.each([false, true])('type-checks (strict: %s)', (strict) => {
    expect(diagnostics(CELL, strict)).toEqual([]);
  });

  it.each([
    [
      "import { scan } from 'livesky'\nimport { det } from 'livesky/sim'\nscan([det], det, 0, 1, 5)",
      /No overload matches/,
    ],
    ["import { LivePlot } from 'livesky'\nnew LivePlot('det', 'motor', { colour: 'red' })", /colour/],
    ["import { LivePlot } from 'livesky'\nnew LivePlot('det', 'motor', { ls: 3 })", /not assignable/],
    [`${SUBSCRIBING}RE.subscribe((name) => name.nothing)`, /Property 'nothing' does not exist on type '"/],
    [`${SUBSCRIBING}RE.subscribe((name, doc) => doc.seq_num.toFixed())`, /Property '(seq_num|toFixed)' does not exist/],
    [`${SUBSCRIBING}RE.subscribe((name, doc) => doc, 'evnt')`, /'"evnt"' is not assignable/],
    [`${SUBSCRIBING}RE.subscribe((name, doc, more) => doc)`, /not assignable to parameter of type 'Callback/],
    [`${SUBSCRIBING}RE.subscribe(Promise.resolve(console.log))`, /not assignable to parameter of type 'Callback/],
    [
      "import { CallbackBase } from 'livesky'\nclass Typo extends CallbackBase { override evnt(doc) {} }",
      /Did you mean 'event'\?/,
    ],
    ["import { gridscan } from 'livesky/plans'", /no exported member/],
    [
      "import { GaussianModel } from 'livesky/fitting'\nconst m = new GaussianModel()\nm.fit([1], m.makeParams(), { x: [1] }).values.sgima",
      /'sgima' does not exist/,
    ],
    [
      "import { GaussianModel } from 'livesky/fitting'\nconst m = new GaussianModel()\nm.fit([1], m.makeParams(), {})",
      /'x' is missing|No overload matches/,
    ],
    ["import 'livesky/nothing'\nimport { x } from 'livesky/nothing'", /Cannot find module/],
  ])('control: is told what is wrong in %j', (code, message) => {
    expect(diagnostics(code, false).join('\n')).toMatch(message);
  });
});
