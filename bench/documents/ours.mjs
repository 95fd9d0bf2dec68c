// Documents a second of livesky's validators, composers, pages and JSON.
//
//     node ours.mjs CASE COUNT    one line of JSON: { documents, last, perSecond }
import { argv } from 'node:process';
import { composeRun, fromJson, packEventPage, toJson, unpackEventPage, validate } from 'livesky/documents';

const DATA_KEYS = Object.fromEntries(
  ['det', 'motor', 'motor_setpoint'].map((name) => [name, { source: `SIM:${name}`, dtype: 'number', shape: [] }]),
);

const run = composeRun({ uid: 'run', time: 1 });
const { composeEvent } = run.composeDescriptor({ name: 'primary', data_keys: DATA_KEYS, uid: 'descriptor', time: 1 });

function fields(i) {
  const time = 1700000000.25 + i;
  return {
    data: { det: i + 0.5, motor: i + 0.25, motor_setpoint: i + 0.75 },
    timestamps: { det: time, motor: time, motor_setpoint: time },
  };
}

const PAGE = 1000;

/** For each case what is prepared, and what is measured: `count` documents, and the last of them or its number. */
const CASES = {
  validate: [events, (list) => (list.forEach((doc) => validate('event', doc)), list.at(-1).seq_num)],
  compose: [inputs, (list) => composed(list, true)],
  'compose-unchecked': [inputs, (list) => composed(list, false)],
  pack: [
    (count) => inPages(events(count)),
    (pages) =>
      pages
        .map((page) => packEventPage(page))
        .at(-1)
        .seq_num.at(-1),
  ],
  unpack: [
    (count) => inPages(events(count)).map((page) => packEventPage(page)),
    (pages) =>
      pages
        .map((page) => [...unpackEventPage(page)])
        .at(-1)
        .at(-1).seq_num,
  ],
  dumps: [events, (list) => list.map((doc) => toJson(doc)).at(-1).length > 0 && list.at(-1).seq_num],
  loads: [
    (count) => events(count).map((doc) => toJson(doc)),
    (list) => list.map((text) => fromJson(text)).at(-1).seq_num,
  ],
};

function inputs(count) {
  return Array.from({ length: count }, (_, i) => fields(i));
}

function events(count) {
  return inputs(count).map((given, i) => composeEvent({ ...given, seq_num: i + 1 }));
}

function composed(list, check) {
  let last;
  list.forEach((given, i) => (last = composeEvent({ ...given, seq_num: i + 1 }, { validate: check })));
  return last.seq_num;
}

function inPages(list) {
  return Array.from({ length: list.length / PAGE }, (_, i) => list.slice(i * PAGE, (i + 1) * PAGE));
}

function measure([prepare, work], count) {
  const prepared = prepare(count);
  const began = performance.now();
  const last = work(prepared);
  const seconds = (performance.now() - began) / 1000;
  return { documents: count, last, perSecond: count / seconds };
}

const [, , name, count] = argv;
measure(CASES[name], Number(count)); // warms up
console.log(JSON.stringify(measure(CASES[name], Number(count))));
