// Events a second of livesky's RunEngine with the least detector and motor there can be.
import { argv } from 'node:process';
import { count, RunEngine, scan } from 'livesky';

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

const plans = {
  count: (det, _, n) => count([det], n),
  scan: (det, motor, n) => scan([det], motor, 0, 1, n),
};

async function measure(plan, events) {
  const RE = new RunEngine();
  const seen = [];
  RE.subscribe((name, doc) => {
    if (name === 'event') seen.push(doc.data.det);
  });
  const began = performance.now();
  await RE(plans[plan](new Detector('det'), new Device('motor'), events));
  const seconds = (performance.now() - began) / 1000;
  return { events: seen.length, last: seen.at(-1), perSecond: seen.length / seconds };
}

const [, , plan, events] = argv;
await measure(plan, Number(events)); // warms up
console.log(JSON.stringify(await measure(plan, Number(events))));
