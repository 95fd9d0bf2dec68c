// What livesky's RunEngine does a second with the least devices there can be, or with simulated ones.
import { argv } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { count, Msg, RunEngine, scan } from 'livesky';
import { SynAxis, SynGauss } from 'livesky/sim';

const done = { done: true, success: true, addCallback: (callback) => callback(done) };

class Device {
  value = 0;
  constructor(name) {
    this.name = name;
  }
  set(value) {
    this.value = value;
    return done;
  }
  read() {
    return { [this.name]: { value: this.value, timestamp: Date.now() / 1000 } };
  }
  describe() {
    return { [this.name]: { source: 'bench', dtype: 'number', shape: [] } };
  }
}

class Detector extends Device {
  trigger() {
    this.value += 1;
    return done;
  }
}

function* createReadSave(n) {
  const det = new Detector('det');
  yield new Msg('open_run');
  for (let i = 0; i < n; i++) {
    det.value += 1;
    yield new Msg('create', null, [], { name: 'primary' });
    yield new Msg('read', det);
    yield new Msg('save');
  }
  yield new Msg('close_run');
}

function* nulls(n) {
  for (let i = 0; i < n; i++) yield new Msg('null');
}

const least = () => [new Detector('det'), new Device('motor')];

function simulated() {
  const motor = new SynAxis({ name: 'motor' });
  return [new SynGauss({ name: 'det', motor }), motor];
}

const plans = {
  count: (n) => count([least()[0]], n),
  scan: (n) => {
    const [det, motor] = least();
    return scan([det], motor, 0, 1, n);
  },
  'create, read, save': createReadSave,
  null: nulls,
  'count of sim': (n) => count([simulated()[0]], n),
  'scan of sim': (n) => {
    const [det, motor] = simulated();
    return scan([det], motor, -1, 1, n);
  },
};

async function perSecond(plan, many) {
  const RE = new RunEngine();
  let events = 0;
  let last = null;
  RE.subscribe((_, doc) => {
    events += 1;
    last = doc.data.det;
  }, 'event');
  const began = performance.now();
  await RE(plans[plan](many));
  const seconds = (performance.now() - began) / 1000;
  return { events, last: last === null ? null : Number(last.toPrecision(12)), perSecond: many / seconds };
}

/** Calls back at each event of one long run whose documents nobody keeps. */
async function longRun(events, onEvent) {
  const RE = new RunEngine();
  let seen = 0;
  RE.subscribe(() => onEvent((seen += 1)), 'event');
  await RE(plans.count(events));
}

/** How much longer ten thousand events take from the hundred-thousandth on than from the thousandth on. */
async function laterAgainstEarly() {
  const at = new Map();
  await longRun(110_000, (event) => {
    if (event % 1000 === 0) at.set(event, performance.now());
  });
  const taken = (from) => at.get(from + 10_000) - at.get(from);
  return taken(100_000) / taken(1000);
}

async function memoryKept() {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const used = [];
  await longRun(1_000_000, (event) => {
    if (event !== 100_000 && event !== 1_000_000) return;
    collectGarbage();
    used.push(process.memoryUsage().heapUsed / 1e6);
  });
  return used[1] - used[0];
}

async function measured(what, many) {
  if (what === 'later') return { perSecond: await laterAgainstEarly() };
  if (what === 'memory') return { perSecond: await memoryKept() };
  // A first run shows the compiler what is often done, a second one what is done at the beginning and the end of a run.
  for (let warmUp = 0; warmUp < 2; warmUp++) await perSecond(what, many);
  return perSecond(what, many);
}

const [, , what, many] = argv;
console.log(JSON.stringify(await measured(what, Number(many))));
