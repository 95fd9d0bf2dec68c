/** What the kernels are asked to do. Times are milliseconds since the epoch; results go to a file. */

const OURS = `import { RunEngine, count, LiveTable, LivePlot, Msg, triggerAndRead } from 'livesky'
import { composeRun } from 'livesky/documents'
import { writeFileSync } from 'node:fs'
const now = () => performance.timeOrigin + performance.now()
const RE: any = new RunEngine()
const keep = (result: object) => writeFileSync('result.json', JSON.stringify(result))
const figures = () => [new LivePlot('a'), new LiveTable(['a', 'b', 'c'])] as any[]
const done: any = { done: true, success: true, addCallback: (callback: any) => callback(done) }
const key = { source: 'bench', dtype: 'number', shape: [] }
// A variable of an earlier cell is not changed by a later one; what an object holds is.
const at = { n: 0, begin: 0, rate: 0, late: [] as number[], onRead() {} }
const detector: any = {
  name: 'detector',
  trigger: () => done,
  read() {
    at.n += 1
    at.onRead()
    const timestamp = Date.now() / 1000
    const reading = (value: number) => ({ value, timestamp })
    return { a: reading(Math.sin(at.n / 1000)), b: reading(at.n), c: reading(at.n / 3) }
  },
  describe: () => ({ a: key, b: key, c: key }),
}
const paced = function* (detectors: any) {
  const due = at.begin + at.n * 1000 / at.rate
  const wait = due - now()
  if (wait > 0) yield new Msg('sleep', null, [wait / 1000])
  at.late.push(now() - due)
  yield new Msg('checkpoint')
  yield* triggerAndRead(detectors)
}
const runPaced = async (events: number, perSecond: number, callbacks: any[]) => {
  Object.assign(at, { n: 0, late: [], rate: perSecond, begin: now() + 100 })
  await RE(count([detector], events, 0, { perShot: paced as any }), callbacks)
}
const last = (values: number[], part: number) => [...values].sort((a, b) => a - b)[Math.ceil(part * values.length) - 1]`;

/** A run of the engine's at a rate that a kernel keeps. */
const engineAt = (events, perSecond) => `const emitted: number[] = []
at.onRead = () => emitted.push(now())
await runPaced(${events}, ${perSecond}, figures())
keep({ emitted, ended: now() })`;

/** Documents at any rate, given to the figures in batches; Infinity for as fast as they take them. */
const documentsAt = (events, perSecond) => `const run = composeRun()
const { descriptorDoc } = run.composeDescriptor({ name: 'primary', data_keys: { a: key, b: key, c: key } as any })
const shown = figures()
const give = (name: string, doc: any) => { for (const figure of shown) figure.receive(name, doc) }
give('start', run.startDoc)
give('descriptor', descriptorDoc)
const began = now()
const perMs = ${perSecond === Infinity ? 'Infinity' : perSecond / 1000}
for (let k = 0; k < ${events};) {
  const to = Math.min(${events}, k + 500, Math.ceil((now() - began) * perMs))
  for (; k < to; k++) {
    const time = Date.now() / 1000
    const timestamps = { a: time, b: time, c: time }
    const data = { a: Math.sin(k / 1000), b: k, c: k / 3 }
    give('event', { uid: 'e' + k, descriptor: descriptorDoc.uid, seq_num: k + 1, time, data, timestamps, filled: {} })
  }
  await new Promise((go) => (k < (now() - began) * perMs ? setImmediate(go) : setTimeout(go, 1)))
}
const ended = now()
give('stop', run.composeStop())
keep({ began, ended })`;

/** JavaScript's compiler still works on what happens once a run. */
const WARM_UPS = 3;

/** Computing time with figures and without, in turns. */
const cpu = (
  events,
  rounds,
) => `const used = () => { const { user, system } = process.cpuUsage(); return user + system }
const measure = async (callbacks: any[]) => {
  const before = used()
  await RE(count([detector], ${events}), callbacks)
  await new Promise((go) => setTimeout(go, 500))
  return (used() - before) / ${events}
}
for (let i = 0; i < ${WARM_UPS}; i++) {
  await measure(figures())
  await measure([])
}
const rounds: any[] = []
for (let i = 0; i < ${rounds}; i++) rounds.push({ without: await measure([]), with: await measure(figures()) })
keep({ rounds })`;

/** How late the engine is at a rate, with figures and without, in turns. */
const lateness = (events, perSecond, rounds) => `const p99 = async (callbacks: any[]) => {
  await runPaced(${events}, ${perSecond}, callbacks)
  return last(at.late, 0.99)
}
await p99(figures())
const rounds: any[] = []
for (let i = 0; i < ${rounds}; i++) rounds.push({ without: await p99([]), with: await p99(figures()) })
keep({ rounds })`;

/** The part of a core that the kernel takes at a rate, in percent, with so many plots and without, in turns. */
const share = (
  events,
  perSecond,
  plots,
  rounds,
) => `const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const percent = async (callbacks: any[]) => {
  const [began, before] = [now(), used()]
  await runPaced(${events}, ${perSecond}, callbacks)
  return 100 * (used() - before) / (now() - began)
}
const plots = () => Array.from({ length: ${plots} }, () => new LivePlot('a')) as any[]
await percent(plots())
const rounds: any[] = []
for (let i = 0; i < ${rounds}; i++) rounds.push({ without: await percent([]), with: await percent(plots()) })
keep({ rounds })`;

/** Many events as fast as they come; what the process holds beside its columns is looked at now and then. */
const many = (events) => `const memory: number[] = []
const beside = () => { const { rss, arrayBuffers } = process.memoryUsage(); memory.push((rss - arrayBuffers) / 1e6) }
at.onRead = () => {
  if (at.n % 5000 === 0) beside()
  if (at.n === ${events}) keep({ memory, began: startedAt, ended: now() })
}
const startedAt = now()
await RE(count([detector], ${events}), figures())`;

const PYTHON = `%matplotlib widget
import json, time
import matplotlib.pyplot as plt
from bluesky import RunEngine, plan_stubs as bps
from bluesky.plans import count
from bluesky.callbacks import LivePlot

class Done:
    done = True
    success = True
    def add_callback(self, callback):
        callback(self)
    def exception(self, timeout=None):
        return None

class Detector:
    parent = None
    name = "detector"
    n = 0
    def trigger(self):
        return Done()
    def read(self):
        self.n += 1
        return {field: {"value": self.n, "timestamp": time.time()} for field in "abc"}
    def describe(self):
        return {field: {"source": "bench", "dtype": "number", "shape": []} for field in "abc"}
    def read_configuration(self):
        return {}
    def describe_configuration(self):
        return {}

detector = Detector()
RE = RunEngine({})

def keep(result):
    with open("result.json", "w") as file:
        json.dump(result, file)`;

const pythonAt = (events, perSecond) => `begin = time.time()
def paced(detectors):
    wait = begin + detector.n / ${perSecond} - time.time()
    if wait > 0:
        yield from bps.sleep(wait)
    yield from bps.checkpoint()
    yield from bps.trigger_and_read(detectors)
RE(count([detector], num=${events}, per_shot=paced), LivePlot("a"))
keep({"began": 1000 * begin, "ended": 1000 * time.time(), "events": detector.n})`;

const pythonCpu = (events, rounds) => `def measure(callbacks):
    detector.n = 0
    before = time.process_time()
    RE(count([detector], num=${events}), callbacks)
    return (time.process_time() - before) / ${events} * 1e6
measure([])
keep({"rounds": [{"without": measure([]), "with": measure([LivePlot("a")])} for _ in range(${rounds})]})`;

export const ours = { setup: OURS, engineAt, documentsAt, cpu, lateness, share, many };
export const python = { setup: PYTHON, at: pythonAt, cpu: pythonCpu };
